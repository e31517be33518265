package dev.demarc.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, from its own jar. */
final class Version implements IVersionProvider {

    /** The version; {@code development} when not run from a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"demarc " + text(), "Java ${java.version} (${java.vendor})", "${os.name} ${os.arch}"};
    }
}

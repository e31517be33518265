package dev.demarc.cli;

import dev.demarc.knowledge.Catalogue;
import dev.demarc.runner.ShippedKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code demarc doctor}: whether everything that this machine needs is here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says whether everything the program needs is here, and what to do where it is not.",
        footerHeading = "%nExamples:%n",
        footer = "  demarc doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 21;
    private static final int QUICKEST_JAVA = 25;
    private static final long LEAST_HEAP = 256L << 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    /**
     * What one look came to.
     *
     * @param needed whether the program cannot do without
     * @param advice what to do when it is not well; empty when it is
     */
    private record Look(String what, String found, boolean well, boolean needed, String advice) {}

    @Override
    public Integer call() {
        List<Look> looks = List.of(java(), heap(), knowledge(), terminal(), startCache(), temporaryFolder());
        boolean fit = true;
        for (Look look : looks) {
            String mark = look.well() ? "ok  " : look.needed() ? "BAD " : "note";
            main.session().out().println(String.format(Locale.ROOT, "%s  %-18s %s", mark, look.what(), look.found()));
            if (!look.well()) {
                main.session().out().println("      " + look.advice());
                fit &= !look.needed();
            }
        }
        main.session().out().println();
        main.session()
                .out()
                .println(fit ? "Everything needed is here." : "Something needed is missing; see BAD above.");
        return (fit ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private static Look java() {
        int feature = Runtime.version().feature();
        return new Look(
                "Java",
                Runtime.version() + " in " + System.getProperty("java.home"),
                feature >= QUICKEST_JAVA,
                feature < OLDEST_JAVA,
                "works from " + OLDEST_JAVA + " on; from " + QUICKEST_JAVA + " on it starts twice as fast");
    }

    private static Look heap() {
        long most = Runtime.getRuntime().maxMemory();
        return new Look(
                "Memory",
                String.format(Locale.ROOT, "up to %,d MB of heap", most >> 20),
                most >= LEAST_HEAP,
                false,
                "large estates need more: set DEMARC_HEAP=512m or above");
    }

    private static Look knowledge() {
        try {
            Catalogue catalogue = ShippedKnowledge.catalogue();
            return new Look(
                    "Knowledge",
                    "version " + catalogue.version() + ": " + catalogue.rows().size() + " resource types, "
                            + catalogue.controls().size() + " controls, "
                            + catalogue.editions().size() + " editions of the matrix",
                    true,
                    true,
                    "");
        } catch (IllegalStateException broken) {
            return new Look(
                    "Knowledge",
                    String.valueOf(broken.getMessage()),
                    false,
                    true,
                    "build the program again: ./mvnw package");
        }
    }

    private Look terminal() {
        Terminal terminal = main.session().terminal();
        var can = new ArrayList<String>();
        can.add(terminal.columns() + " columns");
        can.add(terminal.colour() ? "colours" : "no colours");
        can.add(terminal.unicode() ? "Unicode" : "ASCII only");
        return new Look(
                "Terminal",
                String.join(", ", can),
                terminal.unicode(),
                false,
                "set LANG to a UTF-8 locale to see lines and blocks");
    }

    private static Look startCache() {
        String cache = System.getProperty("demarc.aot", "");
        return new Look(
                "Start-up cache",
                cache.isEmpty() ? "not used in this run" : cache,
                !cache.isEmpty(),
                false,
                "it is made in the background at the first use of ./demarc on Java " + QUICKEST_JAVA);
    }

    private static Look temporaryFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        try {
            Files.delete(Files.createTempFile(folder, "demarc-", ".tmp"));
            return new Look("Temporary folder", folder.toString(), true, false, "");
        } catch (IOException failure) {
            return new Look(
                    "Temporary folder", folder + " cannot be written", false, false, "set TMPDIR to one that can");
        }
    }
}

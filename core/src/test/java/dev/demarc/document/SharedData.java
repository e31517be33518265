package dev.demarc.document;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data that lies beside the project on the machines of its developers and is not committed. */
public final class SharedData {
    private SharedData() {}

    /** A file of it; where it is absent, the test that asks is skipped and says so. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("demarc.root", ".."), "../shared/data", name)
                .normalize();
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }
}

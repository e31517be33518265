package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** Outputs that are committed and compared; {@code -Dbless=true} writes them anew, to be reviewed as a diff. */
@NullMarked
final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("demarc.root", ".."), "core/src/test/resources/report/golden");

    private Golden() {}

    /** Compares a text with the committed file of this name. */
    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("true".equals(System.getProperty("demarc.bless"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /** What is written. */
    static String written(Consumer<Appendable> report) {
        var text = new StringBuilder();
        report.accept(text);
        return text.toString();
    }
}

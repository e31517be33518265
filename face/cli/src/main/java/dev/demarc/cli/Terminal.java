package dev.demarc.cli;

import dev.demarc.report.Screen;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that a person sits at, as far as the environment tells.
 *
 * @param columns its width; 80 when the environment does not say
 * @param colour whether colours are wanted: a terminal and neither {@code NO_COLOR} nor a dumb one, or {@code
 *     FORCE_COLOR}
 * @param unicode whether lines and blocks can be drawn: unless the locale names another encoding
 * @param person whether a person is looking, so that progress makes sense
 */
record Terminal(int columns, boolean colour, boolean unicode, boolean person) {
    private static final int USUAL = 80;

    /**
     * The terminal of a process with this environment.
     *
     * @param outIsTerminal whether results go to a terminal
     * @param errIsTerminal whether progress would
     */
    static Terminal of(Map<String, String> environment, boolean outIsTerminal, boolean errIsTerminal) {
        boolean plain = isSet(environment, "NO_COLOR") || "dumb".equals(environment.get("TERM"));
        return new Terminal(
                columns(environment.get("COLUMNS")),
                (outIsTerminal || isSet(environment, "FORCE_COLOR")) && !plain,
                isUnicode(environment),
                errIsTerminal);
    }

    /** What text is laid out for: this terminal, or a file that keeps its width and no colour. */
    Screen screen(boolean toFile) {
        return Screen.of(columns, colour && !toFile, unicode || toFile);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    private static int columns(@Nullable String columns) {
        return columns != null && columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL;
    }

    private static boolean isUnicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (isSet(environment, name)) {
                String locale = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
                return locale.contains("utf") || !locale.contains(".");
            }
        }
        return true;
    }
}

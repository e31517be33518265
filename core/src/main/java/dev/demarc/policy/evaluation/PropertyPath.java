package dev.demarc.policy.evaluation;

import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way into a resource's document, split once: names, and {@link #EACH} for every member of an array.
 *
 * @param guessed whether the path rests on a naming convention, so that finding nothing there proves nothing
 * @param extraction which part of the text found is the value; empty for whatever is found
 * @param arrays how many steps lead to an object that in another version of the API is an array: where it is one, this
 *     path names nothing, and the alias for the array names what is there
 */
public record PropertyPath(
        List<String> steps, boolean guessed, Optional<Alias.Extraction> extraction, Set<Integer> arrays) {
    /** Every member of the array that the steps before it lead to. */
    public static final String EACH = "[*]";

    public PropertyPath {
        steps = List.copyOf(steps);
        arrays = Set.copyOf(arrays);
    }

    /**
     * The path written as names joined by dots, with {@code [*]} after an array; a name or position in other brackets
     * is a step as well.
     */
    public static PropertyPath of(String text, boolean guessed) {
        var steps = new ArrayList<String>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '[' ? text.indexOf(']', at) : -1;
            if (c == '.' || end > 0) {
                boolean named = at > from || (c == '.' && (at == 0 || text.charAt(at - 1) != ']'));
                if (named) {
                    steps.add(text.substring(from, at));
                }
                if (end > 0) {
                    steps.add(inBrackets(text.substring(at, end + 1)));
                }
                at = end > 0 ? end + 1 : at + 1;
                from = at;
            } else {
                at++;
            }
        }
        if (from < text.length() || steps.isEmpty() || text.endsWith(".")) {
            steps.add(text.substring(from));
        }
        return new PropertyPath(steps, guessed, Optional.empty(), Set.of());
    }

    /** The same way, to a part of the text found. */
    PropertyPath reading(Optional<Alias.Extraction> part) {
        return new PropertyPath(steps, guessed, part, arrays);
    }

    /** A path of the table, beside the other paths that the table has for the type. */
    static PropertyPath of(String text, Aliases aliases, ResourceType type) {
        var arrays = new HashSet<Integer>();
        int steps = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean bracket = text.startsWith(EACH, at);
            if (bracket || text.charAt(at) == '.') {
                steps++;
                if (!bracket
                        && !text.startsWith(EACH, at - EACH.length())
                        && aliases.isArray(type, text.substring(0, at))) {
                    arrays.add(steps);
                }
            }
        }
        return new PropertyPath(of(text, false).steps(), false, Optional.empty(), arrays);
    }

    private static String inBrackets(String bracket) {
        String inside = bracket.substring(1, bracket.length() - 1);
        boolean quoted = inside.length() >= 2
                && (inside.charAt(0) == '\'' || inside.charAt(0) == '"')
                && inside.charAt(inside.length() - 1) == inside.charAt(0);
        return bracket.equals(EACH) ? EACH : quoted ? inside.substring(1, inside.length() - 1) : inside;
    }

    /** How many arrays it goes through member by member. */
    public int depth() {
        return (int) steps.stream().filter(EACH::equals).count();
    }

    /** The first name. */
    public String root() {
        return steps.getFirst();
    }

    /** The path as it is written. */
    public String text() {
        return String.join(".", steps).replace("." + EACH, EACH);
    }
}

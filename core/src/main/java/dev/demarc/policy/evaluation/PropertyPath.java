package dev.demarc.policy.evaluation;

import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A way into a resource's document, split once: names, and {@link #EACH} for every member of an array.
 *
 * @param guessed whether the path rests on a naming convention, so that finding nothing there proves nothing
 * @param arrays how many steps lead to an object that in another version of the API is an array: where it is one, this
 *     path names nothing, and the alias for the array names what is there
 */
record PropertyPath(List<String> steps, boolean guessed, Set<Integer> arrays) {
    /** Every member of the array that the steps before it lead to. */
    static final String EACH = "[*]";

    PropertyPath {
        steps = List.copyOf(steps);
        arrays = Set.copyOf(arrays);
    }

    /** The path written as names joined by dots, with {@code [*]} after an array. */
    static PropertyPath of(String text, boolean guessed) {
        var steps = new ArrayList<String>();
        for (String part : text.split("\\.", -1)) {
            int bracket = part.indexOf(EACH);
            if (bracket < 0) {
                steps.add(part);
                continue;
            }
            if (bracket > 0) {
                steps.add(part.substring(0, bracket));
            }
            for (int at = bracket; part.startsWith(EACH, at); at += EACH.length()) {
                steps.add(EACH);
            }
        }
        return new PropertyPath(steps, guessed, Set.of());
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
        return new PropertyPath(of(text, false).steps(), false, arrays);
    }

    /** How many arrays it goes through member by member. */
    int depth() {
        return (int) steps.stream().filter(EACH::equals).count();
    }

    /** The first name. */
    String root() {
        return steps.getFirst();
    }
}

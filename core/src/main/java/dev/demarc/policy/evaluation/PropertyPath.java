package dev.demarc.policy.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * A way into a resource's document, split once: names, and {@link #EACH} for every member of an array.
 *
 * @param guessed whether the path rests on a naming convention, so that finding nothing there proves nothing
 */
public record PropertyPath(List<String> steps, boolean guessed) {
    /** Every member of the array that the steps before it lead to. */
    public static final String EACH = "[*]";

    public PropertyPath {
        steps = List.copyOf(steps);
    }

    /** The path written as names joined by dots, with {@code [*]} after an array. */
    public static PropertyPath of(String text, boolean guessed) {
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
        return new PropertyPath(steps, guessed);
    }

    /** How many arrays it goes through member by member. */
    public int arrays() {
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

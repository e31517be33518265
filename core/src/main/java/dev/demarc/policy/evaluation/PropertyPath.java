package dev.demarc.policy.evaluation;

import dev.demarc.knowledge.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way into a resource's document, split once: names, and {@link #EACH} for every member of an array.
 *
 * @param guessed whether the path rests on a naming convention, so that finding nothing there proves nothing
 * @param extraction which part of the text found is the value; empty for whatever is found
 */
record PropertyPath(List<String> steps, boolean guessed, Optional<Alias.Extraction> extraction) {
    /** Every member of the array that the steps before it lead to. */
    static final String EACH = "[*]";

    PropertyPath {
        steps = List.copyOf(steps);
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
        return new PropertyPath(steps, guessed, Optional.empty());
    }

    /** The same way, to a part of the text found. */
    PropertyPath reading(Optional<Alias.Extraction> part) {
        return new PropertyPath(steps, guessed, part);
    }

    /** How many arrays it goes through member by member. */
    int arrays() {
        return (int) steps.stream().filter(EACH::equals).count();
    }

    /** The first name. */
    String root() {
        return steps.getFirst();
    }
}

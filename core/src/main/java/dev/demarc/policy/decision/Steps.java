package dev.demarc.policy.decision;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.Alias;
import dev.demarc.policy.evaluation.Properties;
import dev.demarc.policy.evaluation.PropertyPath;
import org.jspecify.annotations.Nullable;

/** A path made ready to be gone along, step by step. */
final class Steps {
    private final PropertyPath path;
    private final String written;
    private final String[] names;
    /** The position in an array that a step spells; -1 when it spells none. */
    private final int[] positions;
    /** Whether a step leads away from what another version of the API has as an array. */
    private final boolean[] fromArrays;

    private final Alias.@Nullable Extraction extraction;
    private final int lastArray;

    Steps(PropertyPath path) {
        this.path = path;
        this.written = path.text();
        this.names = path.steps().toArray(String[]::new);
        this.positions = new int[names.length];
        this.fromArrays = new boolean[names.length];
        for (int step = 0; step < names.length; step++) {
            positions[step] = Properties.isPosition(names[step]) ? Integer.parseInt(names[step]) : -1;
            fromArrays[step] = path.arrays().contains(step);
        }
        this.extraction = path.extraction().orElse(null);
        this.lastArray = path.steps().lastIndexOf(PropertyPath.EACH);
    }

    /** The path itself. */
    PropertyPath path() {
        return path;
    }

    /** The path as it is written. */
    String written() {
        return written;
    }

    /** How many there are. */
    int count() {
        return names.length;
    }

    /** Whether a step goes to every member of an array. */
    boolean isEach(int step) {
        return names[step].equals(PropertyPath.EACH);
    }

    /** Whether a later step goes to every member of an array. */
    boolean comesToAnArray(int step) {
        return step < lastArray;
    }

    /** Where a step leads from a value; null when nowhere. */
    @Nullable
    JsonValue next(JsonValue value, int step) {
        if (value instanceof JsonObject object) {
            return object.getIgnoreCase(names[step]);
        }
        int position = positions[step];
        return position >= 0 && value instanceof JsonArray array && position < array.size()
                ? array.get(position)
                : null;
    }

    /** Whether a value from which a step leads nowhere hides what is behind it, being of another kind than expected. */
    boolean hides(JsonValue value, int step) {
        if (value instanceof JsonObject || value == JsonNull.NULL) {
            return false;
        }
        return !(value instanceof JsonArray) || (positions[step] < 0 && !fromArrays[step]);
    }

    /** What the path is about in the value at its end; null when that is not there. */
    @Nullable
    JsonValue part(JsonValue value) {
        if (extraction == null) {
            return value;
        }
        return value instanceof JsonString text
                ? extraction.from(text.value()).map(JsonString::new).orElse(null)
                : null;
    }
}

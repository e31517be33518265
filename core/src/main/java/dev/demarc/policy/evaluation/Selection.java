package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field names in one resource. */
public sealed interface Selection {

    /**
     * Values.
     *
     * @param collection whether these are the members of arrays, so that there may be none or many
     * @param arrayMissing whether an array on the way is not there
     */
    record Values(List<Selected> values, boolean collection, boolean arrayMissing) implements Selection {
        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * Nothing can be said.
     *
     * @param says one sentence
     */
    record Unseen(String says) implements Selection {}

    /**
     * One value, or the place where it would be.
     *
     * @param value null when absent
     * @param members the members of arrays on the way; null when there are none
     */
    record Selected(
            @Nullable JsonValue value,
            JsonPointer at,
            @Nullable Chosen members) {}

    /** The member of an array that was chosen on the way, and those chosen before it. */
    record Chosen(JsonArray array, int index, @Nullable Chosen before) {}
}

package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is asked about.
 *
 * @param resource the resource whose fields conditions compare
 * @param judged the resource that the function {@code field} looks at: another one in an existence condition
 */
public record Scope(
        Resource resource,
        Resource judged,
        Neighbours neighbours,
        @Nullable Member innermost,
        Effort effort) {

    /** A resource and what stands around it. */
    public static Scope of(Resource resource, Neighbours neighbours) {
        return new Scope(resource, resource, neighbours, null, Effort.ofJudgement());
    }

    /** The same question about a related resource. */
    public Scope about(Resource related) {
        return new Scope(related, judged, neighbours, null, Effort.ofJudgement());
    }

    /** The same inside a count, at one of its members. */
    public Scope at(String name, JsonValue member, boolean ofField, Selection.@Nullable Chosen chosen) {
        return at(name, member, JsonPointer.ROOT, ofField, chosen);
    }

    /** The same, at a member of which it is known where it stands. */
    public Scope at(
            String name, JsonValue member, JsonPointer place, boolean ofField, Selection.@Nullable Chosen chosen) {
        var inside = new Member(name, member, place, ofField, chosen, innermost);
        return new Scope(resource, judged, neighbours, inside, effort);
    }

    /** The position of the member that counts around have chosen from an array; -1 when they have chosen none. */
    @SuppressWarnings("ReferenceEquality") // this very array, not one that looks the same elsewhere in the resource
    public int chosen(JsonArray array) {
        for (Member member = innermost; member != null; member = member.outer) {
            for (var chosen = member.chosen; chosen != null; chosen = chosen.before()) {
                if (chosen.array() == array) {
                    return chosen.index();
                }
            }
        }
        return -1;
    }

    /**
     * The member of a count that is looked at.
     *
     * @param name what {@code current} calls it: the alias counted, or the name of the count
     * @param place where it stands in the resource; the root for an item of a computed array, and where nobody asks
     * @param ofField whether a field is counted, rather than a value
     * @param outer the member of the count around; null when there is none
     */
    public record Member(
            String name,
            JsonValue value,
            JsonPointer place,
            boolean ofField,
            Selection.@Nullable Chosen chosen,
            @Nullable Member outer) {}
}

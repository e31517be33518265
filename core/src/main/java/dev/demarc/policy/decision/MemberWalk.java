package dev.demarc.policy.decision;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Selection.Chosen;
import org.jspecify.annotations.Nullable;

/** One walk along a path that goes through arrays, member by member; inside counts only at those they have chosen. */
final class MemberWalk {
    private final Steps steps;
    private final Scope scope;
    private final Visitor visitor;
    private boolean arrayMissing;
    private boolean absent;
    private boolean hidden;

    private MemberWalk(Steps steps, Scope scope, Visitor visitor) {
        this.steps = steps;
        this.scope = scope;
        this.visitor = visitor;
    }

    /** What a walk comes upon. */
    interface Visitor {
        /**
         * A value at the end of the path, or the place where one would be.
         *
         * @param value null when absent
         * @param members the members of arrays on the way; null when there are none or nobody keeps them
         */
        void at(@Nullable JsonValue value, @Nullable Chosen members);

        /** Whether the members on the way are wanted. */
        boolean keepsMembers();
    }

    /** Walks a path in the resource that a scope asks about. */
    static MemberWalk along(Steps steps, Scope scope, Visitor visitor) {
        var walk = new MemberWalk(steps, scope, visitor);
        walk.from(scope.resource().document(), 0, null);
        return walk;
    }

    /** Whether an array on the way is not there. */
    boolean arrayMissing() {
        return arrayMissing;
    }

    /** Whether anything on the way is not there. */
    boolean foundNothingSomewhere() {
        return arrayMissing || absent;
    }

    /** Whether a value of another kind than the path goes through hides what is behind it. */
    boolean hidden() {
        return hidden;
    }

    private void from(JsonValue start, int first, @Nullable Chosen chosen) {
        JsonValue value = start;
        for (int step = first; step < steps.count(); step++) {
            if (steps.isEach(step)) {
                members(value, step, chosen);
                return;
            }
            JsonValue next = steps.next(value, step);
            if (next == null) {
                missing(value, step, chosen);
                return;
            }
            value = next;
        }
        visitor.at(steps.part(value), chosen);
    }

    private void missing(JsonValue value, int step, @Nullable Chosen chosen) {
        hidden |= steps.hides(value, step);
        if (steps.comesToAnArray(step)) {
            arrayMissing = true;
        } else {
            absent = true;
            visitor.at(null, chosen);
        }
    }

    private void members(JsonValue value, int step, @Nullable Chosen chosen) {
        if (!(value instanceof JsonArray array)) {
            arrayMissing = true;
            hidden |= value != JsonNull.NULL;
            return;
        }
        int only = scope.innermost() == null ? -1 : scope.chosen(array);
        int from = only < 0 ? 0 : only;
        int to = only < 0 ? array.size() : only + 1;
        for (int i = from; i < to; i++) {
            from(array.get(i), step + 1, visitor.keepsMembers() ? new Chosen(array, i, chosen) : null);
        }
    }
}

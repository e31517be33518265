package dev.demarc.policy.decision;

import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Properties;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Selection.Chosen;
import dev.demarc.policy.evaluation.Truth;
import org.jspecify.annotations.Nullable;

/** The members of arrays, or something in each: a question must hold of all. */
final class MembersLeft implements LeftSide {
    private final FieldReference reference;
    private final Steps steps;
    private final boolean missingArrayIsEmpty;

    MembersLeft(FieldReference reference, Steps steps, boolean missingArrayIsEmpty) {
        this.reference = reference;
        this.steps = steps;
        this.missingArrayIsEmpty = missingArrayIsEmpty;
    }

    @Override
    public Truth asked(Question question, Scope scope) {
        var all = new All(question);
        var walk = MemberWalk.along(steps, scope, all);
        if (walk.hidden()) {
            return LeftSide.selected(reference, question, scope, missingArrayIsEmpty);
        }
        if (walk.foundNothingSomewhere()) {
            String unseen = Properties.whyUnseen(steps.path(), steps.written(), scope.resource());
            if (unseen != null) {
                return Truth.notSeen(unseen);
            }
        }
        if (walk.arrayMissing() && !missingArrayIsEmpty) {
            all.at(null, null);
        }
        return all.truth;
    }

    /** Whether a question holds of all values. */
    private static final class All implements MemberWalk.Visitor {
        private final Question question;
        private Truth truth = Truth.Decided.TRUE;

        All(Question question) {
            this.question = question;
        }

        @Override
        public void at(@Nullable JsonValue value, @Nullable Chosen members) {
            if (truth == Truth.Decided.FALSE) {
                return;
            }
            Truth here = question.of(value);
            if (here == Truth.Decided.FALSE) {
                truth = here;
            } else if (here instanceof Truth.Undecided undecided) {
                truth = Decider.reported(truth, undecided);
            }
        }

        @Override
        public boolean keepsMembers() {
            return false;
        }
    }
}

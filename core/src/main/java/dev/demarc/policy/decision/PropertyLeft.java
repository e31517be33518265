package dev.demarc.policy.decision;

import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Properties;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;

/** One property, on a path that goes to no members of arrays. */
record PropertyLeft(FieldReference reference, Steps steps) implements LeftSide {
    @Override
    public Truth asked(Question question, Scope scope) {
        Resource resource = scope.resource();
        JsonValue value = resource.document();
        for (int step = 0; step < steps.count(); step++) {
            JsonValue next = steps.next(value, step);
            if (next == null) {
                return steps.hides(value, step)
                        ? LeftSide.selected(reference, question, scope, true)
                        : absent(question, resource);
            }
            value = next;
        }
        return question.of(steps.part(value));
    }

    private Truth absent(Question question, Resource resource) {
        String unseen = Properties.whyUnseen(steps.path(), steps.written(), resource);
        return unseen == null ? question.of(null) : Truth.notSeen(unseen);
    }
}

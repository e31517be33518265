package dev.demarc.policy.decision;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Expressions;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Properties;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Selection;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a comparison looks at, and where that stands. */
interface LeftSide {
    /** Whether a question holds of what this names. */
    Truth asked(Question question, Scope scope);

    /** The answer whatever the resource; null when it depends on it. */
    default @Nullable Truth always(Question question) {
        return null;
    }

    /** One value, the same for every resource. */
    record Fixed(@Nullable JsonValue value) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            return question.of(value);
        }

        @Override
        public Truth always(Question question) {
            return question.of(value);
        }
    }

    /** No value to ask, with an answer for every question. */
    record Settled(Truth truth) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            return truth;
        }

        @Override
        public Truth always(Question question) {
            return truth;
        }
    }

    /** What the resource's id or type tells. */
    record Known(FieldReference.Known known) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            return question.of(new JsonString(Properties.known(known, scope.resource())));
        }
    }

    /** The region. */
    record Location(FieldReference reference) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            Resource resource = scope.resource();
            JsonValue value = resource.document().getIgnoreCase("location");
            return value == null && Properties.isCut(resource)
                    ? selected(reference, question, scope, true)
                    : question.of(value);
        }
    }

    /** A tag. */
    record Tag(FieldReference.Tag tag) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            Resource resource = scope.resource();
            JsonValue tags = resource.document().getIgnoreCase("tags");
            if (tags == null && Properties.isCut(resource)) {
                return selected(tag, question, scope, true);
            }
            return question.of(tags instanceof JsonObject object ? object.getIgnoreCase(tag.name()) : null);
        }
    }

    /** Whatever a field names. */
    record Selected(FieldReference reference, boolean missingArrayIsEmpty) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            return selected(reference, question, scope, missingArrayIsEmpty);
        }
    }

    /** A computed value. */
    record Computed(Template value, Expressions expressions) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            Outcome outcome = expressions.value(value, scope, new ArrayList<>());
            return outcome instanceof Outcome.Value found ? question.of(found.value()) : Evaluator.undecided(outcome);
        }
    }

    /** A question asked of whatever a field names, in the long way. */
    static Truth selected(FieldReference reference, Question question, Scope scope, boolean missingArrayIsEmpty) {
        return switch (Properties.select(reference, scope.resource(), scope)) {
            case Selection.Unseen unseen -> Truth.notSeen(unseen.says());
            case Selection.Values values -> {
                var truths = new ArrayList<Truth>();
                values.values().forEach(one -> truths.add(question.of(one.value())));
                if (values.arrayMissing() && !missingArrayIsEmpty) {
                    truths.add(question.of(null));
                }
                yield Truth.all(truths);
            }
        };
    }
}

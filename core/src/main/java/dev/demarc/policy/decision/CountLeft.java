package dev.demarc.policy.decision;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Effort;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Expressions;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.Properties;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Selection;
import dev.demarc.policy.evaluation.Selection.Chosen;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many members of an array satisfy a condition. */
final class CountLeft {
    private CountLeft() {}

    /** The members of an array of the resource that stands on one path. */
    static final class OfPath implements LeftSide {
        private final String name;
        private final FieldReference reference;
        private final Steps steps;
        private final @Nullable Decider where;

        /**
         * The members that an alias names.
         *
         * @param name the alias, as {@code current} calls a member
         * @param where what counts; null when everything does
         */
        OfPath(String name, FieldReference reference, Steps steps, @Nullable Decider where) {
            this.name = name;
            this.reference = reference;
            this.steps = steps;
            this.where = where;
        }

        @Override
        public Truth asked(Question question, Scope scope) {
            var members = new Members(where != null);
            var walk = MemberWalk.along(steps, scope, members);
            if (walk.hidden()) {
                return selected(name, reference, question, where, scope);
            }
            if (walk.foundNothingSomewhere()) {
                String unseen = Properties.whyUnseen(steps.path(), steps.written(), scope.resource());
                if (unseen != null) {
                    return Truth.notSeen(unseen);
                }
            }
            if (!scope.effort().goesThrough(members.values.size() + members.absent)) {
                return Evaluator.undecided(Effort.tooMuch());
            }
            var counting = new Counting(question, where);
            if (counting.countsAll()) {
                counting.add(members.values.size());
            }
            for (int i = 0; i < members.chosen.size() && !counting.settled(); i++) {
                counting.add(scope.at(name, members.values.get(i), true, members.chosen.get(i)));
            }
            return counting.answer();
        }
    }

    /** The members found, an absent one left out. */
    private static final class Members implements MemberWalk.Visitor {
        private final boolean keepsMembers;
        private final List<JsonValue> values = new ArrayList<>();
        private final List<@Nullable Chosen> chosen = new ArrayList<>();
        private int absent;

        Members(boolean keepsMembers) {
            this.keepsMembers = keepsMembers;
        }

        @Override
        public void at(@Nullable JsonValue value, @Nullable Chosen members) {
            if (value == null) {
                absent++;
                return;
            }
            values.add(value);
            if (keepsMembers) {
                chosen.add(members);
            }
        }

        @Override
        public boolean keepsMembers() {
            return keepsMembers;
        }
    }

    /** The members of an array that something other than one path names. */
    record OfReference(
            String name, FieldReference reference, @Nullable Decider where) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            return selected(name, reference, question, where, scope);
        }
    }

    /** The members of an array whose name depends on the resource. */
    record OfNamed(
            Template alias,
            Fields fields,
            Expressions expressions,
            @Nullable Decider where) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            Outcome outcome = expressions.value(alias, scope, new ArrayList<>());
            return outcome instanceof Outcome.Value(JsonString name)
                    ? selected(name.value(), fields.reference(name.value()), question, where, scope)
                    : Evaluator.undecided(outcome);
        }
    }

    /** The items of an array that the rule writes or computes. */
    record OfItems(
            Template items,
            String name,
            Expressions expressions,
            @Nullable Decider where) implements LeftSide {
        @Override
        public Truth asked(Question question, Scope scope) {
            Outcome outcome = expressions.value(items, scope, new ArrayList<>());
            if (!(outcome instanceof Outcome.Value(JsonValue value))) {
                return Evaluator.undecided(outcome);
            }
            if (!(value instanceof JsonArray array)) {
                return Evaluator.notAnArray(value);
            }
            if (!scope.effort().goesRound(array.size())) {
                return Evaluator.undecided(Effort.tooMuch());
            }
            var counting = new Counting(question, where);
            if (counting.countsAll()) {
                counting.add(array.size());
                return counting.answer();
            }
            for (int i = 0; i < array.size() && !counting.settled(); i++) {
                counting.add(scope.at(name, array.get(i), false, null));
            }
            return counting.answer();
        }
    }

    /** A count of whatever a field names, in the long way. */
    private static Truth selected(
            String name, FieldReference reference, Question question, @Nullable Decider where, Scope scope) {
        return switch (Properties.select(reference, scope.resource(), scope)) {
            case Selection.Unseen unseen -> Truth.notSeen(unseen.says());
            case Selection.Values values -> {
                if (!scope.effort().goesThrough(values.values().size())) {
                    yield Evaluator.undecided(Effort.tooMuch());
                }
                var counting = new Counting(question, where);
                for (Selection.Selected one : values.values()) {
                    if (one.value() != null && !counting.settled()) {
                        counting.add(scope.at(name, one.value(), true, one.members()));
                    }
                }
                yield counting.answer();
            }
        };
    }
}

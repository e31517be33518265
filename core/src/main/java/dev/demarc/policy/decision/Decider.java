package dev.demarc.policy.decision;

import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Comparing;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Expressions;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.List;

/** A condition on resources of one type, ready to be decided. */
sealed interface Decider {
    /** What always holds. */
    Decider TRUE = new Constant(Truth.Decided.TRUE);

    /** What never holds. */
    Decider FALSE = new Constant(Truth.Decided.FALSE);

    /** Whether it holds of what a scope asks about. */
    Truth decide(Scope scope);

    /** The same answer for everything. */
    record Constant(Truth truth) implements Decider {
        @Override
        public Truth decide(Scope scope) {
            return truth;
        }
    }

    /** Whether all of several hold, or any, as {@link Truth#all} and {@link Truth#any} combine them. */
    final class Group implements Decider {
        private final Decider[] parts;
        private final Truth.Decided decisive;
        private final Truth otherwise;

        private Group(List<Decider> parts, Truth.Decided decisive) {
            this.parts = parts.toArray(Decider[]::new);
            this.decisive = decisive;
            this.otherwise = decisive.negated();
        }

        /** Whether all hold. */
        static Decider all(List<Decider> parts) {
            return of(parts, Truth.Decided.FALSE);
        }

        /** Whether any holds. */
        static Decider any(List<Decider> parts) {
            return of(parts, Truth.Decided.TRUE);
        }

        /** A constant that decides is the whole answer; one that decides nothing is left out. */
        private static Decider of(List<Decider> parts, Truth.Decided decisive) {
            var open = new ArrayList<Decider>();
            for (Decider part : parts) {
                if (part instanceof Constant(Truth truth) && truth == decisive) {
                    return part;
                } else if (part instanceof Group group && group.decisive == decisive) {
                    open.addAll(List.of(group.parts));
                } else if (!(part instanceof Constant(Truth.Decided none))) {
                    open.add(part);
                }
            }
            return switch (open.size()) {
                case 0 -> new Constant(decisive.negated());
                case 1 -> open.getFirst();
                default -> new Group(open, decisive);
            };
        }

        @Override
        public Truth decide(Scope scope) {
            Truth answer = otherwise;
            for (Decider part : parts) {
                Truth truth = part.decide(scope);
                if (truth == decisive) {
                    return decisive;
                }
                if (truth instanceof Truth.Undecided undecided) {
                    answer = reported(answer, undecided);
                }
            }
            return answer;
        }
    }

    /** What is reported of a group that is open: the first failure, else the first thing not seen. */
    static Truth reported(Truth sofar, Truth.Undecided next) {
        boolean stays = sofar instanceof Truth.Undecided before
                && (before.cause() == Truth.Cause.FAILED || next.cause() == Truth.Cause.NOT_SEEN);
        return stays ? sofar : next;
    }

    /** The opposite. */
    record Not(Decider part) implements Decider {
        /** The opposite of a part. */
        static Decider of(Decider part) {
            return switch (part) {
                case Constant constant -> new Constant(constant.truth.negated());
                case Not not -> not.part;
                case Group group -> new Not(group);
                case Asked asked -> new Not(asked);
                case Computed computed -> new Not(computed);
                case Named named -> new Not(named);
                case OrAbsent value -> new Not(value);
            };
        }

        @Override
        public Truth decide(Scope scope) {
            return part.decide(scope).negated();
        }
    }

    /** A comparison with a right side that the rule alone decides. */
    record Asked(LeftSide left, Question question) implements Decider {
        /** The comparison, decided now if its left side is known too. */
        static Decider of(LeftSide left, Question question) {
            Truth always = left.always(question);
            return always == null ? new Asked(left, question) : new Constant(always);
        }

        @Override
        public Truth decide(Scope scope) {
            return left.asked(question, scope);
        }
    }

    /** A comparison with a right side that depends on the resource. */
    record Computed(
            LeftSide left,
            Operator operator,
            Template right,
            Reading reading,
            Comparing comparing,
            Expressions expressions,
            boolean failureIsAbsence)
            implements Decider {
        @Override
        public Truth decide(Scope scope) {
            Outcome outcome = expressions.value(right, scope, new ArrayList<>());
            return outcome instanceof Outcome.Value wanted
                    ? left.asked(found -> comparing.compare(operator, found, wanted.value(), reading), scope)
                    : Evaluator.withoutRight(operator, outcome, failureIsAbsence);
        }
    }

    /** A comparison of a field whose name depends on the resource. */
    record Named(
            Template name,
            Operator operator,
            Template right,
            Comparing comparing,
            Expressions expressions,
            Fields fields,
            boolean missingArrayIsEmpty,
            boolean failureIsAbsence)
            implements Decider {
        @Override
        public Truth decide(Scope scope) {
            Outcome outcome = expressions.value(right, scope, new ArrayList<>());
            if (!(outcome instanceof Outcome.Value(JsonValue wanted))) {
                return Evaluator.withoutRight(operator, outcome, failureIsAbsence);
            }
            Outcome named = expressions.value(name, scope, new ArrayList<>());
            if (!(named instanceof Outcome.Value(JsonString text))) {
                return Evaluator.undecided(named);
            }
            FieldReference reference = fields.reference(text.value());
            Reading reading = reference instanceof FieldReference.Location ? Reading.REGION : Reading.PROPERTY;
            return LeftSide.selected(
                    reference,
                    found -> comparing.compare(operator, found, wanted, reading),
                    scope,
                    missingArrayIsEmpty);
        }
    }

    /** A comparison of a computed value that counts as an absent property where it cannot be computed. */
    record OrAbsent(Template left, Operator operator, Template right, Comparing comparing, Expressions expressions)
            implements Decider {
        @Override
        public Truth decide(Scope scope) {
            Outcome outcome = expressions.value(right, scope, new ArrayList<>());
            if (!(outcome instanceof Outcome.Value(JsonValue wanted))) {
                return Evaluator.withoutRight(operator, outcome, true);
            }
            return switch (expressions.value(left, scope, new ArrayList<>())) {
                case Outcome.Failed failed -> comparing.compare(operator, null, wanted, Reading.PROPERTY);
                case Outcome.Unseen unseen -> Evaluator.undecided(unseen);
                case Outcome.Value found -> comparing.compare(operator, found.value(), wanted, Reading.VALUE);
            };
        }
    }
}

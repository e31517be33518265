package dev.demarc.policy.decision;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Expressions;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.PropertyPath;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one condition for resources in one view of their type. A comparison asks for its right side before its left,
 * as the explaining twin does, so that both report the same reason where both sides fail.
 */
final class ConditionCompiler {
    private final Fields fields;
    private final Expressions expressions;
    private final ResourceFree free;
    private final SemanticsProfile semantics;
    private final Questions questions;
    private final TypeView view;

    private final boolean failureIsAbsence;

    ConditionCompiler(
            Fields fields, Expressions expressions, ResourceFree free, SemanticsProfile semantics, TypeView view) {
        this.fields = fields;
        this.expressions = expressions;
        this.free = free;
        this.semantics = semantics;
        this.failureIsAbsence = semantics.is(Dispute.FAILURE_IS_ABSENCE);
        this.questions = new Questions(semantics);
        this.view = view;
    }

    /** The condition, ready to be decided. */
    Decider decider(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> Decider.Group.all(deciders(all.parts()));
            case Condition.AnyOf any -> Decider.Group.any(deciders(any.parts()));
            case Condition.Not not -> Decider.Not.of(decider(not.part()));
            case Condition.Comparison comparison -> comparison(comparison);
        };
    }

    private List<Decider> deciders(List<Condition> conditions) {
        return conditions.stream().map(this::decider).toList();
    }

    private Decider comparison(Condition.Comparison comparison) {
        Outcome right = free.outcome(comparison.right());
        if (right != null && !(right instanceof Outcome.Value)) {
            return new Decider.Constant(Evaluator.withoutRight(comparison.operator(), right, failureIsAbsence));
        }
        @Nullable JsonValue wanted = right instanceof Outcome.Value value ? value.value() : null;
        return switch (comparison.left()) {
            case Left.Field field -> field(comparison, field, wanted);
            case Left.Value value -> value(comparison, value, wanted);
            case Left.FieldCount count -> asked(comparison, count(count), Reading.VALUE, wanted);
            case Left.ValueCount count -> asked(comparison, count(count), Reading.VALUE, wanted);
        };
    }

    private Decider asked(Condition.Comparison comparison, LeftSide left, Reading reading, @Nullable JsonValue wanted) {
        return wanted == null
                ? new Decider.Computed(
                        left,
                        comparison.operator(),
                        free.folded(comparison.right()),
                        reading,
                        questions.comparing(),
                        expressions,
                        failureIsAbsence)
                : Decider.Asked.of(left, questions.of(comparison.operator(), wanted, reading));
    }

    private Decider field(Condition.Comparison comparison, Left.Field field, @Nullable JsonValue wanted) {
        Outcome name = free.outcome(field.name());
        if (name == null) {
            Template right = wanted == null ? free.folded(comparison.right()) : new Template.Constant(wanted);
            return new Decider.Named(
                    free.folded(field.name()),
                    comparison.operator(),
                    right,
                    questions.comparing(),
                    expressions,
                    fields,
                    semantics.missingArrayIsEmpty(),
                    failureIsAbsence);
        }
        if (!(name instanceof Outcome.Value(JsonString text))) {
            return asked(comparison, settled(name), Reading.PROPERTY, wanted);
        }
        FieldReference reference = fields.reference(text.value());
        if (reference == FieldReference.Known.TYPE && wanted != null) {
            Truth known = view.test(comparison.operator(), wanted, semantics);
            if (known != null) {
                return new Decider.Constant(known);
            }
        }
        Reading reading = reference instanceof FieldReference.Location ? Reading.REGION : Reading.PROPERTY;
        return asked(comparison, left(reference), reading, wanted);
    }

    private LeftSide left(FieldReference reference) {
        return switch (reference) {
            case FieldReference.Known known -> new LeftSide.Known(known);
            case FieldReference.Location location -> new LeftSide.Location(location);
            case FieldReference.Tag tag -> new LeftSide.Tag(tag);
            case FieldReference.Property property
            when !view.knowsPaths() -> new LeftSide.Selected(property, semantics.missingArrayIsEmpty());
            case FieldReference.Property property -> {
                Optional<PropertyPath> path = view.path(property);
                yield path.isEmpty() ? nothing(property) : property(property, path.get());
            }
        };
    }

    /** The alias is not of this type, so the resource cannot have the property. */
    private LeftSide nothing(FieldReference.Property property) {
        return property.name().contains(PropertyPath.EACH) && semantics.missingArrayIsEmpty()
                ? new LeftSide.Settled(Truth.Decided.TRUE)
                : new LeftSide.Fixed(null);
    }

    private LeftSide property(FieldReference.Property property, PropertyPath path) {
        return path.depth() == 0
                ? new PropertyLeft(property, new Steps(path))
                : new MembersLeft(property, new Steps(path), semantics.missingArrayIsEmpty());
    }

    private Decider value(Condition.Comparison comparison, Left.Value value, @Nullable JsonValue wanted) {
        Outcome known = free.outcome(value.value());
        return switch (known) {
            case Outcome.Value found -> asked(comparison, new LeftSide.Fixed(found.value()), Reading.VALUE, wanted);
            case Outcome.Failed failed
            when failureIsAbsence -> asked(comparison, new LeftSide.Fixed(null), Reading.PROPERTY, wanted);
            case Outcome.Failed failed -> asked(comparison, settled(failed), Reading.VALUE, wanted);
            case Outcome.Unseen unseen -> asked(comparison, settled(unseen), Reading.VALUE, wanted);
            case null -> computed(comparison, free.folded(value.value()), wanted);
        };
    }

    private static LeftSide settled(Outcome outcome) {
        return new LeftSide.Settled(Evaluator.undecided(outcome));
    }

    private Decider computed(Condition.Comparison comparison, Template left, @Nullable JsonValue wanted) {
        if (!failureIsAbsence) {
            return asked(comparison, new LeftSide.Computed(left, expressions), Reading.VALUE, wanted);
        }
        Template right = wanted == null ? free.folded(comparison.right()) : new Template.Constant(wanted);
        return new Decider.OrAbsent(left, comparison.operator(), right, questions.comparing(), expressions);
    }

    private LeftSide count(Left.FieldCount count) {
        Decider where = count.where().map(this::decider).orElse(null);
        Outcome alias = free.outcome(count.alias());
        if (alias == null) {
            return new CountLeft.OfNamed(free.folded(count.alias()), fields, expressions, where);
        }
        if (!(alias instanceof Outcome.Value(JsonString name))) {
            return settled(alias);
        }
        FieldReference reference = fields.reference(name.value());
        if (!view.knowsPaths() || !(reference instanceof FieldReference.Property property)) {
            return new CountLeft.OfReference(name.value(), reference, where);
        }
        Optional<PropertyPath> path = view.path(property);
        if (path.isPresent()) {
            return new CountLeft.OfPath(name.value(), property, new Steps(path.get()), where);
        }
        return new LeftSide.Fixed(JsonNumber.of(0));
    }

    private LeftSide count(Left.ValueCount count) {
        Decider where = count.where().map(this::decider).orElse(null);
        return new CountLeft.OfItems(free.folded(count.items()), count.name(), expressions, where);
    }
}

package dev.demarc.policy.decision;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Comparing.Reading;
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

    ConditionCompiler(Fields fields, Expressions expressions, SemanticsProfile semantics, TypeView view) {
        this.fields = fields;
        this.expressions = expressions;
        this.free = new ResourceFree(expressions);
        this.semantics = semantics;
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
            return new Decider.Constant(Evaluator.undecided(right));
        }
        @Nullable JsonValue wanted = right instanceof Outcome.Value value ? value.value() : null;
        return switch (comparison.left()) {
            case Left.Field field -> field(comparison, field, wanted);
            case Left.Value value -> asked(comparison, value(value), Reading.VALUE, wanted);
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
                        expressions)
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
                    semantics.missingArrayIsEmpty());
        }
        if (!(name instanceof Outcome.Value(JsonString text))) {
            return asked(comparison, new LeftSide.Settled(Evaluator.undecided(name)), Reading.PROPERTY, wanted);
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
            case FieldReference.Property property -> {
                Optional<PropertyPath> path = view.path(property);
                yield path.isEmpty() ? nothing(property) : property(property, path.get());
            }
        };
    }

    /** The alias is not of this type, so the resource cannot have the property. */
    private LeftSide nothing(FieldReference.Property property) {
        return property.name().contains(PropertyPath.EACH)
                ? new LeftSide.Settled(Truth.of(semantics.missingArrayIsEmpty()))
                : new LeftSide.Fixed(null);
    }

    private LeftSide property(FieldReference.Property property, PropertyPath path) {
        return path.arrays() == 0
                ? new PropertyLeft(property, path)
                : new MembersLeft(property, path, semantics.missingArrayIsEmpty());
    }

    private LeftSide value(Left.Value value) {
        Outcome known = free.outcome(value.value());
        if (known == null) {
            return new LeftSide.Computed(free.folded(value.value()), expressions);
        }
        return known instanceof Outcome.Value found
                ? new LeftSide.Fixed(found.value())
                : new LeftSide.Settled(Evaluator.undecided(known));
    }

    private LeftSide count(Left.FieldCount count) {
        Decider where = count.where().map(this::decider).orElse(null);
        Outcome alias = free.outcome(count.alias());
        if (alias == null) {
            return new CountLeft.OfNamed(free.folded(count.alias()), fields, expressions, where);
        }
        if (!(alias instanceof Outcome.Value(JsonString name))) {
            return new LeftSide.Settled(Evaluator.undecided(alias));
        }
        FieldReference reference = fields.reference(name.value());
        if (!(reference instanceof FieldReference.Property property)) {
            return new CountLeft.OfReference(name.value(), reference, where);
        }
        Optional<PropertyPath> path = view.path(property);
        if (path.isPresent()) {
            return new CountLeft.OfPath(name.value(), property, path.get(), where);
        }
        return new LeftSide.Fixed(JsonNumber.of(0));
    }

    private LeftSide count(Left.ValueCount count) {
        Decider where = count.where().map(this::decider).orElse(null);
        return new CountLeft.OfItems(free.folded(count.items()), count.name(), expressions, where);
    }
}

package dev.demarc.policy.evaluation;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.evaluation.Selection.Selected;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates the conditions of one rule on any resource, and explains every answer. */
public final class Evaluator {
    private final Fields fields;
    private final Expressions expressions;
    private final Comparing comparing;
    private final SemanticsProfile semantics;
    private final List<Diagnostic> diagnostics;

    private Evaluator(Fields fields, ParameterValues parameters, EvaluationContext context, List<Diagnostic> unknown) {
        this.fields = fields;
        this.expressions = new Expressions(fields, parameters, context);
        this.semantics = context.semantics();
        this.comparing = new Comparing(semantics);
        this.diagnostics = List.copyOf(unknown);
    }

    /** An evaluator of conditions that {@link Binding} has filled in with the same values. */
    public static Evaluator of(
            List<Condition> conditions, ParameterValues parameters, Aliases aliases, EvaluationContext context) {
        var names = FieldNames.in(conditions);
        var unknown = new ArrayList<Diagnostic>();
        var nearest = new NearestAlias(aliases);
        names.forEach((name, place) -> {
            if (Fields.isUnknown(aliases, name)) {
                unknown.add(Diagnostic.warning(
                        "unknown-alias",
                        "`" + name + "` is not a known alias",
                        place,
                        nearest.to(name)
                                        .map(near -> "did you mean `" + near + "`?")
                                        .orElse("check the spelling")
                                + "; where it stands is guessed from its name"));
            }
        });
        if (!context.semantics().is(Dispute.NAMES_FROM_HASHES)) {
            conditions.forEach(condition -> condition.forEachComparison(one -> refuseHashes(one, unknown)));
        }
        return new Evaluator(Fields.of(aliases, names.keySet(), context.apiVersion()), parameters, context, unknown);
    }

    private static void refuseHashes(Condition.Comparison comparison, List<Diagnostic> problems) {
        Template left = switch (comparison.left()) {
            case Left.Field field -> field.name();
            case Left.Value value -> value.value();
            case Left.FieldCount count -> count.alias();
            case Left.ValueCount count -> count.items();
        };
        if (left.any(FunctionReadings::isHash) || comparison.right().any(FunctionReadings::isHash)) {
            problems.add(Diagnostic.error(
                    "function-not-available",
                    "`uniqueString` and `guid` may not be called in this reading of the language",
                    comparison.place(),
                    "evaluate with `names-from-hashes=on`"));
        }
    }

    /** What is doubtful about the conditions: aliases that no table knows. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The value of a template for what a scope asks about. */
    public Outcome value(Template template, Scope scope) {
        return expressions.value(template, scope, new ArrayList<>());
    }

    /** The step of {@link #steps} that stands for every member of the array before it. */
    public static final String EACH = PropertyPath.EACH;

    /**
     * The way to a field in resources of a type: names, and {@link #EACH}. Empty for a field that the type does not have,
     * and for one that is no place of its own: the name, the id, the type.
     */
    public Optional<List<String>> steps(String field, ResourceType type) {
        return switch (fields.reference(field)) {
            case FieldReference.Known known -> Optional.empty();
            case FieldReference.Location location -> Optional.of(List.of("location"));
            case FieldReference.Tag tag -> Optional.of(List.of("tags", tag.name()));
            case FieldReference.Property property -> Fields.path(property, type).map(PropertyPath::steps);
        };
    }

    /** Whether a condition holds, with every part of it evaluated. */
    public Explanation explain(Condition condition, Scope scope) {
        return switch (condition) {
            case Condition.AllOf all -> {
                List<Explanation> parts = explain(all.parts(), scope);
                yield new Explanation.Group(condition, Truth.all(truths(parts)), parts);
            }
            case Condition.AnyOf any -> {
                List<Explanation> parts = explain(any.parts(), scope);
                yield new Explanation.Group(condition, Truth.any(truths(parts)), parts);
            }
            case Condition.Not not -> {
                Explanation part = explain(not.part(), scope);
                yield new Explanation.Group(condition, part.truth().negated(), List.of(part));
            }
            case Condition.Comparison comparison -> compare(comparison, scope);
        };
    }

    private List<Explanation> explain(List<Condition> conditions, Scope scope) {
        var parts = new ArrayList<Explanation>(conditions.size());
        for (Condition condition : conditions) {
            parts.add(explain(condition, scope));
        }
        return parts;
    }

    private static List<Truth> truths(List<Explanation> parts) {
        var truths = new ArrayList<Truth>(parts.size());
        for (Explanation part : parts) {
            truths.add(part.truth());
        }
        return truths;
    }

    private Explanation compare(Condition.Comparison comparison, Scope scope) {
        Outcome outcome = expressions.value(comparison.right(), scope, new ArrayList<>());
        return switch (outcome) {
            case Outcome.Failed failed -> withoutRight(comparison, outcome);
            case Outcome.Unseen unseen -> withoutRight(comparison, outcome);
            case Outcome.Value right ->
                switch (comparison.left()) {
                    case Left.Field field -> field(comparison, field, right.value(), scope);
                    case Left.Value value -> value(comparison, value, right.value(), scope);
                    case Left.FieldCount count -> fieldCount(comparison, count, right.value(), scope);
                    case Left.ValueCount count -> valueCount(comparison, count, right.value(), scope);
                };
        };
    }

    private Explanation withoutRight(Condition.Comparison comparison, Outcome right) {
        return undecided(
                comparison, withoutRight(comparison.operator(), right, semantics.is(Dispute.FAILURE_IS_ABSENCE)));
    }

    /** What a comparison comes to whose right side is none. */
    public static Truth withoutRight(Operator operator, Outcome right, boolean failureIsAbsence) {
        return right instanceof Outcome.Failed && failureIsAbsence ? Truth.of(operator.negated()) : undecided(right);
    }

    private static Explanation undecided(Condition.Comparison comparison, Truth truth) {
        return new Explanation.Leaf(comparison, truth, List.of(), List.of(), Optional.empty(), List.of());
    }

    private static Explanation undecided(Condition.Comparison comparison, Outcome outcome) {
        return undecided(comparison, undecided(outcome));
    }

    /** What a comparison comes to whose left side is none, or is a value where the name of a field belongs. */
    public static Truth undecided(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unseen unseen -> Truth.notSeen(unseen.says());
            case Outcome.Failed failed -> Truth.failed(failed.says());
            case Outcome.Value value -> Truth.failed("`" + value.value() + "` is not the name of a field");
        };
    }

    /** What a count of something that is no array comes to. */
    public static Truth notAnArray(JsonValue value) {
        return Truth.failed("a count of a `value` needs an array, not " + value);
    }

    private Explanation field(Condition.Comparison comparison, Left.Field field, JsonValue right, Scope scope) {
        Outcome name = expressions.value(field.name(), scope, new ArrayList<>());
        if (!(name instanceof Outcome.Value(JsonString text))) {
            return undecided(comparison, name);
        }
        FieldReference reference = fields.reference(text.value());
        Reading reading = reference instanceof FieldReference.Location ? Reading.REGION : Reading.PROPERTY;
        return switch (Properties.select(reference, scope.resource(), scope)) {
            case Selection.Unseen unseen -> undecided(comparison, Truth.notSeen(unseen.says()));
            case Selection.Values values -> {
                var looks = new ArrayList<Look>();
                var truths = new ArrayList<Truth>();
                for (Selected one : values.values()) {
                    Truth truth = comparing.compare(comparison.operator(), one.value(), right, reading);
                    truths.add(truth);
                    looks.add(new Look(scope.resource(), one.at(), Optional.ofNullable(one.value()), truth));
                }
                if (values.arrayMissing() && !semantics.missingArrayIsEmpty()) {
                    truths.add(comparing.compare(comparison.operator(), null, right, reading));
                }
                Truth truth = Truth.all(truths);
                yield new Explanation.Leaf(comparison, truth, looks, List.of(), Optional.of(right), List.of());
            }
        };
    }

    private Explanation value(Condition.Comparison comparison, Left.Value value, JsonValue right, Scope scope) {
        var looked = new ArrayList<Read>();
        Outcome left = expressions.value(value.value(), scope, looked);
        if (left instanceof Outcome.Failed && semantics.is(Dispute.FAILURE_IS_ABSENCE)) {
            Truth truth = comparing.compare(comparison.operator(), null, right, Reading.PROPERTY);
            return new Explanation.Leaf(comparison, truth, List.of(), once(looked), Optional.empty(), List.of());
        }
        if (!(left instanceof Outcome.Value(JsonValue found))) {
            return new Explanation.Leaf(
                    comparison, undecided(left), List.of(), once(looked), Optional.empty(), List.of());
        }
        Truth truth = comparing.compare(comparison.operator(), found, right, Reading.VALUE);
        var look = new Look(scope.judged(), JsonPointer.ROOT, Optional.of(found), truth);
        return new Explanation.Leaf(comparison, truth, List.of(look), once(looked), Optional.of(right), List.of());
    }

    /** What was read, without what was read before. */
    private static List<Read> once(List<Read> looked) {
        var names = new HashSet<String>();
        return looked.stream()
                .filter(read -> names.add(read.name() + " " + read.at()))
                .toList();
    }

    private Explanation fieldCount(
            Condition.Comparison comparison, Left.FieldCount count, JsonValue right, Scope scope) {
        Outcome alias = expressions.value(count.alias(), scope, new ArrayList<>());
        if (!(alias instanceof Outcome.Value(JsonString name))) {
            return undecided(comparison, alias);
        }
        Selection selection = Properties.select(fields.reference(name.value()), scope.resource(), scope);
        if (selection instanceof Selection.Unseen unseen) {
            return undecided(comparison, Truth.notSeen(unseen.says()));
        }
        List<Selected> members = ((Selection.Values) selection).values();
        if (!scope.effort().goesThrough(members.size())) {
            return undecided(comparison, Effort.tooMuch());
        }
        var counted = new ArrayList<Explanation.Counted>();
        for (Selected one : members) {
            if (one.value() != null) {
                Scope inside = scope.at(name.value(), one.value(), one.at(), true, one.members());
                counted.add(counted(count.where(), one.at(), one.value(), inside));
            }
        }
        return count(comparison, counted, right, scope);
    }

    private Explanation valueCount(
            Condition.Comparison comparison, Left.ValueCount count, JsonValue right, Scope scope) {
        Outcome items = expressions.value(count.items(), scope, new ArrayList<>());
        if (!(items instanceof Outcome.Value(JsonValue value))) {
            return undecided(comparison, items);
        }
        if (!(value instanceof JsonArray array)) {
            return undecided(comparison, notAnArray(value));
        }
        if (!scope.effort().goesRound(array.size())) {
            return undecided(comparison, Effort.tooMuch());
        }
        var counted = new ArrayList<Explanation.Counted>();
        for (JsonValue item : array) {
            Scope inside = scope.at(count.name(), item, false, null);
            counted.add(counted(count.where(), JsonPointer.ROOT, item, inside));
        }
        return count(comparison, counted, right, scope);
    }

    private Explanation.Counted counted(Optional<Condition> where, JsonPointer at, JsonValue member, Scope inside) {
        if (where.isEmpty()) {
            return new Explanation.Counted(at, member, Truth.Decided.TRUE, Optional.empty());
        }
        Explanation why = explain(where.get(), inside);
        return new Explanation.Counted(at, member, why.truth(), Optional.of(why));
    }

    /** Compares a count; members that are undecided leave it undecided only where they could change the answer. */
    private Explanation count(
            Condition.Comparison comparison, List<Explanation.Counted> counted, JsonValue right, Scope scope) {
        int least = 0;
        int open = 0;
        Truth.@Nullable Undecided why = null;
        for (Explanation.Counted member : counted) {
            if (member.truth() instanceof Truth.Undecided undecided) {
                open++;
                why = why == null || undecided.cause() == Truth.Cause.FAILED ? undecided : why;
            } else if (member.truth().holds()) {
                least++;
            }
        }
        Truth truth = comparing.compare(comparison.operator(), JsonNumber.of(least), right, Reading.VALUE);
        for (int more = 1; more <= open && why != null; more++) {
            JsonValue number = JsonNumber.of(least + more);
            if (!comparing
                    .compare(comparison.operator(), number, right, Reading.VALUE)
                    .equals(truth)) {
                truth = why;
                break;
            }
        }
        JsonPointer at =
                counted.isEmpty() ? JsonPointer.ROOT : array(counted.getFirst().at());
        var look = new Look(scope.resource(), at, Optional.of(JsonNumber.of(least)), truth);
        return new Explanation.Leaf(comparison, truth, List.of(look), List.of(), Optional.of(right), counted);
    }

    private static JsonPointer array(JsonPointer member) {
        List<String> tokens = member.tokens();
        return tokens.isEmpty() ? member : new JsonPointer(tokens.subList(0, tokens.size() - 1));
    }
}

package dev.demarc.runner.opinion;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way of reading the policy language: a semantics profile, and limitations of the other engine that are imitated by
 * asking another question of another resource.
 */
record Reading(SemanticsProfile profile, Set<Limitation> limitations) {
    /** The member of a document that {@code name} is read from where the document's own name counts. */
    private static final String WRITTEN_NAME = "nameAsWritten";

    /** What every sentence says of a condition that has no outcome in the other engine, and none other says. */
    static final String UNDEFINED = "`claims()`";

    /** As documented, with no limitation. */
    static final Reading DOCUMENTED = new Reading(SemanticsProfile.DOCUMENTED, Set.of());

    /** As documented, without what the other engine was not told. */
    static final Reading ALIKE = new Reading(
            SemanticsProfile.DOCUMENTED,
            Stream.of(Limitation.values())
                    .filter(one -> one.kind() != Limitation.Kind.SHORTCOMING)
                    .collect(Collectors.toSet()));

    /** As the other engine reads the language, with no limitation. */
    static final Reading OTHER = new Reading(SemanticsProfile.REGORUS, Set.of());

    /** As the other engine is known to work. */
    static final Reading IMITATED = new Reading(SemanticsProfile.REGORUS, EnumSet.allOf(Limitation.class));

    Reading {
        limitations = Set.copyOf(limitations);
    }

    /** The same with one thing more changed. */
    Reading with(Cause cause) {
        return switch (cause) {
            case Cause.Disputed disputed -> {
                Dispute dispute = disputed.dispute();
                yield new Reading(profile.with(dispute, !dispute.documented()), limitations);
            }
            case Cause.Limited limited -> {
                var more = EnumSet.of(limited.limitation());
                more.addAll(limitations);
                yield new Reading(profile, more);
            }
        };
    }

    /** Whether a limitation is imitated. */
    boolean has(Limitation limitation) {
        return limitations.contains(limitation);
    }

    /** The resource as it looks in this reading. */
    Resource resource(Resource resource) {
        Resource seen = resource;
        if (has(Limitation.LISTING_IS_WHOLE)) {
            seen = new Resource(seen.id(), seen.type(), seen.document(), Resource.Detail.FULL);
        }
        if (has(Limitation.TYPE_AS_WRITTEN)) {
            ResourceType type =
                    seen.document().text("type").flatMap(ResourceType::parse).orElse(seen.type());
            seen = new Resource(seen.id(), type, seen.document(), seen.detail());
        }
        if (has(Limitation.NAME_AS_WRITTEN)) {
            var document = JsonObject.builder();
            seen.document().forEach(document::put);
            JsonValue name = seen.document().get("name");
            document.put(WRITTEN_NAME, name == null ? JsonNull.NULL : name);
            seen = new Resource(seen.id(), seen.type(), document.build(), seen.detail());
        }
        if (has(Limitation.NAMES_IN_LOWER_CASE)) {
            var document = (JsonObject) inLowerCase(seen.document());
            seen = new Resource(seen.id(), seen.type(), document, seen.detail());
        }
        return seen;
    }

    private static JsonValue inLowerCase(JsonValue value) {
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.stream().map(Reading::inLowerCase).toList());
        }
        if (value instanceof JsonObject object) {
            var copy = JsonObject.builder();
            object.forEach((name, member) -> copy.set(name.toLowerCase(Locale.ROOT), inLowerCase(member)));
            return copy.build();
        }
        return value;
    }

    /** The condition as it is asked in this reading. */
    Condition condition(Condition condition, ParameterValues parameters) {
        Condition asked = condition;
        if (has(Limitation.PARAMETER_WITHOUT_VALUE)) {
            asked = Rewriting.comparisons(
                    asked, one -> one.right().any(node -> asksOpen(node, parameters)) ? withNothing(one) : one);
            asked = Rewriting.expressions(asked, one -> asksOpen(one, parameters) ? nothing(one) : one);
        }
        if (has(Limitation.NO_SCOPES)) {
            asked = withoutOutcome(asked, Reading::asksScope);
        }
        if (has(Limitation.NO_CLOCK)) {
            asked = withoutOutcome(asked, one -> asks(one, Context.UTC_NOW));
        }
        if (has(Limitation.NAME_AS_WRITTEN)) {
            asked = Rewriting.comparisons(asked, Reading::byWrittenName);
            asked = Rewriting.expressions(asked, Reading::byWrittenName);
        }
        if (has(Limitation.NAMELESS_TAG_IS_ALL_TAGS)) {
            asked = Rewriting.comparisons(asked, one -> isNamelessTag(one, parameters) ? of("tags", one) : one);
        }
        if (has(Limitation.NAMES_IN_LOWER_CASE)) {
            asked = Rewriting.expressions(asked, Reading::byExactNames);
        }
        return has(Limitation.NESTED_COUNT_OF_NOTHING) ? Rewriting.nestedCounts(asked, Reading::ofSomething) : asked;
    }

    private static Condition withoutOutcome(Condition condition, Predicate<Expression> unknown) {
        Condition asked = Rewriting.comparisons(condition, one -> {
            if (one.right() instanceof Template.Items items) {
                var known = new Template.Items(items.items().stream()
                        .map(item -> item.any(unknown) ? new Template.Constant(JsonNull.NULL) : item)
                        .toList());
                return new Condition.Comparison(one.left(), one.operator(), known, one.place());
            }
            return one.right().any(unknown) ? withNothing(one) : one;
        });
        return Rewriting.expressions(asked, one -> unknown.test(one) ? undefined(one) : one);
    }

    /** False, or true where the comparison is negated. */
    private static Condition.Comparison withNothing(Condition.Comparison one) {
        var constant = new Left.Value(
                new Template.Constant(JsonBoolean.of(one.operator().negated())));
        return new Condition.Comparison(
                constant, Operator.EQUALS, new Template.Constant(JsonBoolean.TRUE), one.place());
    }

    private static boolean asksScope(Expression node) {
        return asks(node, Context.SUBSCRIPTION) || asks(node, Context.RESOURCE_GROUP);
    }

    private static boolean asksOpen(Expression node, ParameterValues parameters) {
        return asks(node, Context.PARAMETERS)
                && node instanceof Expression.Call call
                && call.arguments().getFirst() instanceof Expression.Literal(JsonString name, int at)
                && parameters.isOpen(name.value());
    }

    /** Whether a rule's details ask for a parameter without a value. */
    static boolean asksOpen(Template template, ParameterValues parameters) {
        return template.any(node -> asksOpen(node, parameters));
    }

    /** The properties of which a template asks {@code contains}. */
    static List<Expression> searched(Template template) {
        var searched = new ArrayList<Expression>();
        template.any(node -> {
            if (node instanceof Expression.Call call && call.function().name().equals("contains")) {
                Expression first = call.arguments().getFirst();
                if (asks(first, Context.FIELD)) {
                    searched.add(first);
                }
            }
            return false;
        });
        return searched;
    }

    private static boolean asks(Expression node, Context context) {
        return node instanceof Expression.Call(Function.Contextual function, var arguments, int at)
                && function.context() == context;
    }

    /** Whether the left side is a tag whose name is a parameter that is empty. */
    private static boolean isNamelessTag(Condition.Comparison one, ParameterValues parameters) {
        var binding = new Binding(parameters, EvaluationContext.at(Instant.EPOCH));
        return one.left() instanceof Left.Field field
                && binding.template(field.name()) instanceof Template.Constant(JsonString name)
                && name.value().equals("tags[]");
    }

    /** The count, asked only where its array is there. */
    private static Condition ofSomething(Condition.Comparison one) {
        if (!(one.left() instanceof Left.FieldCount count)
                || !(count.alias() instanceof Template.Constant(JsonString alias))
                || !alias.value().endsWith("[*]")) {
            return one;
        }
        String array = alias.value().substring(0, alias.value().length() - "[*]".length());
        var isThere = new Condition.Comparison(
                new Left.Field(new Template.Constant(new JsonString(array))),
                Operator.EXISTS,
                new Template.Constant(JsonBoolean.TRUE),
                one.place());
        return new Condition.AllOf(List.of(isThere, one), one.place());
    }

    private static Expression byExactNames(Expression one) {
        return one instanceof Expression.Call(Function.Pure function, var arguments, int at)
                        && function.name().equals("intersection")
                ? new Expression.Call(
                        new Function.Pure(function.name(), function.least(), function.most(), Reading::common),
                        arguments,
                        at)
                : one;
    }

    private static Outcome common(List<JsonValue> objects) {
        var common = JsonObject.builder();
        if (objects.getFirst() instanceof JsonObject first) {
            first.forEach((name, value) -> {
                if (objects.stream()
                        .allMatch(one -> one instanceof JsonObject other && value.equals(other.get(name)))) {
                    common.put(name, value);
                }
            });
        }
        return Outcome.of(common.build());
    }

    private static Expression nothing(Expression instead) {
        return new Expression.Literal(JsonNull.NULL, instead.character());
    }

    /** What nobody knows: {@code claims()}, which no built-in asks for. */
    private static Expression undefined(Expression instead) {
        var unknown = new Function.Contextual("claims", 0, 0, Context.CLAIMS);
        return new Expression.Call(unknown, List.of(), instead.character());
    }

    private static Condition.Comparison byWrittenName(Condition.Comparison one) {
        boolean name = one.left() instanceof Left.Field(Template.Constant(JsonString text))
                && text.value().equalsIgnoreCase("name");
        return name ? of(WRITTEN_NAME, one) : one;
    }

    /** The same of another field. */
    private static Condition.Comparison of(String field, Condition.Comparison one) {
        var left = new Left.Field(new Template.Constant(new JsonString(field)));
        return new Condition.Comparison(left, one.operator(), one.right(), one.place());
    }

    private static Expression byWrittenName(Expression one) {
        return one instanceof Expression.Call(Function.Contextual function, var arguments, int at)
                        && function.context() == Context.FIELD
                        && arguments.getFirst() instanceof Expression.Literal(JsonString name, int character)
                        && name.value().equalsIgnoreCase("name")
                ? new Expression.Call(
                        function, List.of(new Expression.Literal(new JsonString(WRITTEN_NAME), character)), at)
                : one;
    }
}

package dev.demarc.policy.evaluation;

import static dev.demarc.policy.evaluation.Dispute.FUNCTIONS_TAKE_OTHER_KINDS;
import static dev.demarc.policy.evaluation.Dispute.TIMES_HAVE_SEVEN_DIGITS;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.policy.evaluation.Selection.Selected;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Functions;
import dev.demarc.policy.expression.OtherReadings;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.expression.ValueSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions. Needs a scope for everything but parameters, the instant and what the context holds. */
public final class Expressions {
    private final Fields fields;
    private final ParameterValues parameters;
    private final EvaluationContext context;
    private final Map<String, Function.Body> others;

    /** Expressions over these fields and values. */
    public Expressions(Fields fields, ParameterValues parameters, EvaluationContext context) {
        this.fields = fields;
        this.parameters = parameters;
        this.context = context;
        this.others = FunctionReadings.of(context.semantics());
    }

    /**
     * The value of a template.
     *
     * @param looked collects what was read, in order; what is read twice is there twice
     */
    public Outcome value(Template template, Scope scope, List<Read> looked) {
        return value(template, new Run(scope, scope.effort(), looked));
    }

    /** The value of a template of which every expression {@link #isFree}. */
    public Outcome free(Template template, Effort effort) {
        return value(template, new Run(null, effort, new ArrayList<>()));
    }

    private Outcome value(Template template, Run run) {
        return switch (template) {
            case Template.Constant constant -> Outcome.of(constant.value());
            case Template.Computed computed -> run.value(computed.expression());
            case Template.Items items -> items(items, run);
            case Template.Members members -> members(members, run);
        };
    }

    private Outcome items(Template.Items items, Run run) {
        var values = new ArrayList<JsonValue>();
        for (Template item : items.items()) {
            Outcome outcome = value(item, run);
            if (!(outcome instanceof Outcome.Value found)) {
                return outcome;
            }
            values.add(found.value());
        }
        return Functions.limited(Outcome.of(JsonArray.of(values)), "the array");
    }

    private Outcome members(Template.Members members, Run run) {
        var object = JsonObject.builder();
        for (Template.Member member : members.members()) {
            Outcome outcome = value(member.value(), run);
            if (!(outcome instanceof Outcome.Value found)) {
                return outcome;
            }
            object.set(member.name(), found.value());
        }
        return Functions.limited(Outcome.of(object.build()), "the object");
    }

    /** Whether an expression can be evaluated without a resource. */
    static boolean isFree(Expression expression) {
        return !expression.any(node -> node instanceof Expression.Call(Function.Contextual function, var a, int c)
                && switch (function.context()) {
                    case IF, PARAMETERS, UTC_NOW, IP_RANGE_CONTAINS -> false;
                    case FIELD, CURRENT, SUBSCRIPTION, RESOURCE_GROUP, REQUEST_CONTEXT, POLICY, CLAIMS -> true;
                });
    }

    /** One evaluation. */
    private final class Run {
        private final @Nullable Scope scope;
        private final Effort effort;
        private final List<Read> looked;

        Run(@Nullable Scope scope, Effort effort, List<Read> looked) {
            this.scope = scope;
            this.effort = effort;
            this.looked = looked;
        }

        Outcome value(Expression expression) {
            return switch (expression) {
                case Expression.Literal literal -> Outcome.of(literal.value());
                case Expression.Call call -> call(call);
                case Expression.Member member -> element(member.of(), new JsonString(member.name()));
                case Expression.Element element -> {
                    Outcome at = value(element.at());
                    yield at instanceof Outcome.Value found ? element(element.of(), found.value()) : at;
                }
                case Expression.Negative negative -> {
                    Outcome of = value(negative.of());
                    yield of instanceof Outcome.Value number ? Functions.negate(number.value()) : of;
                }
            };
        }

        private Outcome call(Expression.Call call) {
            if (call.function() instanceof Function.Contextual lazy && lazy.context() == Context.IF) {
                return choose(call.arguments());
            }
            var arguments = new ArrayList<JsonValue>(call.arguments().size());
            var given = new ValueSize();
            for (Expression argument : call.arguments()) {
                Outcome outcome = value(argument);
                if (!(outcome instanceof Outcome.Value found)) {
                    return outcome;
                }
                arguments.add(found.value());
                given.add(found.value());
                Optional<String> beyond = given.beyondTogether();
                if (beyond.isPresent()) {
                    return Outcome.failed("`" + call.function().name() + "` is given " + beyond.get());
                }
            }
            return switch (call.function()) {
                case Function.Pure pure ->
                    effort.computed(
                            given, () -> others.isEmpty() ? pure.apply(arguments) : pure.applyAs(others, arguments));
                case Function.Contextual contextual -> contextual(contextual.context(), arguments);
            };
        }

        private Outcome choose(List<Expression> arguments) {
            Outcome test = value(arguments.get(0));
            if (!(test instanceof Outcome.Value(JsonValue value))) {
                return test;
            }
            boolean decides =
                    value instanceof JsonBoolean || context.semantics().is(FUNCTIONS_TAKE_OTHER_KINDS);
            return decides
                    ? value(arguments.get(value == JsonBoolean.TRUE ? 1 : 2))
                    : Outcome.failed("`if` wants a boolean, not " + value);
        }

        private Outcome contextual(Context function, List<JsonValue> arguments) {
            return switch (function) {
                case PARAMETERS -> parameter(arguments.getFirst());
                case FIELD -> field(arguments.getFirst());
                case CURRENT -> current(arguments);
                case SUBSCRIPTION, RESOURCE_GROUP -> surroundings(function).whole();
                case REQUEST_CONTEXT -> given(context.request(), "requestContext");
                case POLICY -> given(context.policy(), "policy");
                case CLAIMS -> given(Optional.empty(), "claims");
                case UTC_NOW ->
                    context.semantics().is(TIMES_HAVE_SEVEN_DIGITS)
                            ? Functions.utcNow(context.now())
                            : OtherReadings.utcNow(context.now());
                case IP_RANGE_CONTAINS -> contains(arguments.get(0), arguments.get(1));
                case IF -> throw new IllegalStateException("`if` is evaluated before its arguments");
            };
        }

        private Outcome contains(JsonValue range, JsonValue target) {
            Outcome contains =
                    Functions.ipRangeContains(range, target, context.semantics().mixedAddressFamiliesFail());
            return contains instanceof Outcome.Failed && context.semantics().is(FUNCTIONS_TAKE_OTHER_KINDS)
                    ? Outcome.of(false)
                    : contains;
        }

        private Outcome given(Optional<JsonObject> object, String function) {
            return object.isPresent()
                    ? Outcome.of(object.get())
                    : Outcome.unseen("`" + function + "()` is not known here");
        }

        private Outcome parameter(JsonValue name) {
            if (!(name instanceof JsonString text)) {
                return Outcome.failed("`parameters` wants the name of a parameter");
            }
            return parameters
                    .get(text.value())
                    .map(Run::seen)
                    .orElseGet(() -> parameters.isOpen(text.value())
                            ? Outcome.unseen("the parameter `" + text.value() + "` has no value")
                            : Outcome.failed("there is no parameter `" + text.value() + "`"));
        }

        private Scope scope() {
            return Objects.requireNonNull(scope, "an expression that looks at a resource needs one");
        }

        private Outcome field(JsonValue name) {
            if (!(name instanceof JsonString text)) {
                return Outcome.failed("`field` wants the name of a field");
            }
            FieldReference reference = fields.reference(text.value());
            return switch (Properties.select(reference, scope().judged(), scope())) {
                case Selection.Unseen unseen -> Outcome.unseen(unseen.says());
                case Selection.Values values
                when values.collection() -> members(scope().judged(), text.value(), values);
                case Selection.Values values -> {
                    Selected only = values.values().getFirst();
                    looked.add(read(scope().judged(), text.value(), only));
                    yield only.value() == null ? Outcome.of("") : seen(only.value());
                }
            };
        }

        private static Read read(Resource resource, String name, Selected one) {
            return new Read(resource, name, one.at(), Optional.ofNullable(one.value()));
        }

        private Outcome member(Scope.Member member) {
            looked.add(new Read(scope().resource(), member.name(), member.place(), Optional.of(member.value())));
            return seen(member.value());
        }

        /** A value that was given; what was dropped from it as a secret cannot be computed with. */
        private static Outcome seen(JsonValue value) {
            return SecretFields.isDroppedFrom(value) ? Outcome.unseen(Comparing.HIDDEN) : Outcome.of(value);
        }

        private Outcome members(Resource resource, String name, Selection.Values values) {
            var present = new ArrayList<JsonValue>();
            for (Selected one : values.values()) {
                looked.add(read(resource, name, one));
                if (one.value() != null) {
                    present.add(one.value());
                }
            }
            return seen(JsonArray.of(present));
        }

        private Outcome current(List<JsonValue> arguments) {
            Scope.Member innermost = scope().innermost();
            if (innermost == null) {
                return Outcome.failed("`current` is used outside a count");
            }
            if (arguments.isEmpty()) {
                boolean clear = innermost.outer() == null || context.semantics().bareCurrentIsInnermost();
                return clear
                        ? member(innermost)
                        : Outcome.failed("`current()` does not say which of the counts around it is meant");
            }
            if (!(arguments.getFirst() instanceof JsonString name)) {
                return Outcome.failed("`current` wants the name of a count");
            }
            for (Scope.Member member = innermost; member != null; member = member.outer()) {
                if (name.value().equalsIgnoreCase(member.name())) {
                    return member(member);
                }
                if (member.ofField() && startsWith(name.value(), member.name())) {
                    return below(member, name.value());
                }
            }
            return Outcome.failed("`current('" + name.value() + "')` names no count around it");
        }

        private boolean startsWith(String name, String prefix) {
            return name.regionMatches(true, 0, prefix, 0, prefix.length())
                    && (name.charAt(prefix.length()) == '.' || name.charAt(prefix.length()) == '[');
        }

        /** What a longer alias names at the member of a count: one value, or several where it goes through arrays. */
        private Outcome below(Scope.Member member, String alias) {
            FieldReference reference = fields.reference(alias);
            Selection selection = Properties.select(reference, scope().resource(), scope());
            if (selection instanceof Selection.Unseen unseen) {
                return Outcome.unseen(unseen.says());
            }
            var values = (Selection.Values) selection;
            boolean several = alias.indexOf(PropertyPath.EACH, member.name().length()) >= 0;
            if (several) {
                return members(scope().resource(), alias, values);
            }
            if (values.values().isEmpty()) {
                return Outcome.of(JsonNull.NULL);
            }
            Selected only = values.values().getFirst();
            looked.add(read(scope().resource(), alias, only));
            return only.value() == null ? Outcome.of(JsonNull.NULL) : seen(only.value());
        }

        private Surroundings surroundings(Context function) {
            return Surroundings.of(function, scope());
        }

        private Outcome element(Expression of, JsonValue at) {
            if (of instanceof Expression.Call(Function.Contextual function, var none, int character)
                    && (function.context() == Context.SUBSCRIPTION || function.context() == Context.RESOURCE_GROUP)
                    && at instanceof JsonString name) {
                return surroundings(function.context()).member(name.value());
            }
            Outcome holder = value(of);
            if (!(holder instanceof Outcome.Value(JsonValue value))) {
                return holder;
            }
            Outcome found = Functions.element(value, at);
            if (found instanceof Outcome.Failed && at instanceof JsonString name) {
                return isTags(of) ? Outcome.of(JsonNull.NULL) : isGiven(of) ? notGiven(of, name.value()) : found;
            }
            return found;
        }

        /** Whether this is what a request or an assignment says, which may not have been handed in whole. */
        private boolean isGiven(Expression expression) {
            return expression instanceof Expression.Call(Function.Contextual function, var none, int at)
                    && (function.context() == Context.REQUEST_CONTEXT || function.context() == Context.POLICY);
        }

        private Outcome notGiven(Expression of, String name) {
            String function =
                    of instanceof Expression.Call call ? call.function().name() : "";
            return Outcome.unseen("`" + function + "()." + name + "` is not known here");
        }

        /** Whether this is the tags of a scope, where asking for a tag that is not there is no failure. */
        private boolean isTags(Expression expression) {
            return expression instanceof Expression.Member(Expression of, String name, int character)
                    && name.equalsIgnoreCase("tags")
                    && of instanceof Expression.Call(Function.Contextual function, var none, int at)
                    && (function.context() == Context.SUBSCRIPTION || function.context() == Context.RESOURCE_GROUP);
        }
    }
}

package dev.demarc.policy.effect;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Words;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Details;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a {@code modify} or {@code append} rule changes resources, as the documentation of both effects has it.
 *
 * <p>Tags and other members that every resource may have are set whether or not there are any yet. A property of {@code
 * modify} whose parent is not there is left out: it is taken to be missing on purpose. {@code append}, and {@code add} of
 * {@code modify}, never put one value in place of another; {@code append} creates what is missing. An alias that {@code
 * modify} may not change, like any change that cannot be made, falls to the rule's conflict effect.
 */
public final class Alteration {
    private final Details.Operations operations;
    private final boolean isAppend;
    private final Evaluator evaluator;
    private final Aliases aliases;
    private final Optional<String> apiVersion;
    private final ConflictEffect conflictEffect;

    /**
     * The alteration of one rule.
     *
     * @param operations with parameters filled in
     * @param isAppend whether the effect is {@code append}
     * @param apiVersion the version of the API of the request; empty for the latest
     */
    public Alteration(
            Details.Operations operations,
            boolean isAppend,
            Evaluator evaluator,
            Aliases aliases,
            Optional<String> apiVersion) {
        this.operations = operations;
        this.isAppend = isAppend;
        this.evaluator = evaluator;
        this.aliases = aliases;
        this.apiVersion = apiVersion;
        this.conflictEffect = operations
                .conflictEffect()
                .filter(any -> !isAppend)
                .flatMap(word -> word instanceof Template.Constant(JsonString text)
                        ? ConflictEffect.of(text.value())
                        : Optional.empty())
                .orElse(ConflictEffect.DENY);
    }

    /** The change to a resource of which the rule's condition holds. */
    public Patch of(Scope scope) {
        JsonValue document = scope.resource().document();
        var changes = new ArrayList<Change>();
        for (Details.Operation operation : operations.operations()) {
            for (Change change : changes(operation, scope, document)) {
                changes.add(change);
                if (change.fate() instanceof Change.Made made) {
                    document = made.step().on(document).orElseThrow();
                }
            }
        }
        return new Patch(conflictEffect, changes);
    }

    private List<Change> changes(Details.Operation operation, Scope scope, JsonValue document) {
        Outcome fieldOutcome = evaluator.value(operation.field(), scope);
        if (!(fieldOutcome instanceof Outcome.Value(JsonString text))) {
            return List.of(nowhere(operation, Words.of(operation.field()), new Change.Open(why(fieldOutcome))));
        }
        String field = text.value();
        Optional<Change.Fate> left =
                operation.condition().flatMap(condition -> unlessHolds(evaluator.value(condition, scope)));
        if (left.isPresent()) {
            return List.of(nowhere(operation, field, left.get()));
        }
        Optional<Outcome> value = operation.value().map(template -> evaluator.value(template, scope));
        if (operation.action() == Details.Action.REMOVE) {
            return isTag(field)
                    ? set(operation, field, Optional.empty(), scope, document)
                    : List.of(nowhere(operation, field, new Change.Skipped("only tags can be removed")));
        }
        if (!(value.orElse(null) instanceof Outcome.Value(JsonValue wanted))) {
            String why = value.map(Alteration::why).orElse("the rule gives no value");
            return List.of(nowhere(operation, field, new Change.Open(why)));
        }
        return set(operation, field, Optional.of(wanted), scope, document);
    }

    private static Optional<Change.Fate> unlessHolds(Outcome condition) {
        if (condition instanceof Outcome.Value(JsonValue value)) {
            return switch (value.toString().toLowerCase(Locale.ROOT).replace("\"", "")) {
                case "true" -> Optional.empty();
                case "false" -> Optional.of(new Change.Skipped("its condition does not hold"));
                default -> Optional.of(new Change.Open("its condition is " + value + ", neither true nor false"));
            };
        }
        return Optional.of(new Change.Open(why(condition)));
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value value -> Words.of(value.value()) + " is not the name of a field";
            case Outcome.Failed failed -> failed.says();
            case Outcome.Unseen unseen -> unseen.says();
        };
    }

    private static Change nowhere(Details.Operation operation, String field, Change.Fate fate) {
        return new Change(operation.action(), field, JsonPointer.ROOT, Optional.empty(), Optional.empty(), fate);
    }

    private static boolean isTag(String field) {
        return field.toLowerCase(Locale.ROOT).startsWith("tags");
    }

    private static boolean isAlias(String field) {
        return field.indexOf('/') > 0 && !isTag(field);
    }

    private List<Change> set(
            Details.Operation operation, String field, Optional<JsonValue> wanted, Scope scope, JsonValue document) {
        ResourceType type = scope.resource().type();
        Optional<List<String>> steps = evaluator.steps(field, type);
        if (steps.isEmpty()) {
            String why = "`" + field + "` is not a property that a `" + type + "` has";
            return List.of(nowhere(operation, field, conflict(why)));
        }
        if (isAlias(field) && !isAppend && !isModifiable(type, field)) {
            String why = "`" + field + "` cannot be changed by `modify`";
            return List.of(nowhere(operation, field, conflict(why)));
        }
        boolean createsParents = isAppend || !isAlias(field);
        var targets = new Targets(steps.get(), operation.action() != Details.Action.ADD_OR_REPLACE);
        var changes = new ArrayList<Change>();
        for (Targets.Target target : targets.in(document)) {
            Change.Fate fate = fate(operation.action(), target, wanted, createsParents);
            changes.add(new Change(operation.action(), field, target.at(), target.before(), wanted, fate));
        }
        return changes;
    }

    private boolean isModifiable(ResourceType type, String field) {
        return aliases.alias(type, field)
                .map(alias -> apiVersion.map(alias::at).orElse(alias.byDefault()))
                .filter(Alias.Target::modifiable)
                .isPresent();
    }

    /** What becomes of a change that cannot be made. */
    private Change.Fate conflict(String why) {
        return conflictEffect == ConflictEffect.DENY ? new Change.Refused(why) : new Change.Skipped(why);
    }

    private Change.Fate fate(
            Details.Action action, Targets.Target target, Optional<JsonValue> wanted, boolean createsParents) {
        return switch (target) {
            case Targets.Blocked blocked -> new Change.Open(blocked.why());
            case Targets.Nowhere nowhere -> new Change.Skipped(nowhere.why());
            case Targets.End end -> new Change.Made(end.add(wanted.orElseThrow()));
            case Targets.Present present -> replaced(action, present, wanted);
            case Targets.Absent absent -> {
                if (wanted.isEmpty()) {
                    yield new Change.AlreadySo();
                }
                yield createsParents || absent.isDirect()
                        ? new Change.Made(absent.add(wanted.get()))
                        : new Change.Skipped("`" + absent.missingParent()
                                + "` is not set, so what would stand in it is taken to be left out on purpose");
            }
        };
    }

    private Change.Fate replaced(Details.Action action, Targets.Present present, Optional<JsonValue> wanted) {
        if (wanted.equals(present.before())) {
            return new Change.AlreadySo();
        }
        return switch (action) {
            case REMOVE ->
                new Change.Made(new JsonPatch.Step(JsonPatch.Operation.REMOVE, present.at(), Optional.empty()));
            case ADD_OR_REPLACE ->
                new Change.Made(new JsonPatch.Step(JsonPatch.Operation.REPLACE, present.at(), wanted));
            case ADD ->
                conflict("it is " + Words.of(present.value()) + " already, and `"
                        + (isAppend ? "append" : action.word()) + "` puts no value in place of another");
        };
    }
}

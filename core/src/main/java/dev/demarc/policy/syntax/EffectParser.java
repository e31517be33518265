package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the effect, and which effects the parameter it is left to can name. */
final class EffectParser {
    /** Effects that only resource providers carry out. Source: the modes in Microsoft's documentation. */
    private static final List<Effect> OF_PROVIDERS = List.of(
            Effect.ADD_TO_NETWORK_GROUP,
            Effect.MUTATE,
            Effect.ENFORCE_REGO_POLICY,
            Effect.ENFORCE_OPA_CONSTRAINT,
            Effect.ENFORCE_SETTING);

    private final Problems problems;
    private final TemplateReader templates;
    private final Given given;
    private final Optional<PolicyDefinition.Mode> mode;

    /** The parameters of the rule, as read and as written. */
    record Given(List<Parameter> parameters, JsonObject written, JsonPointer at) {}

    EffectParser(Problems problems, TemplateReader templates, Given given, Optional<PolicyDefinition.Mode> mode) {
        this.problems = problems;
        this.templates = templates;
        this.given = given;
        this.mode = mode;
    }

    /** The effect of a {@code then}; null when there is none to work with. */
    @Nullable
    Template effect(JsonObject then, JsonPointer at) {
        JsonValue value = then.getIgnoreCase("effect");
        JsonPointer effectAt = Problems.child(then, "effect", at);
        if (value == null) {
            problems.error(
                    "missing-effect",
                    "the rule does not say its `effect`",
                    problems.name(at),
                    "add `effect`, such as `audit`");
            return null;
        }
        if (!(value instanceof JsonString)) {
            problems.wrongType("effect", "a text", value, effectAt);
            return null;
        }
        Template effect = templates.read(value, effectAt);
        if (effect instanceof Template.Constant(JsonString word)) {
            return checkWord(word.value(), effectAt) ? effect : null;
        }
        parameterOf(effect).ifPresent(this::checkParameter);
        return effect;
    }

    private boolean checkWord(String word, JsonPointer at) {
        Optional<Effect> effect = Effect.of(word);
        if (effect.isEmpty()) {
            String hint = Problems.didYouMean(word, Effect.words());
            problems.error("unknown-effect", "there is no effect `" + word + "`", at, hint);
        } else if (OF_PROVIDERS.contains(effect.get()) && isOfResourceManager()) {
            problems.error(
                    "effect-not-in-mode",
                    "the effect `" + word + "` exists only in the mode of a resource provider",
                    at,
                    "set `mode` to one that ends in `.Data`, or use `audit` or `deny`");
        }
        return effect.isPresent();
    }

    private boolean isOfResourceManager() {
        return mode.filter(one -> !(one instanceof PolicyDefinition.Mode.Provider))
                .isPresent();
    }

    private void checkParameter(Parameter parameter) {
        JsonPointer at = given.at().child(parameter.name());
        if (!(given.written().get(parameter.name()) instanceof JsonObject written)) {
            return;
        }
        if (parameter.type() != Parameter.Type.STRING) {
            String message = "the parameter `" + parameter.name() + "` is the effect and must be of type String, not "
                    + parameter.type().word();
            problems.error("wrong-type", message, Problems.child(written, "type", at), "write `String` here");
            return;
        }
        JsonPointer allowedAt = Problems.child(written, "allowedValues", at);
        if (written.getIgnoreCase("allowedValues") instanceof JsonArray words) {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i) instanceof JsonString word) {
                    checkWord(word.value(), allowedAt.child(i));
                }
            }
        }
        boolean told = !parameter.allowedValues().isEmpty();
        if (!told && written.getIgnoreCase("defaultValue") instanceof JsonString word) {
            checkWord(word.value(), Problems.child(written, "defaultValue", at));
        }
    }

    /** The effects that a rule may come to have. */
    PossibleEffects possible(Template effect) {
        var words = new ArrayList<JsonValue>();
        if (effect instanceof Template.Constant(JsonString word)) {
            words.add(word);
        }
        parameterOf(effect).ifPresent(parameter -> words.addAll(parameter.allowedValues()));
        boolean complete = !words.isEmpty();
        if (!complete) {
            parameterOf(effect).flatMap(Parameter::defaultValue).ifPresent(words::add);
        }
        var effects = new LinkedHashSet<Effect>();
        for (JsonValue word : words) {
            if (word instanceof JsonString text) {
                Effect.of(text.value()).ifPresent(effects::add);
            }
        }
        return new PossibleEffects(List.copyOf(effects), complete);
    }

    /** The parameter that alone is the effect. */
    private Optional<Parameter> parameterOf(Template effect) {
        return effect
                                instanceof
                                Template.Computed(
                                        String source,
                                        Expression.Call(Contextual function, List<Expression> arguments, int at))
                        && function.context() == Context.PARAMETERS
                        && arguments.getFirst() instanceof Expression.Literal(JsonString name, int character)
                ? given.parameters().stream()
                        .filter(one -> one.name().equalsIgnoreCase(name.value()))
                        .findFirst()
                : Optional.empty();
    }
}

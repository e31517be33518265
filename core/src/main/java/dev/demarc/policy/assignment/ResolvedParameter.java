package dev.demarc.policy.assignment;

import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter of a definition in force and the value that the definition got in the end.
 *
 * @param value empty when nobody gave one and there is no default, or what is passed on cannot be computed
 * @param origin who gave it
 */
public record ResolvedParameter(String name, Optional<JsonValue> value, Origin origin) {

    /** Who gave a value. */
    public enum Origin {
        /** The assignment, be it through the initiative. */
        ASSIGNMENT("assignment"),
        /** The initiative, of its own or by a default of its parameters. */
        INITIATIVE("initiative"),
        /** The definition's own default, or nobody. */
        DEFAULT("default");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        /** The word in output. */
        public String word() {
            return word;
        }
    }

    /** The parameters of a policy's definition, in its order. */
    static List<ResolvedParameter> of(AssignedPolicy policy) {
        return policy.definition().value().parameters().stream()
                .map(parameter -> of(parameter, policy))
                .toList();
    }

    private static ResolvedParameter of(Parameter parameter, AssignedPolicy policy) {
        String name = parameter.name();
        Optional<JsonValue> given = get(policy.passed(), name);
        Optional<Template> passed = policy.initiative()
                .flatMap(one -> one.value().members().stream()
                        .filter(member -> member.referenceId().equals(policy.referenceId()))
                        .findFirst())
                .flatMap(member -> get(member.parameters(), name));
        if (given.isEmpty() && passed.isEmpty()) {
            return new ResolvedParameter(name, parameter.defaultValue(), Origin.DEFAULT);
        }
        boolean own = passed.map(template -> !asksAssignment(template, policy)).orElse(false);
        return new ResolvedParameter(name, given, own ? Origin.INITIATIVE : Origin.ASSIGNMENT);
    }

    /** Whether what an initiative passes on is computed of a value that its assignment gives. */
    private static boolean asksAssignment(Template template, AssignedPolicy policy) {
        Map<String, JsonValue> assigned =
                policy.assignment().map(Assignment::parameters).orElse(Map.of());
        return template.any(node -> node instanceof Expression.Call call
                && call.function() instanceof Function.Contextual function
                && function.context() == Function.Context.PARAMETERS
                && call.arguments().getFirst() instanceof Expression.Literal literal
                && literal.value() instanceof JsonString name
                && get(assigned, name.value()).isPresent());
    }

    private static <T> Optional<T> get(Map<String, T> values, String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

package dev.demarc.policy.evaluation;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.Parsed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a policy's parameters; names are compared without regard to case. */
public final class ParameterValues {
    /** No parameters. */
    public static final ParameterValues NONE = new ParameterValues(Map.of(), Set.of());

    private final Map<String, JsonValue> byName;
    private final Set<String> open;

    private ParameterValues(Map<String, JsonValue> byName, Set<String> open) {
        this.byName = Map.copyOf(byName);
        this.open = Set.copyOf(open);
    }

    /**
     * The values assigned, and the defaults for the rest.
     *
     * @param places where the assigned values stand, by pointers of one name
     */
    public static Parsed<ParameterValues> of(
            List<Parameter> parameters, Map<String, JsonValue> assigned, Places places) {
        Parsed<ParameterValues> partly = partly(parameters, assigned, places);
        var diagnostics = new ArrayList<Diagnostic>(partly.diagnostics());
        missing(parameters, assigned.keySet())
                .forEach(parameter -> diagnostics.add(Diagnostic.error(
                        "missing-parameter-value",
                        "the parameter `" + parameter.name() + "` has neither a value nor a default",
                        parameter.place(),
                        "give it a value")));
        return new Parsed<>(diagnostics.isEmpty() ? partly.value() : Optional.empty(), diagnostics);
    }

    /** The parameters that have neither a default nor a value under these names. */
    public static List<Parameter> missing(List<Parameter> parameters, Collection<String> given) {
        return parameters.stream()
                .filter(one -> one.defaultValue().isEmpty() && given.stream().noneMatch(one.name()::equalsIgnoreCase))
                .toList();
    }

    /**
     * The values assigned, the defaults for the rest, and no value for what has neither: whatever asks for such a
     * parameter is not seen, so that a rule nobody has assigned decides as far as it can.
     *
     * @param places where the assigned values stand, by pointers of one name
     */
    public static Parsed<ParameterValues> partly(
            List<Parameter> parameters, Map<String, JsonValue> assigned, Places places) {
        var diagnostics = new ArrayList<Diagnostic>();
        assigned.forEach((name, value) -> wrong(parameters, name, value, places).ifPresent(diagnostics::add));
        return new Parsed<>(
                diagnostics.isEmpty() ? Optional.of(with(parameters, assigned, Set.of())) : Optional.empty(),
                diagnostics);
    }

    /** These values, defaults for what nobody gives a value, and none for what has neither or is kept open. */
    private static ParameterValues with(
            List<Parameter> parameters, Map<String, JsonValue> given, Collection<String> keptOpen) {
        var values = new HashMap<String, JsonValue>();
        parameters.forEach(parameter ->
                parameter.defaultValue().ifPresent(value -> values.put(fold(parameter.name()), value)));
        given.forEach((name, value) -> values.put(fold(name), value));
        keptOpen.forEach(name -> values.remove(fold(name)));
        var open = new HashSet<String>();
        parameters.forEach(parameter -> open.add(fold(parameter.name())));
        open.removeAll(values.keySet());
        return new ParameterValues(values, open);
    }

    /**
     * The values that an initiative passes on to one of its policies. Initiatives are published for versions of their
     * policies that need not be the one at hand: a value for a parameter that this one has not is left out, and one that
     * it does not allow counts; both are warnings.
     *
     * @param unknown names to which a value is passed that nobody knows: they stay open, whatever the default is
     * @param places where the values stand, by pointers of one name
     */
    public static Parsed<ParameterValues> passedOn(
            List<Parameter> parameters, Map<String, JsonValue> passed, Collection<String> unknown, Places places) {
        var warnings = new ArrayList<Diagnostic>();
        var known = new HashMap<String, JsonValue>();
        passed.forEach((name, value) -> {
            wrong(parameters, name, value, places)
                    .map(ParameterValues::asWarning)
                    .ifPresent(warnings::add);
            if (named(parameters, name).isPresent()) {
                known.put(name, value);
            }
        });
        return new Parsed<>(Optional.of(with(parameters, known, unknown)), warnings);
    }

    private static Optional<Parameter> named(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Diagnostic asWarning(Diagnostic error) {
        return Diagnostic.warning(
                error.code(),
                error.message(),
                error.place(),
                error.hint().endsWith("?")
                        ? error.hint()
                        : error.hint() + "; or give the version of the definition that is meant");
    }

    private static Optional<Diagnostic> wrong(List<Parameter> parameters, String name, JsonValue value, Places places) {
        var place = places.of(JsonPointer.ROOT.child(name));
        Optional<Parameter> found = named(parameters, name);
        if (found.isEmpty()) {
            var names = parameters.stream().map(Parameter::name).toList();
            String hint = Nearest.to(name, names)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("leave it out");
            return Optional.of(
                    Diagnostic.error("unknown-parameter", "the policy has no parameter `" + name + "`", place, hint));
        }
        Parameter parameter = found.get();
        if (!parameter.type().holds(value)) {
            return Optional.of(Diagnostic.error(
                    "wrong-parameter-value",
                    "the value of `" + parameter.name() + "` must be of type "
                            + parameter.type().word() + ", not " + value.kind(),
                    place,
                    "give it a value of its type"));
        }
        if (!parameter.allows(value)) {
            return Optional.of(Diagnostic.error(
                    "value-not-allowed",
                    "the value of `" + parameter.name() + "` is not among its allowed values",
                    place,
                    "letters must match in case too; allowed are " + JsonArray.of(parameter.allowedValues())));
        }
        return Optional.empty();
    }

    /** Whether the policy has a parameter of this name that nobody gave a value. */
    public boolean isOpen(String name) {
        return open.contains(fold(name));
    }

    /** The value of a parameter; empty when it has none, or the policy has none of this name. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(byName.get(fold(name)));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

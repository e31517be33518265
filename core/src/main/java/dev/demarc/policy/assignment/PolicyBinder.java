package dev.demarc.policy.assignment;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Gap;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Initiative;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes policies in force of a library: finds what assignments refer to and passes parameters through, from the
 * assignment to the initiative, from the initiative to each of its policies.
 */
public final class PolicyBinder {
    private final PolicyLibrary library;
    private final Providers providers;
    private final EvaluationContext context;
    private final List<AssignedPolicy> policies = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Diagnostic> misfits = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Unfound unfound;

    /** A binder of what a library holds. */
    public PolicyBinder(PolicyLibrary library, Providers providers, EvaluationContext context) {
        this.library = library;
        this.unfound = new Unfound(library);
        this.providers = providers;
        this.context = context;
    }

    /** Puts every assignment of the library in force. */
    public PolicyBinder assignments() {
        library.assignments().forEach(this::assignment);
        return this;
    }

    /** Puts one assignment in force, be it of the library or not. */
    public PolicyBinder assignment(Assignment assignment) {
        Optional<Published<Initiative>> initiative = library.initiative(assignment.target());
        Optional<Published<PolicyDefinition>> definition = library.definition(assignment.target());
        if (initiative.isPresent()) {
            return initiative(initiative.get(), assignment);
        }
        if (definition.isPresent()) {
            return definition(definition.get(), assignment);
        }
        unfound.assignment(assignment);
        return this;
    }

    /** Puts a definition in force as an assignment says, whatever the assignment's target is called. */
    public PolicyBinder definition(Published<PolicyDefinition> definition, Assignment assignment) {
        var origin = new Origin(Optional.of(assignment), Optional.empty(), definition.name(), List.of());
        bind(origin, definition, Passed.given(assignment.parameters(), assignment.parameterPlaces()));
        return this;
    }

    /** Puts an initiative in force as an assignment says, whatever the assignment's target is called. */
    public PolicyBinder initiative(Published<Initiative> initiative, Assignment assignment) {
        members(Optional.of(assignment), initiative, assignment.parameters(), assignment.parameterPlaces());
        return this;
    }

    /** Tries a definition on everything, with the defaults of its parameters, as if it were assigned to the tenant. */
    public PolicyBinder definition(Published<PolicyDefinition> definition) {
        bind(
                new Origin(Optional.empty(), Optional.empty(), definition.name(), List.of()),
                definition,
                Passed.given(Map.of(), none()));
        return this;
    }

    /** Tries an initiative on everything, with the defaults of its parameters. */
    public PolicyBinder initiative(Published<Initiative> initiative) {
        members(Optional.empty(), initiative, Map.of(), none());
        return this;
    }

    private static Places none() {
        return Places.unknownLines("defaults");
    }

    /** What is in force. */
    public PoliciesInForce inForce() {
        var missing = new ArrayList<>(gaps);
        missing.addAll(unfound.gaps());
        return new PoliciesInForce(
                policies,
                library.exemptions(),
                library.attestations(),
                context.now(),
                missing,
                diagnostics,
                misfits.stream().distinct().toList(),
                unfound.notGiven());
    }

    /** Where a policy comes from. */
    private record Origin(
            Optional<Assignment> assignment,
            Optional<Published<Initiative>> initiative,
            String referenceId,
            List<String> groups) {}

    private void members(
            Optional<Assignment> assignment,
            Published<Initiative> initiative,
            Map<String, JsonValue> assigned,
            Places places) {
        List<Parameter> parameters = initiative.value().parameters();
        boolean whole = isWhole(assignment, initiative, parameters, assigned);
        Optional<ParameterValues> values = noted(ParameterValues.partly(parameters, assigned, places));
        if (values.isEmpty() || !whole) {
            refused(initiative, assignment);
            return;
        }
        var binding = new Binding(values.get(), context);
        for (Initiative.Member member : initiative.value().members()) {
            var origin = new Origin(assignment, Optional.of(initiative), member.referenceId(), member.groups());
            library.definition(member.definition())
                    .ifPresentOrElse(
                            definition -> member(
                                    origin, member, definition, parameters(member, binding, assignment.isPresent())),
                            () -> withoutDefinition(initiative, member, assignment));
        }
    }

    private void withoutDefinition(
            Published<Initiative> initiative, Initiative.Member member, Optional<Assignment> assignment) {
        if (library.initiative(member.definition()).isEmpty()) {
            unfound.member(initiative, member, assignment);
            return;
        }
        misfit(Diagnostic.error(
                "nested-initiative",
                "an initiative holds definitions, and `" + member.definition() + "` is an initiative",
                member.definitionPlace(),
                "list the policies of that initiative here, or assign it by itself"));
        gaps.add(new Gap(
                Gap.Kind.UNREADABLE,
                assignment.map(Assignment::scope),
                Optional.empty(),
                "the policy `" + member.referenceId() + "` of the initiative `" + initiative.name()
                        + "` is an initiative itself, so nothing was judged by it",
                "mend it at " + member.definitionPlace()));
    }

    private void member(
            Origin origin, Initiative.Member member, Published<PolicyDefinition> definition, Passed passed) {
        List<Parameter> parameters = definition.value().parameters();
        misfits.addAll(passed.values(parameters).diagnostics());
        for (Parameter parameter :
                ParameterValues.missing(parameters, member.parameters().keySet())) {
            misfit(Diagnostic.warning(
                    "missing-parameter-value",
                    "the policy `" + member.referenceId() + "` gets no value for the parameter `" + parameter.name()
                            + "` of `" + definition.name() + "`, which has no default",
                    member.place(),
                    "give it a value under `parameters`; or give the version of the definition that is meant"));
        }
        bind(origin, definition, passed);
    }

    private void misfit(Diagnostic diagnostic) {
        misfits.add(diagnostic);
        diagnostics.add(diagnostic);
    }

    /** Whether whoever assigns gives every value that has no default; what nobody assigns decides as far as it can. */
    private boolean isWhole(
            Optional<Assignment> assignment,
            Published<?> target,
            List<Parameter> parameters,
            Map<String, JsonValue> assigned) {
        if (assignment.isEmpty()) {
            return true;
        }
        List<Parameter> missing = ParameterValues.missing(parameters, assigned.keySet());
        Place place = assignment.get().parameterPlaces().of(JsonPointer.ROOT);
        missing.forEach(parameter -> misfit(Diagnostic.error(
                "missing-parameter-value",
                "nothing gives the parameter `" + parameter.name() + "` of `" + target.name()
                        + "` a value, and it has no default",
                place,
                "add `" + parameter.name() + "` under `parameters`")));
        return missing.isEmpty();
    }

    /**
     * What is passed to a definition.
     *
     * @param unknown names to which something is passed that cannot be computed, or not without a value nobody gave
     * @param places where the values stand
     * @param fits whether values that do not fit are refused; else they are warnings
     */
    private record Passed(Map<String, JsonValue> known, Set<String> unknown, Places places, boolean fits) {
        /** What somebody gives the definition itself. */
        static Passed given(Map<String, JsonValue> values, Places places) {
            return new Passed(values, Set.of(), places, true);
        }

        Parsed<ParameterValues> values(List<Parameter> parameters) {
            return fits
                    ? ParameterValues.partly(parameters, known, places)
                    : ParameterValues.passedOn(parameters, known, unknown, places);
        }
    }

    /** The values that an initiative gives a policy; where nobody gave the initiative its values, those it can. */
    private Passed parameters(Initiative.Member member, Binding binding, boolean all) {
        var values = new LinkedHashMap<String, JsonValue>();
        var unknown = new HashSet<String>();
        member.parameters().forEach((name, template) -> {
            if (binding.template(template) instanceof Template.Constant(JsonValue value)) {
                values.put(name, value);
                return;
            }
            unknown.add(name);
            if (all) {
                diagnostics.add(Diagnostic.error(
                        "uncomputable-parameter",
                        "the value of `" + name + "` for the policy `" + member.referenceId() + "` cannot be computed",
                        member.place(),
                        "use only parameters of the initiative and functions of them"));
            }
        });
        return new Passed(values, unknown, member.parameterPlaces(), false);
    }

    private void bind(Origin origin, Published<PolicyDefinition> definition, Passed passed) {
        EvaluationContext own = context(origin, definition);
        boolean whole = origin.initiative().isPresent()
                || isWhole(origin.assignment(), definition, definition.value().parameters(), passed.known());
        Optional<PolicyCheck> check = check(definition.value(), passed, own);
        if (check.isEmpty() || !whole) {
            refused(definition, origin.assignment());
            return;
        }
        var variants = new ArrayList<AssignedPolicy.Variant>();
        for (EffectOverride override :
                origin.assignment().map(Assignment::overrides).orElse(List.of())) {
            if (override.isFor(origin.referenceId())) {
                check(with(override.effect(), definition.value()), passed, own)
                        .ifPresent(other -> variants.add(new AssignedPolicy.Variant(override, other)));
            }
        }
        policies.add(new AssignedPolicy(
                origin.assignment(),
                origin.initiative(),
                origin.referenceId(),
                definition,
                origin.groups(),
                passed.known(),
                check.get(),
                variants));
    }

    private Optional<PolicyCheck> check(PolicyDefinition definition, Passed passed, EvaluationContext own) {
        return noted(PolicyCheck.of(definition, passed.values(definition.parameters()), providers, own));
    }

    private static PolicyDefinition with(Effect effect, PolicyDefinition definition) {
        PolicyRule rule = definition.rule();
        var word = new Template.Constant(new JsonString(effect.word()));
        return new PolicyDefinition(
                definition.name(),
                definition.displayName(),
                definition.description(),
                definition.policyType(),
                definition.mode(),
                definition.parameters(),
                new PolicyRule(rule.condition(), word, rule.details(), rule.place()),
                definition.metadata());
    }

    /** What {@code policy()} says: ids of what put the policy in force, empty texts for what did not. */
    private EvaluationContext context(Origin origin, Published<PolicyDefinition> definition) {
        JsonObject policy = JsonObject.builder()
                .put(
                        "assignmentId",
                        origin.assignment().map(one -> one.id().text()).orElse(""))
                .put("definitionId", definition.id())
                .put("setDefinitionId", origin.initiative().map(Published::id).orElse(""))
                .put("definitionReferenceId", origin.initiative().isPresent() ? origin.referenceId() : "")
                .build();
        return new EvaluationContext(context.now(), context.semantics(), context.request(), Optional.of(policy));
    }

    private void refused(Published<?> target, Optional<Assignment> assignment) {
        Place place = assignment.map(Assignment::place).orElse(target.place());
        gaps.add(new Gap(
                Gap.Kind.UNREADABLE,
                assignment.map(Assignment::scope),
                Optional.empty(),
                assignment
                        .map(one -> "the assignment `" + one.displayName() + "` does not fit the parameters of `"
                                + target.name() + "`, so it was not judged")
                        .orElse("`" + target.id() + "` does not fit its parameters, so nothing was judged by it"),
                "see the errors at " + place.at(JsonPointer.ROOT)));
    }

    private <T> Optional<T> noted(Parsed<T> parsed) {
        diagnostics.addAll(parsed.diagnostics());
        return parsed.value();
    }
}

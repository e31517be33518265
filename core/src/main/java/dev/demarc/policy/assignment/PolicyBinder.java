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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final List<Gap> gaps = new ArrayList<>();

    /** A binder of what a library holds. */
    public PolicyBinder(PolicyLibrary library, Providers providers, EvaluationContext context) {
        this.library = library;
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
        unknown("the assignment `" + assignment.displayName() + "`", assignment.target(), assignment);
        return this;
    }

    /** Puts a definition in force as an assignment says, whatever the assignment's target is called. */
    public PolicyBinder definition(Published<PolicyDefinition> definition, Assignment assignment) {
        var origin = new Origin(Optional.of(assignment), Optional.empty(), definition.name(), List.of());
        bind(origin, definition, assignment.parameters(), assignment.parameterPlaces());
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
                Map.of(),
                none());
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
        return new PoliciesInForce(
                policies, library.exemptions(), library.attestations(), context.now(), gaps, diagnostics);
    }

    /** Where a policy comes from. */
    private record Origin(
            Optional<Assignment> assignment,
            Optional<Published<Initiative>> initiative,
            String referenceId,
            List<String> groups) {}

    private void unknown(String who, String target, Assignment assignment) {
        gaps.add(new Gap(
                Gap.Kind.NOT_COLLECTED,
                Optional.of(assignment.scope()),
                Optional.empty(),
                who + " refers to `" + target + "`, which was not given, so nothing was judged by it",
                "give its definition with --policies"));
    }

    private void members(
            Optional<Assignment> assignment,
            Published<Initiative> initiative,
            Map<String, JsonValue> assigned,
            Places places) {
        List<Parameter> parameters = initiative.value().parameters();
        Optional<ParameterValues> values = noted(
                assignment.isPresent()
                        ? ParameterValues.of(parameters, assigned, places)
                        : ParameterValues.partly(parameters, assigned, places));
        if (values.isEmpty()) {
            refused(initiative.id(), initiative.place(), assignment);
            return;
        }
        var binding = new Binding(values.get(), context);
        for (Initiative.Member member : initiative.value().members()) {
            var origin = new Origin(assignment, Optional.of(initiative), member.referenceId(), member.groups());
            library.definition(member.definition())
                    .ifPresentOrElse(
                            definition -> bind(
                                    origin,
                                    definition,
                                    parameters(member, binding, assignment.isPresent()),
                                    pointer -> member.place().at(pointer)),
                            () -> gaps.add(new Gap(
                                    Gap.Kind.NOT_COLLECTED,
                                    assignment.map(Assignment::scope),
                                    Optional.empty(),
                                    "the policy `" + member.referenceId() + "` of the initiative `"
                                            + initiative.name() + "` is `" + member.definition()
                                            + "`, which was not given, so nothing was judged by it",
                                    "give its definition with --policies")));
        }
    }

    /** The values that an initiative gives a policy; where nobody gave the initiative its values, those it can. */
    private Map<String, JsonValue> parameters(Initiative.Member member, Binding binding, boolean all) {
        var values = new LinkedHashMap<String, JsonValue>();
        member.parameters().forEach((name, template) -> {
            if (binding.template(template) instanceof Template.Constant(JsonValue value)) {
                values.put(name, value);
            } else if (all) {
                diagnostics.add(Diagnostic.error(
                        "uncomputable-parameter",
                        "the value of `" + name + "` for the policy `" + member.referenceId() + "` cannot be computed",
                        member.place(),
                        "use only parameters of the initiative and functions of them"));
            }
        });
        return values;
    }

    private void bind(
            Origin origin, Published<PolicyDefinition> definition, Map<String, JsonValue> assigned, Places places) {
        EvaluationContext own = context(origin, definition);
        Optional<PolicyCheck> check = check(origin, definition.value(), assigned, places, own);
        if (check.isEmpty()) {
            refused(definition.id(), definition.place(), origin.assignment());
            return;
        }
        var variants = new ArrayList<AssignedPolicy.Variant>();
        for (EffectOverride override :
                origin.assignment().map(Assignment::overrides).orElse(List.of())) {
            if (override.isFor(origin.referenceId())) {
                check(origin, with(override.effect(), definition.value()), assigned, places, own)
                        .ifPresent(other -> variants.add(new AssignedPolicy.Variant(override, other)));
            }
        }
        policies.add(new AssignedPolicy(
                origin.assignment(),
                origin.initiative(),
                origin.referenceId(),
                definition,
                origin.groups(),
                assigned,
                check.get(),
                variants));
    }

    private Optional<PolicyCheck> check(
            Origin origin,
            PolicyDefinition definition,
            Map<String, JsonValue> assigned,
            Places places,
            EvaluationContext own) {
        if (origin.initiative().isPresent()) {
            return noted(PolicyCheck.passedOn(definition, assigned, places, providers, own));
        }
        return noted(
                origin.assignment().isPresent()
                        ? PolicyCheck.of(definition, assigned, places, providers, own)
                        : PolicyCheck.partlyAssigned(definition, assigned, places, providers, own));
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

    private void refused(String id, Place place, Optional<Assignment> assignment) {
        gaps.add(new Gap(
                Gap.Kind.UNREADABLE,
                assignment.map(Assignment::scope),
                Optional.empty(),
                "`" + id + "` does not fit its parameters, so nothing was judged by it",
                "see the errors at " + place.at(JsonPointer.ROOT)));
    }

    private <T> Optional<T> noted(Parsed<T> parsed) {
        diagnostics.addAll(parsed.diagnostics());
        return parsed.value();
    }
}

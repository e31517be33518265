package dev.demarc.policy;

import dev.demarc.check.Check;
import dev.demarc.check.Evidence;
import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import dev.demarc.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A policy rule made ready to judge resources. Everything that the rule alone decides has been decided. */
public final class PolicyCheck implements Check.PerResource {
    private static final int MOST_SAID = 3;

    private final String id;
    private final Optional<ModeReach> reach;
    private final Condition condition;
    private final Optional<Condition> appliesWhen;
    private final Template effectTemplate;
    private final Optional<Effect> effect;
    private final Optional<Details.Related> related;
    private final Evaluator evaluator;
    private final Applicability applicability;
    private final int prefix;

    private PolicyCheck(
            String id,
            Optional<PolicyDefinition.Mode> mode,
            PolicyRule rule,
            ParameterValues parameters,
            Optional<Condition> appliesWhen,
            Providers providers,
            EvaluationContext context) {
        var binding = new Binding(parameters, context);
        this.id = id;
        this.reach = mode.map(one -> new ModeReach(one, providers.tags()));
        this.condition = binding.condition(rule.condition());
        this.appliesWhen = appliesWhen.map(binding::condition);
        this.effectTemplate = binding.template(rule.effect());
        this.effect = effectTemplate instanceof Template.Constant(JsonString word)
                ? Effect.of(word.value())
                : Optional.empty();
        this.related = rule.details() instanceof Details.Related wanted
                ? Optional.of(binding.related(wanted))
                : Optional.empty();
        var conditions = new ArrayList<Condition>();
        conditions.add(condition);
        this.appliesWhen.ifPresent(conditions::add);
        this.related.flatMap(Details.Related::existenceCondition).ifPresent(conditions::add);
        this.evaluator = Evaluator.of(conditions, parameters, providers.aliases(), context);
        this.applicability = new Applicability(condition, evaluator, providers.aliases());
        this.prefix = rule.place().pointer().tokens().size();
    }

    /**
     * A check of a rule, on any resource that its conditions are about.
     *
     * @param appliesWhen a further condition; where it does not hold the check is not applicable
     */
    public static PolicyCheck of(
            String id,
            PolicyRule rule,
            ParameterValues parameters,
            Optional<Condition> appliesWhen,
            Providers providers,
            EvaluationContext context) {
        return new PolicyCheck(id, Optional.empty(), rule, parameters, appliesWhen, providers, context);
    }

    /**
     * A check of a definition under the name of that definition, on the resources that its mode allows.
     *
     * @param assigned values for its parameters; the others take their defaults
     * @param places where the assigned values stand
     */
    public static Parsed<PolicyCheck> of(
            PolicyDefinition definition,
            Map<String, JsonValue> assigned,
            Places places,
            Providers providers,
            EvaluationContext context) {
        return of(definition, ParameterValues.of(definition.parameters(), assigned, places), providers, context);
    }

    /**
     * The same where parameters may have neither a value nor a default: it judges as far as the rule decides without
     * them, and is unknown, for want of a parameter it names, where it does not.
     */
    public static Parsed<PolicyCheck> partlyAssigned(
            PolicyDefinition definition,
            Map<String, JsonValue> assigned,
            Places places,
            Providers providers,
            EvaluationContext context) {
        return of(definition, ParameterValues.partly(definition.parameters(), assigned, places), providers, context);
    }

    private static Parsed<PolicyCheck> of(
            PolicyDefinition definition,
            Parsed<ParameterValues> values,
            Providers providers,
            EvaluationContext context) {
        var diagnostics = new ArrayList<Diagnostic>(values.diagnostics());
        var check = values.value()
                .map(parameters -> new PolicyCheck(
                        definition.name(),
                        Optional.of(definition.isStatement() ? ALL : definition.mode()),
                        definition.rule(),
                        parameters,
                        Optional.empty(),
                        providers,
                        context));
        check.ifPresent(one -> diagnostics.addAll(one.diagnostics()));
        return new Parsed<>(check, diagnostics);
    }

    /**
     * A check of a rule, its parameters and its further condition as they are written, with default values.
     *
     * @param places where things stand, by pointers of which the first token is {@code rule}, {@code parameters} or
     *     {@code applies-when}
     */
    public static Parsed<PolicyCheck> parse(
            String id,
            JsonValue rule,
            JsonObject parameters,
            Optional<JsonValue> appliesWhen,
            Places places,
            Providers providers,
            EvaluationContext context) {
        var diagnostics = new ArrayList<Diagnostic>();
        List<Parameter> known = noted(PolicyParser.parameters(parameters, under(places, "parameters")), diagnostics)
                .orElse(List.of());
        var tree = noted(PolicyParser.rule(rule, known, under(places, "rule")), diagnostics);
        var when = appliesWhen.flatMap(
                value -> noted(PolicyParser.condition(value, known, under(places, "applies-when")), diagnostics));
        var values = noted(ParameterValues.of(known, Map.of(), under(places, "parameters")), diagnostics);
        boolean sound = diagnostics.stream().noneMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
        if (!sound || tree.isEmpty() || values.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        var check = new PolicyCheck(id, Optional.empty(), tree.get(), values.get(), when, providers, context);
        diagnostics.addAll(check.diagnostics());
        return new Parsed<>(Optional.of(check), diagnostics);
    }

    private static <T> Optional<T> noted(Parsed<T> parsed, List<Diagnostic> diagnostics) {
        diagnostics.addAll(parsed.diagnostics());
        return parsed.value();
    }

    private static Places under(Places places, String member) {
        return pointer -> {
            var tokens = new ArrayList<String>();
            tokens.add(member);
            tokens.addAll(pointer.tokens());
            return places.of(new JsonPointer(tokens));
        };
    }

    @Override
    public String id() {
        return id;
    }

    /** What is doubtful about the rule: aliases that no table knows, and types that its mode leaves out. */
    public List<Diagnostic> diagnostics() {
        var diagnostics = new ArrayList<Diagnostic>(evaluator.diagnostics());
        reach.ifPresent(one -> diagnostics.addAll(one.notes(condition)));
        return diagnostics;
    }

    /** The effect; empty when the rule leaves it to an expression that yields none. */
    public Optional<Effect> effect() {
        return effect;
    }

    @Override
    public Judgement judge(Subject subject) {
        return explain(subject).judgement();
    }

    /** The judgement of one resource and how it came about. */
    public PolicyExplanation explain(Subject subject) {
        var scope = Scope.of(subject.resource(), subject.neighbours());
        Optional<String> open = effect.isPresent() ? Optional.empty() : openEffect(scope);
        if (effect.isEmpty() && open.isEmpty()) {
            return plain(Verdict.ERROR, "the rule's effect is not an effect that exists");
        }
        Optional<String> out = whyNotApplicable(scope);
        if (out.isPresent()) {
            return plain(Verdict.NOT_APPLICABLE, out.get());
        }
        if (effect.isEmpty()) {
            return plain(Verdict.UNKNOWN, open.get());
        }
        if (reach.isPresent() && reach.get().mode() instanceof PolicyDefinition.Mode.Provider provider) {
            return plain(
                    Verdict.UNKNOWN,
                    "policies of mode `" + provider.name() + "` are evaluated by the resource provider");
        }
        Optional<Explanation> applies = appliesWhen.map(when -> evaluator.explain(when, scope));
        Truth applied = applies.map(Explanation::truth).orElse(Truth.Decided.TRUE);
        if (!applied.holds()) {
            return new PolicyExplanation(
                    notApplied(applied, applies.orElseThrow(), scope), applies, Optional.empty(), List.of());
        }
        return judged(effect.get(), applies, evaluator.explain(condition, scope), scope);
    }

    private static final PolicyDefinition.Mode ALL = new PolicyDefinition.Mode.All();

    private static PolicyExplanation plain(Verdict verdict, String reason) {
        return new PolicyExplanation(
                new Judgement(verdict, reason, List.of()), Optional.empty(), Optional.empty(), List.of());
    }

    /** What the effect waits for: a parameter that nobody gave a value. */
    private Optional<String> openEffect(Scope scope) {
        return evaluator.value(effectTemplate, scope) instanceof Outcome.Unseen unseen
                ? Optional.of(unseen.says())
                : Optional.empty();
    }

    private Optional<String> whyNotApplicable(Scope scope) {
        if (effect.equals(Optional.of(Effect.DISABLED))) {
            return Optional.of("the policy is disabled");
        }
        if (effect.equals(Optional.of(Effect.DENY_ACTION))) {
            return Optional.of("the policy guards requests, not configuration");
        }
        if (reach.isPresent() && !reach.get().includes(scope.resource())) {
            return Optional.of("policies of this mode are not evaluated on `"
                    + scope.resource().type() + "`");
        }
        return applicability.applies(scope)
                ? Optional.empty()
                : Optional.of("the rule is not about resources such as this `"
                        + scope.resource().type() + "`");
    }

    private Judgement notApplied(Truth applied, Explanation why, Scope scope) {
        List<Evidence> evidence = evidence(why, scope);
        return applied instanceof Truth.Undecided undecided
                ? new Judgement(verdict(undecided), undecided.reason(), evidence)
                : new Judgement(Verdict.NOT_APPLICABLE, "the check does not apply: " + said(evidence), evidence);
    }

    private PolicyExplanation judged(Effect word, Optional<Explanation> applies, Explanation why, Scope scope) {
        List<Evidence> evidence = evidence(why, scope);
        if (why.truth() instanceof Truth.Undecided undecided) {
            return explained(new Judgement(verdict(undecided), undecided.reason(), evidence), applies, why);
        }
        boolean holds = why.truth().holds();
        return switch (word) {
            case AUDIT, DENY, APPEND, MODIFY ->
                explained(
                        new Judgement(holds ? Verdict.NON_COMPLIANT : Verdict.COMPLIANT, said(evidence), evidence),
                        applies,
                        why);
            case AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS ->
                holds ? related(applies, why, scope) : explained(unmatched(evidence), applies, why);
            case MANUAL ->
                explained(
                        holds
                                ? new Judgement(Verdict.UNKNOWN, "a person must attest this", List.of())
                                : unmatched(evidence),
                        applies,
                        why);
            case ADD_TO_NETWORK_GROUP,
                    MUTATE,
                    ENFORCE_REGO_POLICY,
                    ENFORCE_OPA_CONSTRAINT,
                    ENFORCE_SETTING,
                    AUDIT_ACTION,
                    NONE ->
                explained(
                        new Judgement(
                                Verdict.UNKNOWN,
                                "the effect `" + word.word() + "` is evaluated by the resource provider",
                                List.of()),
                        applies,
                        why);
            case DISABLED, DENY_ACTION -> throw new IllegalStateException(word + " was handled before");
        };
    }

    private static Judgement unmatched(List<Evidence> evidence) {
        return new Judgement(
                Verdict.NOT_APPLICABLE, "the rule does not look at this resource: " + said(evidence), evidence);
    }

    private static PolicyExplanation explained(Judgement judgement, Optional<Explanation> applies, Explanation why) {
        return new PolicyExplanation(judgement, applies, Optional.of(why), List.of());
    }

    private PolicyExplanation related(Optional<Explanation> applies, Explanation why, Scope scope) {
        if (related.isEmpty()) {
            return plain(Verdict.ERROR, "the rule does not say which related resource should exist");
        }
        Details.Related wanted = related.get();
        var search = RelatedResources.search(wanted, evaluator, scope);
        var candidates = search.candidates().stream()
                .map(one -> new PolicyExplanation.Candidate(one.resource(), one.existence()))
                .toList();
        Judgement judgement = switch (search.satisfied()) {
            case Truth.Undecided undecided -> new Judgement(verdict(undecided), undecided.reason(), List.of());
            case Truth.Decided decided -> decided(decided.holds(), search, wanted, why, scope);
        };
        return new PolicyExplanation(judgement, applies, Optional.of(why), candidates);
    }

    private Judgement decided(
            boolean satisfied, RelatedResources search, Details.Related wanted, Explanation why, Scope scope) {
        var evidence = new ArrayList<Evidence>();
        for (RelatedResources.Candidate candidate : search.candidates()) {
            if (candidate.truth().holds() == satisfied) {
                candidate
                        .existence()
                        .ifPresent(explanation -> evidence.addAll(Deciders.of(
                                explanation, prefix, candidate.resource().id())));
            }
        }
        String asked = "`" + search.type() + "`" + RelatedResources.nameOf(wanted);
        String says = satisfied ? "there is a " + asked + " as wanted" : missing(asked, search.candidates());
        var first = new Evidence(
                new JsonPointer(List.of("then", "details")),
                scope.resource().id(),
                JsonPointer.ROOT,
                Optional.empty(),
                "exists: " + asked,
                says);
        evidence.addFirst(first);
        if (!satisfied) {
            evidence.addAll(Deciders.beyondType(why, prefix, scope.resource().id()));
        }
        return new Judgement(satisfied ? Verdict.COMPLIANT : Verdict.NON_COMPLIANT, said(evidence), evidence);
    }

    private static String missing(String asked, List<RelatedResources.Candidate> candidates) {
        return switch (candidates.size()) {
            case 0 -> "there is no " + asked + " for this resource";
            case 1 -> "its " + asked + ", `" + candidates.getFirst().resource().name() + "`, is not as wanted";
            default -> "none of its " + candidates.size() + " resources of " + asked + " is as wanted";
        };
    }

    private List<Evidence> evidence(Explanation why, Scope scope) {
        return Deciders.of(why, prefix, scope.resource().id());
    }

    private static Verdict verdict(Truth.Undecided undecided) {
        return undecided.cause() == Truth.Cause.FAILED ? Verdict.ERROR : Verdict.UNKNOWN;
    }

    private static String said(List<Evidence> evidence) {
        return evidence.isEmpty()
                ? "nothing decided it"
                : evidence.stream().limit(MOST_SAID).map(Evidence::says).collect(Collectors.joining("; "));
    }
}

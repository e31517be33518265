package dev.demarc.policy;

import dev.demarc.check.Check;
import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.effect.Alteration;
import dev.demarc.policy.effect.Patch;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
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
import java.util.Set;

/** A policy rule made ready to judge resources. Everything that the rule alone decides has been decided. */
public final class PolicyCheck implements Check.PerResource {
    private final String id;
    private final Optional<Effect> effect;
    private final List<Diagnostic> diagnostics;
    private final Judging judging;
    private final Deciding deciding;
    private final Aliases aliases;
    private final Optional<String> apiVersion;

    private PolicyCheck(
            String id,
            Optional<PolicyDefinition.Mode> mode,
            PolicyRule rule,
            ParameterValues parameters,
            Optional<Condition> appliesWhen,
            Providers providers,
            EvaluationContext context) {
        var binding = new Binding(parameters, context);
        Condition condition = binding.condition(rule.condition());
        Optional<Condition> further = appliesWhen.map(binding::condition);
        Template word = binding.template(rule.effect());
        Details details = binding.details(rule.details());
        var conditions = new ArrayList<Condition>();
        conditions.add(condition);
        further.ifPresent(conditions::add);
        if (details instanceof Details.Related related) {
            related.existenceCondition().ifPresent(conditions::add);
        }
        this.id = id;
        this.aliases = providers.aliases();
        this.apiVersion = context.apiVersion();
        this.effect = word instanceof Template.Constant(JsonString text) ? Effect.of(text.value()) : Optional.empty();
        var evaluator = Evaluator.of(conditions, parameters, providers.aliases(), context);
        Optional<ModeReach> modeReach = mode.map(one -> new ModeReach(one, providers.tags(), providers.types()));
        var doubts = new ArrayList<>(evaluator.diagnostics());
        modeReach.ifPresent(one -> doubts.addAll(one.notes(condition)));
        this.diagnostics = List.copyOf(doubts);
        Applicability.Compilation compile = one -> CompiledCondition.of(one, parameters, providers.aliases(), context);
        var applicability = new Applicability(condition, details, evaluator, providers.aliases(), compile);
        this.judging = new Judging(
                condition,
                further,
                word,
                details,
                evaluator,
                new Reach(modeReach, details, applicability, providers.types()),
                rule.place().pointer().tokens().size());
        this.deciding = Deciding.of(judging, compile);
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
     * A check of a definition with its values, however they were given. Where a parameter is open it judges as far as the
     * rule decides without it, and is unknown, for want of a parameter it names, where it does not.
     *
     * @param values nothing when they do not fit the definition, and then there is no check either
     */
    public static Parsed<PolicyCheck> of(
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

    /** What is doubtful about the rule: aliases that no table knows, types that its mode leaves out. */
    public List<Diagnostic> diagnostics() {
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

    /** The types of the resources that it may be about; for all others it is not applicable. Empty for any type. */
    public Optional<Set<ResourceType>> types() {
        return judging.reach().types();
    }

    /** The verdict that {@link #judge} has, decided quickly, without a reason or evidence. */
    public Verdict decide(Subject subject) {
        return deciding.verdict(subject);
    }

    /** The judgement of one resource and how it came about. */
    public PolicyExplanation explain(Subject subject) {
        return judging.explain(subject);
    }

    /**
     * The change to a resource that the effects {@code modify} and {@code append} would make; empty for other effects, and
     * for a resource that is not non-compliant. Where values are computed of the request's API version, it is that of the
     * evaluation's context.
     */
    public Optional<Patch> patch(Subject subject) {
        PolicyExplanation explanation = explain(subject);
        boolean changes = explanation.verdict() == Verdict.NON_COMPLIANT
                && (explanation.ruling().equals(MODIFIES)
                        || explanation.ruling().equals(APPENDS));
        return changes && judging.details() instanceof Details.Operations operations
                ? Optional.of(new Alteration(
                                operations,
                                explanation.ruling().equals(APPENDS),
                                judging.evaluator(),
                                aliases,
                                apiVersion)
                        .of(Scope.of(subject.resource(), subject.neighbours())))
                : Optional.empty();
    }

    private static final Ruling MODIFIES = new Ruling.Evaluated(Effect.MODIFY);
    private static final Ruling APPENDS = new Ruling.Evaluated(Effect.APPEND);
    private static final PolicyDefinition.Mode ALL = new PolicyDefinition.Mode.All();
}

package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Places;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Pairs of any condition and any resource, under every reading of the disputed points. */
final class TwinPairs {
    private static final Places NOWHERE = Places.unknownLines("twins");
    private static final List<Parameter> PARAMETERS =
            PolicyParser.parameters(AnyPolicy.PARAMETERS, NOWHERE).value().orElseThrow();
    private static final ParameterValues VALUES =
            ParameterValues.of(PARAMETERS, Map.of(), NOWHERE).value().orElseThrow();
    private static final int RESOURCES = 10;

    private TwinPairs() {}

    /** A condition as written, with what both twins are made of. */
    record Rule(JsonObject written, Condition condition, EvaluationContext context) {

        /** What answers quickly. */
        CompiledCondition compiled() {
            return compiled(condition, context);
        }

        /** The same of another condition or context. */
        static CompiledCondition compiled(Condition condition, EvaluationContext context) {
            Condition bound = new Binding(VALUES, context).condition(condition);
            return CompiledCondition.of(bound, VALUES, World.PROVIDERS.aliases(), context);
        }

        /** What explains. */
        Explainer explainer() {
            Condition bound = new Binding(VALUES, context).condition(condition);
            var evaluator = Evaluator.of(List.of(bound), VALUES, World.PROVIDERS.aliases(), context);
            return scope -> evaluator.explain(bound, scope);
        }
    }

    /** What explains. */
    interface Explainer {
        Explanation explain(Scope scope);
    }

    /** What looks at the pairs: handed a rule, it says what to do with each resource. */
    interface Watcher {
        Consumer<Subject> of(Rule rule);
    }

    /** Calls back for at least so many pairs of a seed. */
    static void each(long seed, int pairs, Watcher watcher) {
        var any = new AnyPolicy(seed, true);
        List<EvaluationContext> contexts = contexts();
        int made = 0;
        for (int i = 0; made < pairs; i++) {
            JsonObject written = any.condition(any.upTo(5));
            Optional<Condition> condition =
                    PolicyParser.condition(written, PARAMETERS, NOWHERE).value();
            if (condition.isPresent()) {
                var rule = new Rule(written, condition.get(), contexts.get(i % contexts.size()));
                Consumer<Subject> watching = watcher.of(rule);
                for (int j = 0; j < RESOURCES; j++) {
                    watching.accept(World.subject(any.anyResource(), any.around()));
                    made++;
                }
            }
            assertThat(i).as("conditions made up").isLessThan(pairs);
        }
    }

    /** Both profiles, and each with every single switch turned; with and without an assignment, mostly with a request. */
    private static List<EvaluationContext> contexts() {
        var contexts = new ArrayList<EvaluationContext>();
        EvaluationContext given = World.context(JsonObject.builder()
                .put("policy", JsonObject.builder().put("assignmentId", "a").build())
                .build());
        EvaluationContext scan = World.context(JsonObject.empty());
        var none = new EvaluationContext(scan.now(), scan.semantics(), Optional.empty(), Optional.empty());
        for (SemanticsProfile profile : List.of(SemanticsProfile.DOCUMENTED, SemanticsProfile.REGORUS)) {
            contexts.add(given.with(profile));
            contexts.add(none.with(profile));
            for (Dispute dispute : Dispute.values()) {
                contexts.add(scan.with(profile.with(dispute, !profile.is(dispute))));
            }
        }
        return contexts;
    }
}

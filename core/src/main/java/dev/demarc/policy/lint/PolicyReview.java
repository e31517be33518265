package dev.demarc.policy.lint;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.LocatedJson;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks a policy definition over: what is wrong with it, and what is doubtful. */
public final class PolicyReview {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparingLong(
                    (Diagnostic one) -> one.place().line())
            .thenComparingInt(one -> one.place().column())
            .thenComparing(Diagnostic::severity);

    private PolicyReview() {}

    /**
     * Everything to say about a definition, by place. What is doubtful is told even where something else is wrong, as
     * far as the definition could be read.
     *
     * @param providers the aliases and types that conditions may name; aliases of types not listed are not checked
     * @param semantics says which functions may be called
     */
    public static List<Diagnostic> of(LocatedJson document, Providers providers, SemanticsProfile semantics) {
        PolicyParser.Draft draft =
                PolicyParser.draft(document.value(), document.places(), semantics.is(Dispute.DEPLOYMENT_FUNCTIONS));
        var diagnostics = new ArrayList<>(draft.diagnostics());
        draft.definition().ifPresent(definition -> {
            var remarks = new Remarks(document);
            review(definition, document, providers, remarks);
            diagnostics.addAll(remarks.made());
        });
        diagnostics.sort(BY_PLACE);
        return List.copyOf(diagnostics);
    }

    private static void review(
            PolicyDefinition definition, LocatedJson document, Providers providers, Remarks remarks) {
        var written = WrittenDefinition.of(document.value());
        new DefinitionReview(definition, written, remarks).review();
        new EffectReview(definition, written, remarks).review();
        new ParameterReview(definition, written, remarks).review();
        new RoleReview(written, remarks).review(definition.rule().details());
        if (definition.isStatement()) {
            return;
        }
        review(definition.rule().condition(), remarks);
        new ModeReview(definition, remarks).review();
        var names = new AliasReview(providers.aliases(), remarks);
        var types = new TypeReview(providers, remarks);
        var expressions = new ExpressionReview(remarks);
        expressions.review(definition.rule().condition());
        boolean ofManager = !(definition.mode() instanceof PolicyDefinition.Mode.Provider);
        if (ofManager) {
            names.review(definition.rule().condition());
            types.review(definition.rule().condition());
        }
        if (definition.rule().details() instanceof Details.Related related) {
            types.review(related);
            related.existenceCondition().ifPresent(condition -> {
                review(condition, remarks);
                expressions.review(condition);
                if (ofManager) {
                    names.reviewExistence(condition, related, definition.rule().condition());
                }
            });
        }
    }

    private static void review(Condition condition, Remarks remarks) {
        new ShapeReview(remarks).review(condition);
        new LogicReview(remarks).review(condition);
        new ComparisonReview(remarks).review(condition);
        new ArrayReview(remarks).review(condition);
    }
}

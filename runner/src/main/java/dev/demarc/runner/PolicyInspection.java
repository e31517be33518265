package dev.demarc.runner;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.LocatedJson;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.lint.LibraryReview;
import dev.demarc.policy.lint.PolicyReview;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Looks policies over without an estate: each by itself, and whether what refers to another fits it. */
public final class PolicyInspection {
    private PolicyInspection() {}

    /** Everything to say about some documents: definitions first, then the rest, then what does not fit together. */
    public static List<Diagnostic> of(
            Collection<PolicyDocument> documents, Providers providers, SemanticsProfile semantics, Instant now) {
        var told = new LinkedHashSet<Diagnostic>();
        for (PolicyDocument document : documents) {
            if (document.kind() == PolicyDocument.Kind.DEFINITION) {
                var content = new LocatedJson(document.content(), document.places());
                told.addAll(PolicyReview.of(content, providers, semantics));
            }
        }
        PolicyLibrary library = PolicyLibrary.of(documents, semantics);
        told.addAll(library.diagnostics());
        var binder =
                new PolicyBinder(library, providers, EvaluationContext.at(now).with(semantics)).assignments();
        library.initiatives().forEach(binder::initiative);
        PoliciesInForce inForce = binder.inForce();
        inForce.diagnostics().stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .forEach(told::add);
        told.addAll(LibraryReview.of(library, inForce));
        return List.copyOf(told);
    }
}

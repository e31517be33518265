package dev.demarc.runner;

import dev.demarc.check.Decisions;
import dev.demarc.check.Exemption;
import dev.demarc.check.Finding;
import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.Line;
import dev.demarc.demarcation.Owners;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Edition;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Recommendation;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.posture.Score;
import dev.demarc.posture.SecureScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges estates with one catalogue, one edition of the matrix and one set of people's decisions, as of one instant.
 * Made once, used for many estates; safe to use from several threads.
 */
public final class Assessor {
    private final Catalogue catalogue;
    private final Instant instant;
    private final Owners owners;
    private final Decisions decisions;
    private final EvaluationContext context;
    private final Line line;
    private final Map<ResourceType, List<ControlCheck>> checksByType = new HashMap<>();

    /** A control made ready to run. */
    private record ControlCheck(Control control, PolicyCheck check) {}

    /**
     * An assessor.
     *
     * @param edition an edition of the catalogue
     * @param instant what counts as now: for dates in rules, and for exemptions and attestations to expire
     */
    public Assessor(Catalogue catalogue, Edition edition, Instant instant, Owners owners, Decisions decisions) {
        this(catalogue, edition, EvaluationContext.at(instant), owners, decisions);
    }

    /**
     * The same with a reading of the policy language.
     *
     * @param context its instant is what counts as now
     */
    public Assessor(
            Catalogue catalogue, Edition edition, EvaluationContext context, Owners owners, Decisions decisions) {
        this.catalogue = catalogue;
        this.instant = context.now();
        this.owners = owners;
        this.decisions = decisions;
        this.context = context;
        this.line = Line.of(catalogue, edition, context);
        for (Control control : catalogue.controls()) {
            checksByType
                    .computeIfAbsent(control.type(), type -> new ArrayList<>())
                    .add(new ControlCheck(control, check(control)));
        }
    }

    /** The check of a control; one that cannot be read is a broken build. */
    private PolicyCheck check(Control control) {
        var parsed = PolicyCheck.parse(
                control.id(),
                control.rule(),
                control.parameters(),
                control.appliesWhen(),
                Places.unknownLines(control.id()),
                catalogue.providers(),
                context);
        return parsed.value()
                .orElseThrow(() -> new IllegalStateException("control " + control.id() + ": " + parsed.errors()));
    }

    /** Judges an estate. The result does not depend on the number of threads. */
    public Assessment assess(Estate estate) {
        return assess(estate, Optional.empty());
    }

    /** The same with how the estate stands to policies in force. */
    public Assessment assess(Estate estate, Optional<PolicyCompliance> policies) {
        List<Judged> judged = estate.resources().parallelStream()
                .map(resource -> judge(resource, estate))
                .toList();
        Map<ResourceId, List<SidedFinding>> partFindings = partFindings(judged);
        List<ResourcePosture> resources = judged.stream()
                .map(one -> posture(one, partFindings.getOrDefault(one.id(), List.of()), estate))
                .toList();
        List<SidedFinding> findings = resources.stream()
                .flatMap(resource -> resource.findings().stream())
                .toList();
        Score score = Score.of(findings, catalogue);
        var gaps = new ArrayList<Gap>(estate.gaps());
        gaps.addAll(UncollectedTypes.gaps(findings, estate, catalogue));
        policies.ifPresent(compliance -> gaps.addAll(compliance.inForce().gaps()));
        return new Assessment(
                instant,
                catalogue,
                line.edition(),
                profile(),
                resources,
                Coverage.of(resources, catalogue.layers()),
                score,
                SecureScore.of(estate),
                Recommendation.of(findings, score),
                gaps,
                policies);
    }

    /** One resource on its own: the line through it and what every control of its type says. */
    private record Judged(Demarcation demarcation, Optional<String> owner, List<SidedFinding> findings) {
        ResourceId id() {
            return demarcation.resource().id();
        }
    }

    private Judged judge(Resource resource, Estate estate) {
        var subject = new Subject(resource, estate);
        Demarcation demarcation = line.demarcate(subject);
        Optional<String> owner = owners.of(resource, estate);
        var findings = new ArrayList<SidedFinding>();
        for (ControlCheck ready : checksByType.getOrDefault(resource.type(), List.of())) {
            Judgement judgement =
                    decided(ready.control(), resource, ready.check().judge(subject), estate);
            if (judgement.verdict().counts()) {
                findings.add(finding(ready.control(), demarcation, judgement, owner, estate));
            }
        }
        return new Judged(demarcation, owner, findings);
    }

    private SidedFinding finding(
            Control control, Demarcation demarcation, Judgement judgement, Optional<String> owner, Estate estate) {
        return new SidedFinding(
                new Finding(control.id(), demarcation.resource(), judgement),
                control,
                cell(control, demarcation, estate).map(Demarcation.Cell::side),
                owner);
    }

    private Optional<Demarcation.Cell> cell(Control control, Demarcation demarcation, Estate estate) {
        return demarcation.isPart()
                ? line.cellOfPart(demarcation, estate, control.layer())
                : demarcation.cell(control.layer());
    }

    private static Map<ResourceId, List<SidedFinding>> partFindings(List<Judged> judged) {
        var byWhole = new HashMap<ResourceId, List<SidedFinding>>();
        for (Judged one : judged) {
            one.demarcation()
                    .whole()
                    .ifPresent(whole -> byWhole.computeIfAbsent(whole, id -> new ArrayList<>())
                            .addAll(one.findings()));
        }
        return byWhole;
    }

    private ResourcePosture posture(Judged judged, List<SidedFinding> partFindings, Estate estate) {
        return ResourcePosture.of(
                judged.demarcation(),
                judged.owner(),
                judged.findings(),
                partFindings,
                layer -> decisions.attestations().stream()
                        .anyMatch(attestation -> placesOf(judged.id(), estate)
                                .anyMatch(place -> attestation.covers(layer.id(), place, instant))));
    }

    /** A resource and the scopes above it: a decision about a management group reaches what is in its subscriptions. */
    private static Stream<ResourceId> placesOf(ResourceId id, Estate estate) {
        return Stream.concat(Stream.of(id), estate.scopesOf(id).stream().map(Resource::id));
    }

    /** A failing judgement that a valid exemption covers is exempt, and says by whom and until when. */
    private Judgement decided(Control control, Resource resource, Judgement judgement, Estate estate) {
        if (judgement.verdict() != Verdict.NON_COMPLIANT) {
            return judgement;
        }
        for (Exemption exemption : decisions.exemptions()) {
            if (placesOf(resource.id(), estate).anyMatch(place -> exemption.covers(control.id(), place, instant))) {
                String reason = "exempt until " + exemption.expires() + " by " + exemption.owner() + ": "
                        + exemption.reason() + " (" + judgement.reason() + ")";
                return new Judgement(Verdict.EXEMPT, reason, judgement.evidence());
            }
        }
        return judgement;
    }

    /**
     * What one control says of one resource, and why.
     *
     * @param finding the answer, whatever the verdict
     * @param cell whose the layer is that the control watches; empty when the type is unclassified
     * @param explanation how the rule was evaluated
     */
    public record Explained(SidedFinding finding, Optional<Demarcation.Cell> cell, PolicyExplanation explanation) {}

    /** Explains what a control says of a resource; a control of another type is not applicable, and says so. */
    public Explained explain(Resource resource, Control control, Estate estate) {
        var subject = new Subject(resource, estate);
        Demarcation demarcation = line.demarcate(subject);
        PolicyExplanation explanation = check(control).explain(subject);
        Judgement judgement = decided(control, resource, explanation.judgement(), estate);
        SidedFinding finding = finding(control, demarcation, judgement, owners.of(resource, estate), estate);
        return new Explained(finding, cell(control, demarcation, estate), explanation);
    }

    /** The knowledge it judges with. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The edition of the matrix in force. */
    public Edition edition() {
        return line.edition();
    }

    /** What counts as now. */
    public Instant instant() {
        return instant;
    }

    /** What rules know beyond resources. */
    public EvaluationContext context() {
        return context;
    }

    /** The semantics of the policy language in force, by name or switch by switch. */
    public String profile() {
        return context.semantics().toString();
    }
}

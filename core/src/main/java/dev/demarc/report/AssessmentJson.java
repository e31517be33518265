package dev.demarc.report;

import dev.demarc.demarcation.Demarcation;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Account;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Points;
import dev.demarc.posture.Recommendation;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.posture.Score;
import dev.demarc.posture.SecureScore;
import dev.demarc.posture.SecureScore.SubscriptionScore;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** An assessment as one JSON document, by docs/schema/assessment.schema.json. */
public final class AssessmentJson {
    private AssessmentJson() {}

    /**
     * Writes an assessment. Resources, findings and policy states stream, so its size does not matter.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Report report, Appendable out) {
        Assessment assessment = report.assessment();
        Counts counts = Counts.of(report);
        var sheet = new JsonSheet(out, "assessment");
        sheet.put("title", report.title());
        sheet.put("sources", Json.texts(report.sources()));
        sheet.put("complete", report.isComplete());
        sheet.put("instant", assessment.instant().toString());
        sheet.put("knowledgeVersion", assessment.catalogue().version());
        sheet.put("edition", Json.edition(assessment.edition()));
        sheet.put("semanticsProfile", assessment.profile());
        sheet.put("account", account(report.account(), counts));
        sheet.put("counts", counts(counts));
        sheet.each("layers", assessment.catalogue().layers().stream().map(Json::layer));
        sheet.put("coverage", coverage(assessment.coverage()));
        sheet.put("score", score(assessment));
        sheet.put("secureScore", assessment.secureScore().map(AssessmentJson::secureScore));
        sheet.each("recommendations", assessment.recommendations().stream().map(AssessmentJson::recommendation));
        assessment.policies().ifPresent(policies -> PoliciesJson.write(sheet, policies));
        sheet.each("gaps", assessment.gaps().stream().map(Json::gap));
        sheet.each("diagnostics", report.diagnostics().stream().map(Json::diagnostic));
        sheet.each("resources", assessment.resources().stream().map(AssessmentJson::resource));
        sheet.each("findings", assessment.findings().map(Json::briefFinding));
        sheet.close();
    }

    private static JsonObject account(Account account, Counts counts) {
        return JsonObject.builder()
                .put("documents", account.documents())
                .put("observed", account.observed())
                .put("refused", account.refused())
                .put("embedded", account.embedded())
                .put("seenAgain", counts.seenAgain())
                .build();
    }

    private static JsonObject counts(Counts counts) {
        return JsonObject.builder()
                .put("resources", counts.resources())
                .put("types", counts.types())
                .put("subscriptions", counts.subscriptions())
                .put("parts", counts.parts())
                .put("unclassifiedResources", counts.unclassifiedResources())
                .put(
                        "unclassifiedTypes",
                        Json.array(
                                counts.unclassified().entrySet(),
                                type -> JsonObject.builder()
                                        .put("type", type.getKey().text())
                                        .put("resources", type.getValue())
                                        .build()))
                .put("verdicts", Json.tally(counts.verdicts()))
                .put("customersVerdicts", Json.tally(counts.customers()))
                .put("othersVerdicts", Json.tally(counts.others()))
                .build();
    }

    private static JsonObject coverage(Coverage coverage) {
        var percents = JsonObject.builder();
        for (CellState state : CellState.values()) {
            if (state != CellState.NOT_YOURS) {
                coverage.percent(state).ifPresent(percent -> percents.put(state.word(), JsonNumber.of(percent)));
            }
        }
        return JsonObject.builder()
                .put("customers", coverage.customers())
                .put("unclassified", coverage.unclassified())
                .put("sides", sides(coverage::count))
                .put("states", states(coverage::count))
                .put("percents", percents.build())
                .put(
                        "layers",
                        Json.array(
                                coverage.layers(),
                                layer -> JsonObject.builder()
                                        .put("layer", layer.layer().id())
                                        .put("sides", sides(layer::count))
                                        .put("states", states(layer::count))
                                        .build()))
                .build();
    }

    private static JsonObject sides(ToIntFunction<Side> count) {
        return JsonObject.builder()
                .put("microsoft", count.applyAsInt(Side.MICROSOFT))
                .put("customer", count.applyAsInt(Side.CUSTOMER))
                .put("shared", count.applyAsInt(Side.SHARED))
                .put("thirdParty", count.applyAsInt(Side.THIRD_PARTY))
                .put("none", count.applyAsInt(Side.NONE))
                .build();
    }

    private static JsonObject states(ToIntFunction<CellState> count) {
        return JsonObject.builder()
                .put("verified", count.applyAsInt(CellState.VERIFIED))
                .put("failing", count.applyAsInt(CellState.FAILING))
                .put("unknown", count.applyAsInt(CellState.UNKNOWN))
                .put("unwatched", count.applyAsInt(CellState.UNWATCHED))
                .put("exempt", count.applyAsInt(CellState.EXEMPT))
                .put("attested", count.applyAsInt(CellState.ATTESTED))
                .build();
    }

    private static JsonObject score(Assessment assessment) {
        Score score = assessment.score();
        return JsonObject.builder()
                .put("points", Json.points(score.points()))
                .put(
                        "controls",
                        Json.array(
                                score.controls(),
                                control -> JsonObject.builder()
                                        .put("control", control.control().id())
                                        .put("tally", Json.tally(control.tally()))
                                        .put("points", Json.points(control.points()))
                                        .build()))
                .put(
                        "byArea",
                        Json.array(
                                score.byArea().entrySet(),
                                area -> JsonObject.builder()
                                        .put("area", area.getKey())
                                        .put("title", ControlsJson.areaTitle(area.getKey(), assessment.catalogue()))
                                        .put("points", Json.points(area.getValue()))
                                        .build()))
                .put("bySubscription", parts("subscription", score.bySubscription()))
                .put("byOwner", parts("owner", score.byOwner()))
                .build();
    }

    /** The nameless part, of what is unowned or above subscriptions, has no name member. */
    private static JsonValue parts(String name, Map<String, Points> parts) {
        return Json.array(
                parts.entrySet(),
                part -> JsonObject.builder()
                        .put(name, Optional.of(part.getKey()).filter(named -> !named.isEmpty()))
                        .put("points", Json.points(part.getValue()))
                        .build());
    }

    private static JsonObject secureScore(SecureScore score) {
        return JsonObject.builder()
                .put("percentage", JsonNumber.of(score.percentage()))
                .put("subscriptions", Json.array(score.subscriptions(), AssessmentJson::subscription))
                .build();
    }

    private static JsonObject subscription(SubscriptionScore score) {
        var object = JsonObject.builder()
                .put("subscription", score.subscription())
                .put("current", JsonNumber.of(score.current()))
                .put("max", JsonNumber.of(score.max()))
                .put("percentage", JsonNumber.of(score.percentage()))
                .put("weight", JsonNumber.of(score.weight()));
        score.reported().ifPresent(reported -> object.put("reported", JsonNumber.of(reported)));
        return object.put("differsFromReported", score.differsFromReported())
                .put(
                        "controls",
                        Json.array(
                                score.controls(),
                                control -> JsonObject.builder()
                                        .put("id", control.id())
                                        .put("title", control.title())
                                        .put("healthy", control.healthy())
                                        .put("unhealthy", control.unhealthy())
                                        .put("notApplicable", control.notApplicable())
                                        .put("current", JsonNumber.of(control.current()))
                                        .put("max", JsonNumber.of(control.max()))
                                        .put("percentage", JsonNumber.of(control.percentage()))
                                        .build()))
                .build();
    }

    private static JsonObject recommendation(Recommendation recommendation) {
        return JsonObject.builder()
                .put("control", recommendation.control().id())
                .put("title", recommendation.control().title())
                .put("severity", recommendation.control().severity().word())
                .put("area", recommendation.control().area())
                .put("layer", recommendation.control().layer().id())
                .put("effort", recommendation.control().effort())
                .put("gain", JsonNumber.of(recommendation.gain()))
                .put("gainPercent", JsonNumber.of(recommendation.gainPercent()))
                .put(
                        "affected",
                        Json.array(
                                recommendation.affected(),
                                finding ->
                                        new JsonString(finding.resource().id().text())))
                .build();
    }

    private static JsonObject resource(ResourcePosture posture) {
        Resource resource = posture.resource();
        Demarcation demarcation = posture.demarcation();
        return JsonObject.builder()
                .put("id", resource.id().text())
                .put("type", resource.type().text())
                .put("name", resource.name())
                .put("location", resource.location())
                .put("detail", resource.detail() == Resource.Detail.FULL ? "full" : "listed")
                .put("owner", posture.owner())
                .put("classified", demarcation.isClassified())
                .put("partOf", demarcation.whole().map(ResourceId::text))
                .put("model", demarcation.row().map(row -> row.model().id()))
                .put(
                        "cells",
                        Json.array(
                                demarcation.cells(),
                                cell -> Json.briefCell(cell)
                                        .put(
                                                "state",
                                                posture.states()
                                                        .get(cell.layer().index())
                                                        .word())
                                        .build()))
                .build();
    }
}

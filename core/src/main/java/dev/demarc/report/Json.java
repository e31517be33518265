package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.demarcation.Basis;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.estate.Gap;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Layer;
import dev.demarc.posture.Points;
import dev.demarc.posture.Tally;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The values that several JSON documents hold, each as the schemas in docs/schema describe it. */
final class Json {
    private Json() {}

    static <T> JsonArray array(Collection<T> items, Function<T, JsonValue> each) {
        return JsonArray.of(items.stream().map(each).toList());
    }

    static JsonArray texts(Collection<String> texts) {
        return array(texts, JsonString::new);
    }

    static JsonObject number(JsonObject.Builder object, String name, Optional<BigDecimal> value) {
        value.ifPresent(number -> object.put(name, JsonNumber.of(number)));
        return object.build();
    }

    static JsonObject edition(Edition edition) {
        return JsonObject.builder()
                .put("id", edition.id())
                .put("title", edition.title())
                .put("published", edition.published())
                .build();
    }

    static JsonObject layer(Layer layer) {
        return JsonObject.builder()
                .put("id", layer.id())
                .put("title", layer.title())
                .put("shortTitle", layer.shortTitle())
                .put("movable", layer.movable())
                .put("covers", layer.covers())
                .put("microsoftDoes", layer.microsoftDoes())
                .put("customerDoes", layer.customerDoes())
                .build();
    }

    static JsonObject points(Points points) {
        var object = JsonObject.builder()
                .put("current", JsonNumber.of(points.current()))
                .put("best", JsonNumber.of(points.best()))
                .put("max", JsonNumber.of(points.max()));
        points.percent().ifPresent(percent -> object.put("percent", JsonNumber.of(percent)));
        return number(object, "bestPercent", points.bestPercent());
    }

    static JsonObject tally(Tally tally) {
        return JsonObject.builder()
                .put("compliant", tally.compliant())
                .put("nonCompliant", tally.nonCompliant())
                .put("unknown", tally.unknown())
                .put("error", tally.error())
                .put("exempt", tally.exempt())
                .build();
    }

    /** One finding of many: the evidence only where something is to be done or to be seen. */
    static JsonObject briefFinding(SidedFinding finding) {
        return switch (finding.verdict()) {
            case COMPLIANT, NOT_APPLICABLE -> withoutEvidence(finding).build();
            case NON_COMPLIANT, EXEMPT, UNKNOWN, ERROR -> finding(finding);
        };
    }

    /** One finding with everything that decided it. */
    static JsonObject finding(SidedFinding finding) {
        return withoutEvidence(finding)
                .put("evidence", array(finding.finding().judgement().evidence(), Json::evidence))
                .build();
    }

    private static JsonObject.Builder withoutEvidence(SidedFinding finding) {
        var object = JsonObject.builder()
                .put("control", finding.control().id())
                .put("resource", finding.resource().id().text())
                .put("type", finding.resource().type().text())
                .put("verdict", finding.verdict().word())
                .put("severity", finding.control().severity().word())
                .put("area", finding.control().area())
                .put("layer", finding.control().layer().id());
        finding.side().ifPresent(side -> object.put("side", side.word()));
        return object.put("customers", finding.isCustomers())
                .put("owner", finding.owner())
                .put("reason", finding.finding().judgement().reason());
    }

    static JsonObject evidence(Evidence evidence) {
        var object = JsonObject.builder()
                .put("ruleAt", evidence.ruleAt().toString())
                .put("resource", evidence.resource().text())
                .put("resourceAt", evidence.resourceAt().toString());
        evidence.found().ifPresent(found -> object.put("found", found));
        evidence.member()
                .ifPresent(member -> object.put(
                        "member",
                        JsonObject.builder()
                                .put("name", member.name())
                                .put("at", member.at().toString())
                                .build()));
        return object.put("role", evidence.role().word())
                .put("asked", evidence.asked())
                .put("says", evidence.says())
                .build();
    }

    /** One cell, without the state of the layer. */
    static JsonObject.Builder cell(Demarcation.Cell cell) {
        return JsonObject.builder()
                .put("layer", cell.layer().id())
                .put("side", cell.side().word())
                .put("certain", cell.basis().isCertain())
                .put("basis", basis(cell.basis()))
                .put("says", cell.basis().says());
    }

    /** One cell of many: its reason only where the resource's own settings gave it. */
    static JsonObject.Builder briefCell(Demarcation.Cell cell) {
        var brief = JsonObject.builder()
                .put("layer", cell.layer().id())
                .put("side", cell.side().word())
                .put("certain", cell.basis().isCertain())
                .put("basis", basis(cell.basis()));
        return switch (cell.basis()) {
            case Basis.Matrix matrix -> brief;
            case Basis.Row row -> brief;
            case Basis.Setting setting -> brief.put("says", setting.says());
            case Basis.Unseen unseen -> brief.put("says", unseen.says());
        };
    }

    /** What kind of reason decides a cell. */
    static String basis(Basis basis) {
        return switch (basis) {
            case Basis.Matrix matrix -> "matrix";
            case Basis.Row row -> "row";
            case Basis.Setting setting -> "setting";
            case Basis.Unseen unseen -> "unseen-setting";
        };
    }

    static JsonObject gap(Gap gap) {
        return JsonObject.builder()
                .put("kind", UnseenText.word(gap.kind()).replace(' ', '-'))
                .put("scope", gap.scope().map(Object::toString))
                .put("type", gap.type().map(Object::toString))
                .put("says", gap.says())
                .put("hint", gap.hint())
                .build();
    }

    static JsonObject diagnostic(Diagnostic diagnostic) {
        return JsonObject.builder()
                .put("severity", UnseenText.word(diagnostic.severity()))
                .put("code", diagnostic.code())
                .put("message", diagnostic.message())
                .put("place", place(diagnostic.place()))
                .put("hint", diagnostic.hint())
                .build();
    }

    private static JsonObject place(Place place) {
        return JsonObject.builder()
                .put("document", place.document())
                .put("line", place.line())
                .put("column", place.column())
                .put("pointer", place.pointer().toString())
                .build();
    }

    /** Framework id to the ids of its controls, in id order. */
    static JsonObject mappings(Map<String, List<String>> mappings) {
        var object = JsonObject.builder();
        new TreeMap<>(mappings).forEach((framework, ids) -> object.put(framework, texts(ids)));
        return object.build();
    }
}

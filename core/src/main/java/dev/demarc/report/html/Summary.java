package dev.demarc.report.html;

import dev.demarc.check.Verdict;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Severity;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.Source;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Recommendation;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.report.SubscriptionNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The block that names everything the columns number, with the recommendations. Written after the columns. */
final class Summary {
    private final Assessment assessment;
    private final Names names;
    private final Map<ResourceType, ResponsibilityRow> wholes;
    private final Map<ResourceId, Integer> resourceNumbers = new HashMap<>();

    private Summary(Assessment assessment, Names names) {
        this.assessment = assessment;
        this.names = names;
        this.wholes = assessment.catalogue().wholes();
        for (ResourcePosture resource : assessment.resources()) {
            resourceNumbers.put(resource.resource().id(), resourceNumbers.size());
        }
    }

    /** The summary of an assessment whose columns were written with these names. */
    static JsonObject of(Assessment assessment, Names names, int findings) {
        return new Summary(assessment, names).json(findings);
    }

    private JsonObject json(int findings) {
        var recommendations = list(assessment.recommendations(), this::recommendation);
        return JsonObject.builder()
                .put("resources", assessment.resources().size())
                .put("findings", findings)
                .put("evidencePage", EvidencePage.SIZE)
                .put("verdicts", words(Names.VERDICTS, Verdict::word))
                .put("severities", words(Names.SEVERITIES, Severity::word))
                .put("states", words(Names.STATES, CellState::word))
                .put("sides", words(Names.SIDES, Side::word))
                .put("sideLetters", words(Names.SIDES, side -> String.valueOf(side.letter())))
                .put("layers", list(assessment.catalogue().layers(), this::layer))
                .put("areas", list(assessment.catalogue().areas(), area -> pair(area.id(), area.title())))
                .put("frameworks", list(assessment.catalogue().frameworks(), one -> pair(one.id(), one.title())))
                .put("controls", list(names.controls(), this::control))
                .put("recommendations", recommendations)
                .put("types", list(names.types.values(), this::type))
                .put("subscriptions", subscriptions())
                .put("owners", Block.texts(names.owners.values()))
                .put("locations", Block.texts(names.locations.values()))
                .put("strips", Block.texts(names.strips.values()))
                .put("basisRows", list(names.basisRows.values(), Block::numbers))
                .put("bases", list(names.bases.values(), this::reason))
                .put("sources", list(names.sources.values(), this::source))
                .build();
    }

    private JsonValue layer(Layer layer) {
        return JsonObject.builder()
                .put("id", layer.id())
                .put("title", layer.title())
                .put("short", layer.shortTitle())
                .put("covers", layer.covers())
                .put("microsoft", layer.microsoftDoes())
                .put("customer", layer.customerDoes())
                .put(
                        "derived",
                        Optional.ofNullable(assessment.edition().derived().get(layer.id())))
                .build();
    }

    private JsonValue control(Control control) {
        var mappings = JsonObject.builder();
        new TreeMap<>(control.mappings()).forEach((framework, ids) -> mappings.put(framework, Block.texts(ids)));
        Integer points = assessment.catalogue().points().get(control.severity());
        return JsonObject.builder()
                .put("id", control.id())
                .put("title", control.title())
                .put("area", areaNumber(control.area()))
                .put("layer", control.layer().index())
                .put("severity", Names.SEVERITIES.indexOf(control.severity()))
                .put("points", points == null ? 0 : points)
                .put("effort", control.effort())
                .put("impact", control.userImpact())
                .put("why", control.why().strip())
                .put("absent", control.absent().strip())
                .put("rule", JsonWriter.compact(control.rule()))
                .put("cli", control.remediation().cli())
                .put("bicep", control.remediation().bicep())
                .put("mappings", mappings.build())
                .put("sources", Block.numbers(sourceNumbers(control.sources())))
                .put("checkedOn", control.checkedOn())
                .build();
    }

    private int areaNumber(String id) {
        var areas = assessment.catalogue().areas();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private JsonValue recommendation(Recommendation recommendation) {
        var affected = new ArrayList<Integer>();
        for (var finding : recommendation.affected()) {
            Integer number = resourceNumbers.get(finding.resource().id());
            if (number == null) {
                throw new IllegalStateException(
                        "a recommendation is about " + finding.resource() + ", which the assessment does not hold");
            }
            affected.add(number);
        }
        return JsonObject.builder()
                .put("control", names.control(recommendation.control()))
                .put("gain", recommendation.gain().toPlainString())
                .put("percent", recommendation.gainPercent().toPlainString())
                .put("affected", Block.numbers(affected))
                .build();
    }

    private JsonValue type(ResourceType type) {
        Optional<ResponsibilityRow> row = assessment.catalogue().row(type);
        Optional<ResponsibilityRow> known = row.or(() -> Optional.ofNullable(wholes.get(type)));
        var contested = JsonObject.builder();
        row.ifPresent(own ->
                new TreeMap<>(own.contested()).forEach((layer, sentence) -> contested.put(layer, sentence.strip())));
        return JsonObject.builder()
                .put("type", type.text())
                .put("title", row.map(ResponsibilityRow::title).orElse(type.text()))
                .put("category", known.map(ResponsibilityRow::category).orElse(""))
                .put("model", row.map(own -> own.model().title()).orElse(""))
                .put("known", known.isPresent())
                .put("checkedOn", row.map(ResponsibilityRow::checkedOn).orElse(""))
                .put("contested", contested.build())
                .build();
    }

    private JsonArray subscriptions() {
        SubscriptionNames titles = SubscriptionNames.of(assessment);
        return list(names.subscriptions.values(), id -> pair(id, titles.of(id)));
    }

    private JsonValue reason(Names.Reason reason) {
        return JsonObject.builder()
                .put("kind", reason.kind())
                .put("certain", reason.isCertain())
                .put("says", reason.says())
                .put("sources", Block.numbers(sourceNumbers(reason.sources())))
                .build();
    }

    private List<Integer> sourceNumbers(List<String> ids) {
        return ids.stream().map(names.sources::of).toList();
    }

    private JsonValue source(String id) {
        Source source = assessment.catalogue().sources().get(id);
        if (source == null) {
            return new JsonString(id);
        }
        String date = source.date().isBlank() ? "" : ", " + source.date();
        return new JsonString(source.title() + " (" + source.publisher() + date + ")");
    }

    private static JsonValue pair(String id, String title) {
        return JsonObject.builder().put("id", id).put("title", title).build();
    }

    private static <T> JsonArray words(List<T> values, Function<T, String> word) {
        return Block.texts(values.stream().map(word).toList());
    }

    private static <T> JsonArray list(List<T> values, Function<T, ? extends JsonValue> json) {
        return JsonArray.of(values.stream().map(json).toList());
    }
}

package dev.demarc.policy.regorus;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.regorus.YamlCases.Case;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A case of regorus's normal form, which moves every property to where its alias says. We read the document as Azure
 * returns it, so what must agree is what an alias yields: from the document by its path, and from the normal form by
 * its name.
 */
record NormalizationCase(Case one) implements Running {

    /** A document as Azure returns it, and the same in normal form. */
    private record Pair(JsonObject raw, JsonObject normal) {}

    @Override
    public Optional<String> difference(SemanticsProfile profile) {
        Optional<String> version = one.body().text("api_version");
        Optional<AliasTables> tables = tables();
        var compared = new ArrayList<String>();
        for (Pair pair : pairs()) {
            ResourceType type = one.body()
                    .text("resource_type")
                    .flatMap(ResourceType::parse)
                    .orElseGet(() -> Engine.type(pair.raw(), Engine.ANY_TYPE));
            Map<String, String> aliases =
                    tables.map(table -> table.of(type, version)).orElse(Map.of());
            for (var alias : aliases.entrySet()) {
                String name = alias.getKey();
                var here = values(profile, pair.raw(), type, name, alias.getValue());
                var there = values(profile, pair.normal(), type, name, shortName(type, name, pair.normal()));
                boolean bothAbsent = here.isEmpty() && there.stream().allMatch(Optional::isEmpty);
                if (!here.equals(there) && !bothAbsent) {
                    return Optional.of("`" + name + "` is " + here + ", in the normal form " + there);
                }
                compared.add(name);
            }
        }
        if (compared.isEmpty()) {
            throw new TestAbortedException("the case has no alias to read");
        }
        return Optional.empty();
    }

    private Optional<AliasTables> tables() {
        JsonValue inline = one.body().get("aliases_json");
        List<JsonValue> documents = new ArrayList<>();
        for (JsonValue text : inline == null
                ? nonNull(one.header().get("aliases_json"), one.header().get("data_manifest_json"))
                : List.of(inline)) {
            documents.add(YamlCases.json(((JsonString) text).value()).orElseThrow());
        }
        for (String file : List.of("aliases_file", "data_manifest_file")) {
            one.header().text(file).ifPresent(name -> documents.add(one.aliasFile(name)));
        }
        return documents.isEmpty() ? Optional.empty() : Optional.of(AliasTables.of(documents));
    }

    private static List<JsonValue> nonNull(@Nullable JsonValue... values) {
        var all = new ArrayList<JsonValue>();
        for (JsonValue value : values) {
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        JsonValue input = one.body().get("input");
        pair(input, one.body().get("expected_normalized")).ifPresent(pairs::add);
        pair(input, one.body().object("expected_envelope").get("resource")).ifPresent(pairs::add);
        pair(one.body().get("expected_denormalized"), input).ifPresent(pairs::add);
        pair(one.body().get("expected_round_trip"), one.body().get("expected_normalized"))
                .ifPresent(pairs::add);
        return pairs;
    }

    private static Optional<Pair> pair(@Nullable JsonValue raw, @Nullable JsonValue normal) {
        return raw instanceof JsonObject one && normal instanceof JsonObject other
                ? Optional.of(new Pair(one, other))
                : Optional.empty();
    }

    /** The name of a property in the normal form: what follows the type, or that marked where a root member has it. */
    private static String shortName(ResourceType type, String alias, JsonObject normal) {
        String prefix = type.text() + "/";
        String name =
                alias.regionMatches(true, 0, prefix, 0, prefix.length()) ? alias.substring(prefix.length()) : alias;
        String marked = "_p_" + name.split("[.\\[]", 2)[0];
        return normal.getIgnoreCase(marked) == null ? name : "_p_" + name;
    }

    private static List<Optional<JsonValue>> values(
            SemanticsProfile profile, JsonObject document, ResourceType type, String alias, String path) {
        var written =
                JsonObject.builder().put("field", alias).put("exists", true).build();
        var condition = PolicyParser.condition(written, List.of(), Engine.places())
                .value()
                .orElseThrow();
        var evaluator = Evaluator.of(
                List.of(condition),
                ParameterValues.NONE,
                Aliases.ofPaths(Map.of(type, Map.of(alias, path))),
                new Engine(profile).context(JsonObject.empty()));
        var resource = Engine.resource(document, type.text(), Engine.SUBSCRIPTION, Engine.GROUP);
        var explanation = (Explanation.Leaf) evaluator.explain(condition, Engine.scope(resource, List.of()));
        return explanation.looks().stream().map(look -> look.found()).toList();
    }
}

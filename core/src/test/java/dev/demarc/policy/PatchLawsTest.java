package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import dev.demarc.policy.effect.Patch;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A resource that a published policy has changed meets that policy, over recorded resources. */
class PatchLawsTest {
    /** Definitions whose own change does not make a resource meet them, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    @Test
    void aChangedResourceMeetsThePolicy() throws IOException {
        Optional<Path> definitions = SharedData.file("policy/definitions.jsonl.gz");
        Optional<Path> documents = SharedData.file("estate/estate.jsonl.gz");
        Optional<Path> table = SharedData.file("policy/aliases.tsv.gz");
        Optional<Path> modifiable = SharedData.file("policy/modifiable-aliases.json");
        assumeTrue(
                definitions.isPresent() && documents.isPresent() && table.isPresent() && modifiable.isPresent(),
                "skipped: the published definitions and recorded resources are not beside the project");
        var providers = new Providers(
                aliases(table.orElseThrow(), modifiable.orElseThrow()), TagSupport.NONE, PolicyTypes.NONE);
        Map<ResourceType, List<Resource>> recorded = recorded(documents.orElseThrow());
        var tally = new Tally();
        for (String line : SharedData.lines(definitions.orElseThrow())) {
            String folded = line.toLowerCase(Locale.ROOT);
            if (!folded.contains("\"operations\"") && !folded.contains("append")) {
                continue;
            }
            PolicyDefinition definition = PolicyParser.definition(SharedData.json(line), Places.unknownLines("line"))
                    .value()
                    .orElseThrow();
            if (definition.rule().details() instanceof Details.Operations) {
                PolicyCheck check = check(definition, providers);
                of(recorded, folded).forEach(resource -> tally.add(definition, check, resource));
                tally.rules++;
            }
        }
        assertThat(tally.rules).isEqualTo(111);
        assertThat(tally.unmet.keySet())
                .as(tally.whole + " resources changed, " + tally.parts + " in part or not at all; " + tally.unmet)
                .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
        assertThat(tally.whole).isGreaterThan(1000);
    }

    /** What became of the resources that policies changed. */
    private static final class Tally {
        private final Map<String, String> unmet = new TreeMap<>();
        private int rules;
        private int whole;
        private int parts;

        void add(PolicyDefinition definition, PolicyCheck check, Resource resource) {
            Optional<Patch> patch = check.patch(subject(resource));
            if (patch.isEmpty()) {
                return;
            }
            if (!patch.get().isWhole()) {
                parts++;
                return;
            }
            JsonObject changed = patch.get().applied(resource.document()).orElseThrow();
            Verdict again = check.judge(
                            subject(new Resource(resource.id(), resource.type(), changed, resource.detail())))
                    .verdict();
            if (again == Verdict.COMPLIANT) {
                whole++;
            } else {
                unmet.put(definition.name(), definition.displayName() + ": " + again);
            }
        }
    }

    private static PolicyCheck check(PolicyDefinition definition, Providers providers) {
        return PolicyCheck.of(
                        definition,
                        values(definition),
                        Places.unknownLines("line"),
                        providers,
                        World.context(JsonObject.empty()))
                .value()
                .orElseThrow();
    }

    private static Subject subject(Resource resource) {
        ResourceId group = ResourceId.of("/subscriptions/s1/resourceGroups/rg-one");
        var seen = new ArrayList<Observation>();
        seen.add(new Observation(resource, Place.of("line")));
        for (Optional<ResourceId> id : List.of(
                resource.id().resourceGroupId().or(() -> Optional.of(group)),
                resource.id().subscriptionId())) {
            id.filter(one -> !one.equals(resource.id()))
                    .ifPresent(one -> seen.add(new Observation(
                            new Resource(
                                    one,
                                    one.type(),
                                    (JsonObject) SharedData.json("{\"tags\": {\"x\": \"y\"}}"),
                                    Resource.Detail.FULL),
                            Place.of("line"))));
        }
        return new Subject(resource, Estate.of(seen, List.of()));
    }

    /** The resources of the types that a rule names; where it names none, some of every kind. */
    private static List<Resource> of(Map<ResourceType, List<Resource>> recorded, String rule) {
        List<Resource> named = recorded.entrySet().stream()
                .filter(entry -> rule.contains("\"" + entry.getKey().folded() + "\""))
                .flatMap(entry -> entry.getValue().stream().limit(40))
                .toList();
        return named.isEmpty() ? recorded.values().stream().map(List::getFirst).toList() : named;
    }

    private static Map<ResourceType, List<Resource>> recorded(Path file) {
        var recorded = new TreeMap<ResourceType, List<Resource>>();
        for (String line : SharedData.lines(file)) {
            JsonObject document = (JsonObject) SharedData.json(line);
            Optional<ResourceId> id = document.text("id").flatMap(ResourceId::parse);
            Optional<ResourceType> type = document.text("type").flatMap(ResourceType::parse);
            if (id.isPresent() && type.isPresent()) {
                recorded.computeIfAbsent(type.get(), one -> new ArrayList<>())
                        .add(new Resource(id.get(), type.get(), document, Resource.Detail.FULL));
            }
        }
        return recorded;
    }

    private static Aliases aliases(Path table, Path modifiable) throws IOException {
        Aliases aliases = SharedData.aliases(table);
        var changeable = new HashMap<ResourceType, List<Alias>>();
        ((JsonArray) SharedData.json(Files.readString(modifiable))).forEach(name -> {
            String alias = ((JsonString) name).value();
            aliases.typesOf(alias)
                    .forEach(type -> changeable
                            .computeIfAbsent(type, one -> new ArrayList<>())
                            .add(aliases.alias(type, alias).orElseThrow().asModifiable()));
        });
        return aliases.under(Aliases.of(changeable));
    }

    /** A value for each parameter that has no default, and the effect that changes resources. */
    private static Map<String, JsonValue> values(PolicyDefinition definition) {
        Map<String, JsonValue> values = BuiltIns.withoutDefault(definition.parameters());
        definition.parameters().stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase("effect"))
                .forEach(parameter -> parameter.allowedValues().stream()
                        .filter(PatchLawsTest::changes)
                        .findFirst()
                        .ifPresent(word -> values.put(parameter.name(), word)));
        return values;
    }

    private static boolean changes(JsonValue word) {
        return word instanceof JsonString text
                && Set.of("modify", "append").contains(text.value().toLowerCase(Locale.ROOT));
    }
}

package dev.demarc.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonReader;
import dev.demarc.document.JsonSink;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Spread;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped aliases are all that published definitions ask for, and more. */
class BuiltInAliasesTest {
    private static final Providers PROVIDERS = ShippedKnowledge.providers();
    private static final Aliases ALIASES = PROVIDERS.aliases();
    private static final Pattern CALL = Pattern.compile("(?i)\\b(?:field|current)\\(\\s*'([^'\\[\\]]+/(?:[^']+))'");
    private static final Set<String> NAMING = Set.of("field");

    @Test
    void everyPublishedReferenceHasItsPathOnEachOfItsTypes() throws IOException {
        int controlPlane = 0;
        int dataPlane = 0;
        var wrong = new ArrayList<String>();
        for (JsonValue each : ((JsonArray) values("field-references.json.gz").getFirst())) {
            var reference = (JsonObject) each;
            String name = reference.text("ref").orElseThrow();
            if (reference.array("targets").size() == 0) {
                dataPlane += ALIASES.typesOf(name).size();
            } else {
                controlPlane++;
            }
            for (JsonValue target : reference.array("targets")) {
                var pair = (JsonArray) target;
                String path = ((JsonString) pair.get(1)).value();
                ResourceType type = ResourceType.of(((JsonString) pair.get(0)).value());
                if (!ALIASES.path(type, name).map(path::equals).orElse(false)) {
                    wrong.add(type + " " + name + " " + ALIASES.path(type, name));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(controlPlane).isEqualTo(1191);
        assertThat(dataPlane).isEqualTo(42);
    }

    @Test
    void everyNameInAPublishedRuleIsAnAlias() throws IOException {
        var names = new TreeSet<String>();
        List<JsonValue> definitions = values("definitions.jsonl.gz");
        definitions.forEach(
                one -> collect(((JsonObject) one).object("properties").object("policyRule"), names));
        assertThat(definitions).hasSize(3601);
        assertThat(names).hasSize(1233);
        assertThat(names.stream().filter(name -> !isKnown(name)).toList()).isEmpty();
    }

    @Test
    void everyAliasThatAPublishedDefinitionModifiesIsModifiable() throws IOException {
        var missing = new ArrayList<String>();
        int found = 0;
        for (JsonValue name : (JsonArray) values("modifiable-aliases.json").getFirst()) {
            String alias = ((JsonString) name).value();
            if (alias.indexOf('/') > 0) {
                boolean modifiable = ALIASES.typesOf(alias).stream()
                        .anyMatch(type -> ALIASES.alias(type, alias)
                                .orElseThrow()
                                .byDefault()
                                .modifiable());
                found += modifiable ? 1 : 0;
                if (!modifiable) {
                    missing.add(alias);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isEqualTo(97);
    }

    @Test
    void theAliasesOfAnImageOnADiskReadSegmentsOfItsId() {
        ResourceType disks = ResourceType.of("Microsoft.Compute/disks");
        String id = "/Subscriptions/s/Providers/Microsoft.Compute/Locations/westeurope/Publishers/Canonical"
                + "/ArtifactTypes/VMImage/Offers/ubuntu/Skus/22_04/Versions/22.04.1";
        assertThat(List.of("imagePublisher", "imageOffer", "imageSku", "imageVersion").stream()
                        .map(name -> ALIASES.alias(disks, "Microsoft.Compute/" + name)
                                .map(Alias::byDefault)
                                .flatMap(Alias.Target::extraction)
                                .flatMap(part -> part.from(id))
                                .orElse("")))
                .containsExactly("Canonical", "ubuntu", "22_04", "22.04.1");
    }

    @Test
    void theTableHoldsWhatCustomPoliciesAskFor() {
        assertThat(ALIASES.types()).hasSizeGreaterThan(600);
        assertThat(ALIASES.size()).isGreaterThan(38_000);
        assertThat(ALIASES.path(
                        ResourceType.of("Microsoft.Network/loadBalancers"),
                        "Microsoft.Network/loadBalancers/frontendIPConfigurations[*].privateIPAllocationMethod"))
                .contains("properties.frontendIPConfigurations[*].properties.privateIPAllocationMethod");
        TagSupport tags = PROVIDERS.tags();
        assertThat(tags.of(ResourceType.of("Microsoft.Compute/disks"))).isEqualTo(TagSupport.Answer.SUPPORTED);
        assertThat(tags.of(ResourceType.of("Microsoft.Network/virtualNetworks/subnets")))
                .isEqualTo(TagSupport.Answer.NOT_SUPPORTED);
        assertThat(tags.of(ResourceType.of("Microsoft.Sql/servers/firewallRules")))
                .as("a proxy that answers with a location")
                .isEqualTo(TagSupport.Answer.NOT_SUPPORTED);
        assertThat(tags.listed().values().stream().collect(Collectors.groupingBy(one -> one, Collectors.counting())))
                .containsEntry(true, 616L)
                .containsEntry(false, 1434L);
    }

    private static boolean isKnown(String name) {
        String array = name.endsWith("[*]") ? name.substring(0, name.length() - 3) : name;
        return !ALIASES.typesOf(name).isEmpty() || !ALIASES.typesOf(array).isEmpty();
    }

    /** Names in members `field`, whether of a condition, a count or an operation, and in calls, but for what a template deploys. */
    private static void collect(JsonValue value, Set<String> names) {
        switch (value) {
            case JsonObject object ->
                object.forEach((key, member) -> {
                    if (NAMING.contains(key.toLowerCase(Locale.ROOT))
                            && member instanceof JsonString name
                            && name.value().indexOf('/') > 0
                            && !name.value().startsWith("[")) {
                        names.add(name.value().toLowerCase(Locale.ROOT));
                    }
                    if (!key.equalsIgnoreCase("template")) {
                        collect(member, names);
                    }
                });
            case JsonArray array -> array.forEach(item -> collect(item, names));
            case JsonString text ->
                CALL.matcher(text.value())
                        .results()
                        .forEach(call -> names.add(call.group(1).toLowerCase(Locale.ROOT)));
            default -> {}
        }
    }

    private static List<JsonValue> values(String name) throws IOException {
        Path file = Path.of(System.getProperty("demarc.root", ".."), "..", "shared", "data", "policy", name);
        assumeTrue(Files.isRegularFile(file), "skipped: " + name + " is not beside the project");
        var values = new ArrayList<JsonValue>();
        try (var in = Files.newInputStream(file)) {
            new JsonReader().read(in, name, Spread.NOTHING, new JsonSink() {
                @Override
                public void value(JsonValue value, Place place) {
                    values.add(value);
                }

                @Override
                public void envelope(JsonObject rest, Place place) {
                    throw new AssertionError("nothing is spread");
                }

                @Override
                public void lost(Diagnostic why, Loss loss) {
                    throw new AssertionError(why.toString());
                }
            });
        }
        return values;
    }
}

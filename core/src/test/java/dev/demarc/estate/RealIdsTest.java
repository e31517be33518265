package dev.demarc.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonObject;
import dev.demarc.document.SharedData;
import dev.demarc.document.TestJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads the ids of 22,660 recorded documents and compares the type that each spells with the one its document says. */
class RealIdsTest {
    /** Why a document's type is not the one that its id spells. */
    private enum Reason {
        /** Service Bus, Event Hubs and others answer with names of their own that no policy knows. */
        NAME_OF_ITS_OWN,
        /** What is on a deployment slot calls itself what it would be on the site. */
        SLOT_AS_SITE,
        /** The path is written in front of the type. */
        WITH_PROVIDERS,
        /** What hangs on a resource says the type of that resource: taken at its word it would be judged as one. */
        TYPE_OF_ITS_OWNER,
        /** The same thing nested elsewhere or spelled otherwise. */
        NEARLY
    }

    @Test
    void everyIdIsReadAndSpellsTheTypeOfItsDocument() {
        var refused = new ArrayList<String>();
        var reasons = new EnumMap<Reason, Integer>(Reason.class);
        var kinds = new EnumMap<ResourceId.Kind, Integer>(ResourceId.Kind.class);
        int documents = 0;
        for (JsonObject document :
                TestJson.lines(SharedData.file("estate/estate.jsonl.gz")).toList()) {
            documents++;
            String text = document.text("id").orElseThrow();
            var id = ResourceId.parse(text);
            if (id.isEmpty()) {
                refused.add(text);
                continue;
            }
            kinds.merge(id.get().kind(), 1, Integer::sum);
            String said = document.text("type").orElseThrow();
            if (!ResourceType.parse(said).equals(Optional.of(id.get().type()))) {
                reasons.merge(reason(id.get(), said), 1, Integer::sum);
            }
        }
        assertThat(documents).isEqualTo(22_660);
        assertThat(refused)
                .as("a child without a name, and a subscription without one")
                .containsExactlyInAnyOrder(
                        "/subscriptions/ea42f556-5106-4743-99b0-c129bfa71a47/resourceGroups/test_keyvault/providers"
                                + "/Microsoft.KeyVault/vaults/cckeyvault1zd2yzvhwvtnsu/accessPolicies/",
                        "/subscriptions//resourceGroups//providers/Microsoft.Network/expressRouteServiceProviders/");
        assertThat(reasons)
                .isEqualTo(Map.of(
                        Reason.NAME_OF_ITS_OWN, 54,
                        Reason.SLOT_AS_SITE, 63,
                        Reason.WITH_PROVIDERS, 17,
                        Reason.TYPE_OF_ITS_OWNER, 9,
                        Reason.NEARLY, 17));
        assertThat(kinds.keySet())
                .contains(
                        ResourceId.Kind.MANAGEMENT_GROUP,
                        ResourceId.Kind.RESOURCE_GROUP,
                        ResourceId.Kind.RESOURCE,
                        ResourceId.Kind.CHILD,
                        ResourceId.Kind.EXTENSION);
    }

    private static Reason reason(ResourceId id, String said) {
        if (said.startsWith("/providers/")) {
            return Reason.WITH_PROVIDERS;
        }
        Optional<ResourceType> type = ResourceType.parse(said);
        if (type.isEmpty()) {
            return Reason.NAME_OF_ITS_OWN;
        }
        if (id.parent().map(ResourceId::type).equals(type)) {
            return Reason.TYPE_OF_ITS_OWNER;
        }
        if (id.type().folded().replace("/slots/", "/").equals(type.get().folded())) {
            return Reason.SLOT_AS_SITE;
        }
        return type.get().parent().isEmpty() ? Reason.NAME_OF_ITS_OWN : Reason.NEARLY;
    }

    @Test
    void everyIdOfAnEmbeddedChildIsReadAndSpellsItsType() {
        var disagreeing = new TreeMap<String, Integer>();
        int children = 0;
        for (JsonObject child :
                TestJson.lines(SharedData.file("estate/children.jsonl.gz")).toList()) {
            children++;
            ResourceId id = ResourceId.of(child.text("id").orElseThrow());
            String said = child.text("type").orElseThrow();
            if (!ResourceType.parse(said).equals(Optional.of(id.type()))) {
                disagreeing.merge(said + " at " + id.type(), 1, Integer::sum);
            }
        }
        assertThat(children).isEqualTo(5_083);
        assertThat(disagreeing).isEqualTo(Map.of());
    }

    /** The examples of the API are written by hand; 44 of them stand for an id rather than being one. */
    @Test
    void idsOfExamplesAreReadOrRefusedWithASentence() {
        var refused = new ArrayList<String>();
        TestJson.lines(SharedData.file("estate/spec-examples.jsonl.gz")).forEach(document -> {
            String text = document.text("id").orElseThrow();
            try {
                ResourceId id = ResourceId.of(text);
                assertThat(text.toLowerCase(Locale.ROOT)).startsWith(id.folded());
                assertThat(id.fullName()).endsWith(id.name());
            } catch (IllegalArgumentException mistake) {
                refused.add(String.valueOf(mistake.getMessage()));
            }
        });
        assertThat(refused)
                .hasSize(44)
                .allMatch(sentence -> SENTENCES.matcher(sentence).find());
    }

    private static final Pattern SENTENCES = Pattern.compile(
            "should go on with `providers`|has an empty segment|without a name|names a provider but no type");
}

package dev.demarc.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.document.Cases;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.Law;
import dev.demarc.document.Place;
import dev.demarc.document.TestJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EstateTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.of("estate", "estate", Set.of("documents", "id", "type"), given -> {
            var observations = new ArrayList<Observation>();
            for (var document : given.array("documents")) {
                // A document is written as its id when nothing else about it matters.
                observations.add(
                        document instanceof JsonString id ? Seen.at(id.value()) : Seen.of((JsonObject) document));
            }
            Estate estate = Estate.of(observations, List.of());
            var answers = JsonObject.builder()
                    .put("size", estate.size())
                    .put("duplicates", estate.duplicates())
                    .put("types", Cases.texts(estate.types().stream()))
                    .put("resources", Cases.texts(estate.resources().stream()));
            given.text("type")
                    .map(ResourceType::of)
                    .ifPresent(type -> answers.put("ofType", Cases.texts(estate.ofType(type).stream())));
            given.text("id").map(ResourceId::of).ifPresent(id -> {
                answers.put("scopes", Cases.texts(estate.scopesOf(id).stream()));
                Optional<JsonObject> seen = estate.resource(id).map(Resource::document);
                answers.put("document", seen.isPresent() ? seen.get() : JsonNull.NULL);
                given.text("type")
                        .map(ResourceType::of)
                        .ifPresent(type -> answers.put("below", Cases.texts(estate.below(id, type).stream()))
                                .put("collected", JsonBoolean.of(estate.collected(type, id))));
            });
            return answers.build();
        });
    }

    @Test
    void theOrderOfWhatIsSeenNeverMatters() {
        Law.holds(random -> {
            var observations = new ArrayList<Observation>();
            var gaps = new ArrayList<Gap>();
            for (int left = random.nextInt(12); left > 0; left--) {
                observations.add(observation(random));
                gaps.add(gap(random));
            }
            Estate one = Estate.of(observations, gaps);
            Collections.shuffle(observations, random);
            Collections.shuffle(gaps, random);
            Estate other = Estate.of(observations, gaps);
            assertThat(other.resources()).isEqualTo(one.resources());
            assertThat(one.resources().stream().map(Resource::id)).isSorted();
            assertThat(other.gaps()).isEqualTo(one.gaps()).hasSameSizeAs(gaps);
            assertThat(other.types()).isEqualTo(one.types());
            assertThat(other.duplicates()).isEqualTo(one.duplicates()).isEqualTo(observations.size() - one.size());
            for (Resource resource : one.resources()) {
                assertThat(other.origin(resource.id())).isEqualTo(one.origin(resource.id()));
                assertThat(other.resource(resource.id())).contains(resource);
                assertThat(one.ofType(resource.type())).contains(resource);
                assertThat(one.collected(resource.type(), resource.id())).isTrue();
                assertThat(other.scopesOf(resource.id())).isEqualTo(one.scopesOf(resource.id()));
            }
        });
    }

    /** The slow twin of the range query. */
    @Test
    void belowIsWhatTheIdContains() {
        Law.holds(random -> {
            var observations = new ArrayList<Observation>();
            for (int left = 20; left > 0; left--) {
                observations.add(observation(random));
            }
            Estate estate = Estate.of(observations, List.of());
            for (Observation observation : observations) {
                for (ResourceId ancestor :
                        List.of(observation.resource().id(), ResourceId.TENANT, ResourceId.of("/subscriptions/a"))) {
                    for (ResourceType type : estate.types()) {
                        assertThat(estate.below(ancestor, type))
                                .as("below %s", ancestor)
                                .containsExactlyElementsOf(estate.ofType(type).stream()
                                        .filter(resource ->
                                                ancestor.contains(resource.id()) && !ancestor.equals(resource.id()))
                                        .toList());
                    }
                }
            }
        });
    }

    @Test
    void aResourceSeenWholeWinsOverALongerListing() {
        JsonObject listed = TestJson.object(
                "{\"id\":\"/subscriptions/s\",\"a\":1,\"b\":2,\"c\":3,\"d\":{\"e\":[1,2,3,4,5,6,7,8,9]}}");
        JsonObject full = TestJson.object("{\"id\":\"/subscriptions/s\",\"properties\":{}}");
        var listing = Seen.of(listed, Resource.Detail.LISTED, "listing.json");
        var whole = Seen.of(full, Resource.Detail.FULL, "whole.json");
        for (var both : List.of(List.of(listing, whole), List.of(whole, listing))) {
            Estate estate = Estate.of(both, List.of());
            assertThat(estate.resource(ResourceId.of("/SUBSCRIPTIONS/S")).map(Resource::document))
                    .contains(full);
            assertThat(estate.origin(ResourceId.of("/subscriptions/s"))).contains(Place.of("whole.json"));
            assertThat(estate.duplicates()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotThereIsEmpty() {
        Estate estate = Estate.of(List.of(), List.of());
        assertThat(estate.resource(ResourceId.TENANT)).isEmpty();
        assertThat(estate.origin(ResourceId.TENANT)).isEmpty();
        assertThat(estate.below(ResourceId.TENANT, ResourceType.SUBSCRIPTION)).isEmpty();
        assertThat(estate.collected(ResourceType.SUBSCRIPTION, ResourceId.TENANT))
                .isFalse();
        assertThat(estate.scopesOf(ResourceId.of("/subscriptions/s"))).isEmpty();
    }

    @Test
    void aTagThatIsNoTextIsNoTag() {
        Resource resource = Seen.of(TestJson.object(
                        "{\"id\":\"/subscriptions/s\",\"tags\":{\"Owner\":null,\"Team\":\"x\"},\"kind\":7}"))
                .resource();
        assertThat(resource.tag("owner")).isEmpty();
        assertThat(resource.tag("TEAM")).contains("x");
        assertThat(resource.kind()).isEmpty();
        assertThat(resource.location()).isEmpty();
        assertThat(resource.name()).isEqualTo("s");
        assertThat(resource).hasToString("/subscriptions/s");
    }

    @Test
    void accountsAddUp() {
        Law.holds(random -> {
            Account a = account(random);
            Account b = account(random);
            Account c = account(random);
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(Account.NONE)).isEqualTo(a);
        });
        assertThatThrownBy(() -> new Account(3, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 documents are not 1 observed and 1 refused");
    }

    private static Account account(Random random) {
        int observed = random.nextInt(100);
        int refused = random.nextInt(100);
        return new Account(observed + refused, observed, refused, random.nextInt(100));
    }

    private static Observation observation(Random random) {
        List<String> names = List.of("a", "A", "a-b", "a.b", "a0", "a~", "b");
        String subscription = "/subscriptions/" + names.get(random.nextInt(names.size()));
        String id = switch (random.nextInt(4)) {
            case 0 -> subscription;
            case 1 -> "/providers/Microsoft.Management/managementGroups/" + names.get(random.nextInt(names.size()));
            case 2 -> subscription + "/providers/X.Y/t/" + names.get(random.nextInt(names.size()));
            default -> subscription + "/providers/X.Y/t/a/c/" + names.get(random.nextInt(names.size()));
        };
        var document = JsonObject.builder().put("id", id);
        if (random.nextBoolean()) {
            document.put("n", JsonNumber.of(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            document.put("properties", TestJson.of("""
                    {"details":{"parent":{"id":"/providers/Microsoft.Management/managementGroups/a"}}}"""));
        }
        return Seen.of(
                document.build(),
                random.nextBoolean() ? Resource.Detail.FULL : Resource.Detail.LISTED,
                "file" + random.nextInt(3));
    }

    private static Gap gap(Random random) {
        return new Gap(
                random.nextBoolean() ? Gap.Kind.UNREADABLE : Gap.Kind.UNREAD_PAGE,
                random.nextBoolean() ? Optional.empty() : Optional.of(ResourceId.of("/subscriptions/s")),
                random.nextBoolean() ? Optional.empty() : Optional.of(ResourceType.SUBSCRIPTION),
                String.format(Locale.ROOT, "says %d", random.nextInt(3)),
                "hint");
    }
}

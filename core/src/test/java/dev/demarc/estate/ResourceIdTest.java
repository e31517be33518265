package dev.demarc.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Cases;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ResourceIdTest {
    @TestFactory
    Stream<DynamicTest> ids() {
        return Cases.of(
                "estate",
                "id",
                Set.of("id"),
                given -> Cases.orError(() -> {
                    ResourceId id = ResourceId.of(given.text("id").orElseThrow());
                    return JsonObject.builder()
                            .put("text", id.text())
                            .put("kind", id.kind().name())
                            .put("type", id.type().text())
                            .put("name", id.name())
                            .put("fullName", id.fullName())
                            .put("subscription", Cases.text(id.subscription()))
                            .put("resourceGroup", Cases.text(id.resourceGroup()))
                            .put("parent", Cases.text(id.parent()))
                            .put("subscriptionId", Cases.text(id.subscriptionId()))
                            .put("resourceGroupId", Cases.text(id.resourceGroupId()))
                            .put("ancestors", Cases.texts(ancestors(id).stream().map(ResourceId::kind)))
                            .build();
                }));
    }

    @TestFactory
    Stream<DynamicTest> containment() {
        return Cases.of(
                "estate",
                "contains",
                Set.of("outer", "inner"),
                given -> JsonObject.builder()
                        .put(
                                "contains",
                                ResourceId.of(given.text("outer").orElseThrow())
                                        .contains(ResourceId.of(
                                                given.text("inner").orElseThrow())))
                        .build());
    }

    @Test
    void everyKindOccursInAGeneratedId() {
        var kinds = new ArrayList<ResourceId.Kind>();
        Law.holds(random -> kinds.add(ResourceId.of(id(random)).kind()));
        assertThat(kinds).contains(ResourceId.Kind.values());
    }

    @Test
    void caseAndASlashAtTheEndNeverMatter() {
        Law.holds(random -> {
            String text = id(random);
            ResourceId id = ResourceId.of(text);
            for (String other : List.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT), text + "/")) {
                if (!other.equals("//")) {
                    ResourceId same = ResourceId.of(other);
                    assertThat(same).isEqualTo(id).hasSameHashCodeAs(id);
                    assertThat(same.compareTo(id)).isZero();
                    assertThat(same.kind()).isEqualTo(id.kind());
                    assertThat(same.type()).isEqualTo(id.type());
                    assertThat(same.parent()).isEqualTo(id.parent());
                }
            }
        });
    }

    @Test
    void ancestorsEndContainAndAreReadAlike() {
        Law.holds(random -> {
            ResourceId id = ResourceId.of(id(random));
            ResourceId below = id;
            for (ResourceId above : ancestors(id)) {
                assertThat(above.contains(id)).isTrue();
                assertThat(above.contains(below)).isTrue();
                assertThat(below.contains(above)).isFalse();
                ResourceId again = ResourceId.of(above.text());
                assertThat(again).isEqualTo(above);
                assertThat(again.kind()).isEqualTo(above.kind());
                assertThat(again.type()).isEqualTo(above.type());
                assertThat(again.fullName()).isEqualTo(above.fullName());
                assertThat(again.parent()).isEqualTo(above.parent());
                below = above;
            }
        });
    }

    @Test
    void containmentIsAnOrder() {
        Law.holds(random -> {
            ResourceId one = ResourceId.of(id(random));
            ResourceId other = ResourceId.of(id(random));
            assertThat(one.contains(one)).isTrue();
            assertThat(ResourceId.TENANT.contains(one)).isTrue();
            if (one.contains(other) && other.contains(one)) {
                assertThat(one).isEqualTo(other);
            }
            assertThat(one.contains(ResourceId.of(one.text().equals("/") ? "/" : one.text() + "0")))
                    .as("a longer last name is a sibling")
                    .isEqualTo(one.equals(ResourceId.TENANT));
        });
    }

    @Test
    void whatIsNoIdParsesToNothing() {
        assertThat(ResourceId.parse("")).isEmpty();
        assertThat(ResourceId.parse("subscriptions/s")).isEmpty();
        assertThat(ResourceId.parse("/subscriptions/s")).contains(ResourceId.of("/subscriptions/s"));
    }

    private static List<ResourceId> ancestors(ResourceId id) {
        var ancestors = new ArrayList<ResourceId>();
        for (var at = id.parent(); at.isPresent(); at = at.get().parent()) {
            ancestors.add(at.get());
        }
        return ancestors;
    }

    private static String id(Random random) {
        var id = new StringBuilder();
        switch (random.nextInt(5)) {
            case 0 ->
                id.append("/providers/Microsoft.Management/managementGroups/").append(name(random));
            case 1 -> id.append("/subscriptions/").append(name(random));
            case 2, 3 ->
                id.append("/subscriptions/")
                        .append(name(random))
                        .append("/resourceGroups/")
                        .append(name(random));
            default -> {}
        }
        for (int providers = random.nextInt(3); providers > 0; providers--) {
            id.append("/providers/Contoso.").append("ABC".charAt(random.nextInt(3)));
            for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
                id.append("/things").append(random.nextInt(3)).append('/').append(name(random));
            }
        }
        return id.isEmpty() ? "/" : id.toString();
    }

    private static String name(Random random) {
        List<String> names = List.of(
                "a",
                "A",
                "a-b",
                "a.b",
                "a0",
                "providers",
                "subscriptions",
                "resourceGroups",
                "a b",
                "測試",
                "a%20b",
                "$x");
        return names.get(random.nextInt(names.size()));
    }

    @Test
    void anIdOfAnyLengthIsReadOrRefusedAtOnce() {
        assertThat(ResourceId.parse("/providers/M" + "/t/n".repeat(63))).isPresent();
        assertThat(ResourceId.parse("/providers/M" + "/t/n".repeat(64))).isEmpty();
        assertThat(ResourceId.parse("/subscriptions/" + "s".repeat(4_081))).isPresent();
        assertThat(ResourceId.parse("/subscriptions/" + "s".repeat(4_082))).isEmpty();
        assertThat(ResourceId.parse("/providers/M" + "/t/n".repeat(1_000_000))).isEmpty();
    }
}

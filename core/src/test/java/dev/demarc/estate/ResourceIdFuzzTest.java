package dev.demarc.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Any text is an id or type of which the laws hold, or none. */
class ResourceIdFuzzTest {
    private static final int MOST_LINES = 12;

    /** One text on each line. */
    @FuzzTest(lifecycle = Lifecycle.PER_TEST)
    @DictionaryFile(resourcePath = "id.dict")
    void ids(byte[] bytes) {
        List<ResourceId> ids =
                texts(bytes).flatMap(text -> ResourceId.parse(text).stream()).toList();
        ids.forEach(ResourceIdFuzzTest::holds);
        for (ResourceId one : ids) {
            for (ResourceId other : ids) {
                holds(one, other);
            }
        }
    }

    private static void holds(ResourceId id) {
        ResourceId again = ResourceId.of(id.text());
        assertThat(again).isEqualTo(id);
        assertThat(List.of(again.text(), again.kind(), again.type(), again.name(), again.fullName()))
                .isEqualTo(List.of(id.text(), id.kind(), id.type(), id.name(), id.fullName()));
        assertThat(ResourceId.of(id.folded())).isEqualTo(id);
        String upper = id.text().toUpperCase(Locale.ROOT);
        if (upper.toLowerCase(Locale.ROOT).equals(id.folded())) {
            assertThat(ResourceId.of(upper).kind()).isEqualTo(id.kind());
        }
        assertThat(id.contains(id)).isTrue();
        assertThat(ResourceId.TENANT.contains(id)).isTrue();
        assertThat(id.type()).isEqualTo(ResourceType.of(id.type().text()));
        for (Optional<ResourceId> above = id.parent();
                above.isPresent();
                above = above.get().parent()) {
            assertThat(above.get().contains(id)).isTrue();
            assertThat(id.contains(above.get())).isFalse();
            assertThat(ResourceId.of(above.get().text())).isEqualTo(above.get());
        }
        assertThat(id.subscriptionId().map(ResourceId::name)).isEqualTo(id.subscription());
        assertThat(id.resourceGroupId().map(ResourceId::name)).isEqualTo(id.resourceGroup());
    }

    private static void holds(ResourceId one, ResourceId other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
        if (one.equals(other)) {
            assertThat(one).hasSameHashCodeAs(other);
        }
        assertThat(one.contains(other) && other.contains(one)).isEqualTo(one.equals(other));
    }

    /** One text on each line. */
    @FuzzTest(lifecycle = Lifecycle.PER_TEST)
    @DictionaryFile(resourcePath = "id.dict")
    void types(byte[] bytes) {
        List<ResourceType> types =
                texts(bytes).flatMap(text -> ResourceType.parse(text).stream()).toList();
        types.forEach(ResourceIdFuzzTest::holds);
        for (ResourceType one : types) {
            for (ResourceType other : types) {
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
                assertThat(one.isUnder(other) && other.isUnder(one)).isFalse();
            }
        }
    }

    private static void holds(ResourceType type) {
        assertThat(ResourceType.of(type.text())).isEqualTo(type);
        assertThat(ResourceType.of(type.folded())).isEqualTo(type).hasSameHashCodeAs(type);
        assertThat(type.namespace()).isNotEmpty();
        assertThat(type.isUnder(type)).isFalse();
        type.parent().ifPresent(parent -> assertThat(type.isUnder(parent)).isTrue());
    }

    private static Stream<String> texts(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().limit(MOST_LINES);
    }
}

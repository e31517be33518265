package dev.demarc.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Cases;
import dev.demarc.document.JsonObject;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ResourceTypeTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.of(
                "estate",
                "type",
                Set.of("type", "other"),
                given -> Cases.orError(() -> {
                    ResourceType type = ResourceType.of(given.text("type").orElseThrow());
                    ResourceType other =
                            given.text("other").map(ResourceType::of).orElse(type);
                    assertThat(type.equals(other)).isEqualTo(type.compareTo(other) == 0);
                    assertThat(type.equals(other)).isEqualTo(type.folded().equals(other.folded()));
                    return JsonObject.builder()
                            .put("text", type.text())
                            .put("folded", type.folded())
                            .put("namespace", type.namespace())
                            .put("parent", Cases.text(type.parent()))
                            .put("equal", type.equals(other))
                            .put("isUnder", type.isUnder(other))
                            .build();
                }));
    }

    @Test
    void theParentOfWhatHangsOnAGroupIsTheGroup() {
        assertThat(ResourceType.of("Microsoft.Resources/resourceGroups/locks").parent())
                .contains(ResourceType.RESOURCE_GROUP);
    }
}

package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.PolicyDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of policies that stand beside the whole: nobody reads them, so where they say something else that is told. */
final class PartsBeside {
    private final Harvest harvest;
    private final List<Beside> waiting = new ArrayList<>();

    PartsBeside(Harvest harvest) {
        this.harvest = harvest;
    }

    private record Beside(Path whole, String member, JsonValue value, Places places) {}

    /**
     * Remembers a part.
     *
     * @param whole the file that holds the whole
     * @param member what of the whole the part repeats: {@code policyRule}, {@code parameters}
     */
    void add(Path whole, String member, JsonValue value, Places places) {
        JsonValue inner = value instanceof JsonObject object ? object.getIgnoreCase(member) : null;
        waiting.add(new Beside(whole, member, inner == null ? value : inner, places));
    }

    /** Compares what was remembered with what was read. */
    void finish() {
        waiting.forEach(this::compare);
        waiting.clear();
    }

    private void compare(Beside part) {
        List<PolicyDocument> whole = harvest.documents().stream()
                .filter(one -> one.places().of(JsonPointer.ROOT).document().equals(part.whole.toString()))
                .toList();
        Optional<JsonValue> said = whole.size() == 1 ? member(whole.getFirst(), part.member) : Optional.empty();
        if (said.isPresent() && !cleaned(part.member, said.get()).equals(cleaned(part.member, part.value))) {
            String name = String.valueOf(part.whole.getFileName());
            harvest.problem(Diagnostic.warning(
                    "parts-differ",
                    "`" + name + "` beside it has another `" + part.member + "`, and only that one is read",
                    part.places.of(JsonPointer.ROOT),
                    "write the same in both, or remove this file"));
        }
    }

    private static Optional<JsonValue> member(PolicyDocument document, String name) {
        JsonObject content = document.content();
        JsonObject inner = content.getIgnoreCase("properties") instanceof JsonObject properties ? properties : content;
        return Optional.ofNullable(inner.getIgnoreCase(name));
    }

    private JsonObject cleaned(String member, JsonValue value) {
        return harvest.cleaned(JsonObject.builder().put(member, value).build());
    }
}

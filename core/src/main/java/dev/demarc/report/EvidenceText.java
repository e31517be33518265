package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonWriter;
import dev.demarc.estate.Resource;
import java.util.List;
import java.util.Optional;

/** Facts that decided a verdict, one below the other. */
final class EvidenceText {
    private static final int DETAIL = 19;

    private EvidenceText() {}

    /** The facts about a resource, with a blank line between. */
    static void print(Page page, List<Evidence> evidence, Resource resource) {
        for (int i = 0; i < evidence.size(); i++) {
            if (i > 0) {
                page.blank();
            }
            print(page, i + 1, evidence.get(i), resource);
        }
    }

    private static void print(Page page, int number, Evidence evidence, Resource resource) {
        page.labelled(2, number + ".", 5, evidence.says(), Tone.PLAIN);
        detail(page, evidence.role().title(), evidence.asked());
        detail(page, "found", evidence.found().map(JsonWriter::compact).orElse("nothing: absent"));
        if (!evidence.resourceAt().tokens().isEmpty()) {
            detail(page, "at", evidence.resourceAt().toString());
            memberName(evidence, resource).ifPresent(name -> detail(page, "named", name));
        }
        if (!evidence.resource().equals(resource.id())) {
            detail(page, "of", evidence.resource().text());
        }
        detail(page, "rule", evidence.ruleAt().toString());
    }

    /** The name of the innermost array member that a place lies in: people know a rule by its name, not its number. */
    private static Optional<String> memberName(Evidence evidence, Resource resource) {
        if (!evidence.resource().equals(resource.id())) {
            return Optional.empty();
        }
        List<String> tokens = evidence.resourceAt().tokens();
        for (int length = tokens.size(); length > 0; length--) {
            if (tokens.get(length - 1).chars().allMatch(Character::isDigit)) {
                return new JsonPointer(tokens.subList(0, length))
                        .in(resource.document())
                        .filter(JsonObject.class::isInstance)
                        .flatMap(member -> ((JsonObject) member).text("name"));
            }
        }
        return Optional.empty();
    }

    private static void detail(Page page, String label, String text) {
        page.labelled(5, label, DETAIL, text, Tone.PLAIN);
    }
}

package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.document.JsonWriter;
import dev.demarc.estate.Resource;
import java.util.List;

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
        detail(page, evidence.role().title(), withoutType(evidence.asked(), resource));
        detail(page, "found", evidence.found().map(JsonWriter::compact).orElse("nothing: absent"));
        if (!evidence.resourceAt().tokens().isEmpty()) {
            detail(page, "at", evidence.resourceAt().toString());
            evidence.member().ifPresent(member -> detail(page, "named", member.name()));
        }
        if (!evidence.resource().equals(resource.id())) {
            detail(page, "of", evidence.resource().text());
        }
        detail(page, "rule", evidence.ruleAt().toString());
    }

    /** Aliases of the resource's own type, in expressions, without the type. */
    private static String withoutType(String asked, Resource resource) {
        return asked.replace(resource.type().text() + "/", "");
    }

    private static void detail(Page page, String label, String text) {
        page.labelled(5, label, DETAIL, text, Tone.PLAIN);
    }
}

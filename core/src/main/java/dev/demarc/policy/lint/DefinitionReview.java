package dev.demarc.policy.lint;

import dev.demarc.document.JsonString;
import dev.demarc.policy.syntax.PolicyDefinition;

/** What readers of a definition look for and do not find. */
final class DefinitionReview {
    private final PolicyDefinition definition;
    private final WrittenDefinition written;
    private final Remarks remarks;

    DefinitionReview(PolicyDefinition definition, WrittenDefinition written, Remarks remarks) {
        this.definition = definition;
        this.written = written;
        this.remarks = remarks;
    }

    void review() {
        if (definition.displayName().isBlank()) {
            remarks.note(
                    "no-display-name",
                    "the definition has no `displayName`",
                    remarks.name(written.at()),
                    "add `displayName`, by which the portal lists the policy");
        }
        if (definition.description().isBlank()) {
            remarks.note(
                    "no-description",
                    "the definition has no `description`",
                    remarks.name(written.at()),
                    "add `description` with what the policy asks for and why");
        }
        boolean category = definition.metadata().getIgnoreCase("category") instanceof JsonString text
                && !text.value().isBlank();
        if (!category) {
            remarks.note(
                    "no-category",
                    "the definition has no `metadata.category`",
                    remarks.name(written.at()),
                    "add `metadata.category`, under which the portal lists the policy");
        }
    }
}

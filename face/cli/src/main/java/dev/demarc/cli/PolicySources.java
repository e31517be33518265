package dev.demarc.cli;

import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.source.policies.PolicyReading;
import java.util.ArrayList;
import java.util.List;

/** What was read of policies, in words. */
final class PolicySources {
    private PolicySources() {}

    /** How many policies of which kind were read: {@code read 3 definitions, 1 initiative}. */
    static String counted(PolicyReading reading) {
        var parts = new ArrayList<String>();
        for (PolicyDocument.Kind kind : PolicyDocument.Kind.values()) {
            long count = reading.documents().stream()
                    .filter(document -> document.kind() == kind)
                    .count();
            if (count > 0) {
                parts.add(count + " " + (count == 1 ? kind.noun() : kind.noun() + "s"));
            }
        }
        return parts.isEmpty() ? "read no policy" : "read " + join(parts);
    }

    private static String join(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}

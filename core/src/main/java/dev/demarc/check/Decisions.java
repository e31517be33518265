package dev.demarc.check;

import java.util.List;

/** What people decided and stated, as one assessment takes it into account. */
public record Decisions(List<Exemption> exemptions, List<Attestation> attestations) {
    /** Nobody decided anything. */
    public static final Decisions NONE = new Decisions(List.of(), List.of());

    public Decisions {
        exemptions = List.copyOf(exemptions);
        attestations = List.copyOf(attestations);
    }
}

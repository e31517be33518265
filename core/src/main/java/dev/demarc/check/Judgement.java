package dev.demarc.check;

import java.util.List;

/**
 * What a check answers about one resource.
 *
 * @param verdict the answer
 * @param reason one sentence that a person can act on
 * @param evidence the facts that decided it, the most telling first; empty when nothing was looked at
 */
public record Judgement(Verdict verdict, String reason, List<Evidence> evidence) {
    public Judgement {
        evidence = List.copyOf(evidence);
    }
}

package dev.demarc.check;

import dev.demarc.estate.Resource;

/**
 * What one check said of one resource.
 *
 * @param check the id of the control or policy
 * @param resource the resource judged
 * @param judgement the answer, its reason and evidence
 */
public record Finding(String check, Resource resource, Judgement judgement) {

    /** The answer. */
    public Verdict verdict() {
        return judgement.verdict();
    }
}

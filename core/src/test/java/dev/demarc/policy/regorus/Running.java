package dev.demarc.policy.regorus;

import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.regorus.YamlCases.Case;
import java.util.Optional;

/** A case as a question to our engine. */
interface Running {
    /**
     * What differs from what the case wants, in words; empty when nothing does.
     *
     * @throws org.opentest4j.TestAbortedException when the case asks nothing that concerns us
     */
    Optional<String> difference(SemanticsProfile profile);

    /** How a case is run, by what it holds. */
    static Running of(Case one) {
        if (one.member("builtin") != null) {
            return new FunctionCase(one);
        }
        if (one.member("policy_rule") != null || one.member("policy_definition") != null) {
            return new PolicyCase(one);
        }
        return new NormalizationCase(one);
    }
}

package dev.demarc.policy.trial;

import dev.demarc.document.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tests of one policy.
 *
 * @param at the instant at which all cases are judged; empty when any will do
 * @param cases in the order written; never empty
 * @param place where the file begins
 */
public record PolicyTestFile(Target policy, Optional<Instant> at, List<PolicyTestCase> cases, Place place) {
    public PolicyTestFile {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("a test file without cases tests nothing");
        }
    }

    /** Which policy is tested. */
    public sealed interface Target {
        /** As written in the test file. */
        String text();

        /** Where it is written. */
        Place place();

        /** The name or id of a definition, initiative or assignment among what was read. */
        record Named(String text, Place place) implements Target {}

        /**
         * Whatever one document says.
         *
         * @param document as {@link Place#document} names it
         */
        record InFile(String text, String document, Place place) implements Target {}
    }
}

package dev.demarc.policy.trial;

import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far tests go with one definition of an organisation's own.
 *
 * @param cases how many cases tried it, by itself or in an initiative
 * @param compliant how many of them show a resource that complies
 * @param nonCompliant how many of them show one that does not
 */
public record TestCoverage(Published<PolicyDefinition> definition, int cases, int compliant, int nonCompliant) {

    /**
     * The coverage of all definitions of a library but Microsoft's own.
     *
     * @param results of cases that were run
     */
    public static List<TestCoverage> of(PolicyLibrary library, List<TrialResult> results) {
        Map<String, List<TrialResult.Covered>> tried = new HashMap<>();
        for (TrialResult result : results) {
            result.covered()
                    .forEach(one -> tried.computeIfAbsent(fold(one.definition()), id -> new ArrayList<>())
                            .add(one));
        }
        return library.definitions().stream()
                .filter(one -> !isMicrosofts(one.value()))
                .map(one -> of(one, tried.getOrDefault(fold(one.id()), List.of())))
                .toList();
    }

    private static TestCoverage of(Published<PolicyDefinition> definition, List<TrialResult.Covered> tried) {
        return new TestCoverage(
                definition,
                tried.size(),
                count(ComplianceState.COMPLIANT, tried),
                count(ComplianceState.NON_COMPLIANT, tried));
    }

    private static int count(ComplianceState state, List<TrialResult.Covered> tried) {
        return (int) tried.stream()
                .filter(one -> one.state().filter(state::equals).isPresent())
                .count();
    }

    private static boolean isMicrosofts(PolicyDefinition definition) {
        return definition
                .policyType()
                .filter(type -> type.equalsIgnoreCase("BuiltIn") || type.equalsIgnoreCase("Static"))
                .isPresent();
    }

    private static String fold(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** Whether no case tries it. */
    public boolean isUntested() {
        return cases == 0;
    }

    /** Whether there are cases of one kind of resource only: those that comply, or those that do not. */
    public boolean isOneSided() {
        return (compliant == 0) != (nonCompliant == 0);
    }
}

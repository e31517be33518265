package dev.demarc.policy.evaluation;

/**
 * How the points are read on which Microsoft's documentation, its linter and other engines disagree.
 *
 * @param missingArrayIsEmpty whether a condition on the members of an array that is not there holds, as it does for an
 *     empty one (documentation), or fails (regorus)
 * @param absentIsEmptyTextInLists whether {@code in} finds an absent property among values that include the empty text
 *     (linter)
 * @param questionMarkIsWildcard whether {@code ?} stands for one character in {@code like} (regorus)
 * @param numbersCompareAsText whether {@code equals} tells 5.0 from 5 and "05" from 5 (linter)
 * @param orderingConvertsText whether {@code less} and its like compare a number with text that spells one (regorus);
 *     else that is a failure
 * @param nullOnTheRightFails whether comparing with null is a failure (linter), or asks for absence (regorus)
 * @param inTakesOneValue whether {@code in} takes a single value for a list of one (regorus)
 * @param bareCurrentIsInnermost whether {@code current()} in nested counts names the innermost (regorus); else it is a
 *     failure (documentation)
 * @param mixedAddressFamiliesFail whether {@code ipRangeContains} fails for addresses of versions 4 and 6
 *     (documentation), or says no (linter)
 * @param foldsSharpS whether {@code ß} equals {@code ss} (regorus)
 */
public record SemanticsProfile(
        boolean missingArrayIsEmpty,
        boolean absentIsEmptyTextInLists,
        boolean questionMarkIsWildcard,
        boolean numbersCompareAsText,
        boolean orderingConvertsText,
        boolean nullOnTheRightFails,
        boolean inTakesOneValue,
        boolean bareCurrentIsInnermost,
        boolean mixedAddressFamiliesFail,
        boolean foldsSharpS) {

    /** The documentation first, then Microsoft's linter. */
    public static final SemanticsProfile DOCUMENTED =
            new SemanticsProfile(true, true, false, true, false, true, false, false, true, false);

    /** As microsoft/regorus reads them. */
    public static final SemanticsProfile REGORUS =
            new SemanticsProfile(false, false, true, false, true, false, true, true, false, true);
}

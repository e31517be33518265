package dev.demarc.policy.evaluation;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.syntax.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the points are read on which Microsoft's documentation, its linter and other engines disagree: every {@link
 * Dispute} is on or off.
 *
 * <p>As text it is the name of a profile and the switches in which it differs from that: {@code
 * documented,question-mark-is-wildcard=on}.
 *
 * @param on the switches that are on, in the order of {@link Dispute}
 */
public record SemanticsProfile(Set<Dispute> on) {
    /** The documentation first, then Microsoft's linter. */
    public static final SemanticsProfile DOCUMENTED = where(Dispute::documented);

    /** As microsoft/regorus reads them. */
    public static final SemanticsProfile REGORUS = where(Dispute::regorus);

    private static final String HINT =
            "write `documented` or `regorus`, then any number of switches like `,question-mark-is-wildcard=on`";

    public SemanticsProfile {
        var copy = EnumSet.noneOf(Dispute.class);
        copy.addAll(on);
        on = Collections.unmodifiableSet(copy);
    }

    private static SemanticsProfile where(Predicate<Dispute> on) {
        return new SemanticsProfile(
                Set.copyOf(Stream.of(Dispute.values()).filter(on).toList()));
    }

    /** The profiles that have a name, as {@link #parse} takes them. */
    public static List<String> names() {
        return Arrays.stream(Named.values()).map(Named::word).toList();
    }

    /**
     * The profile that a text spells: the name of a profile, then switches set to {@code on} or {@code off}, separated
     * by commas. Without a name the switches differ from {@code documented}.
     *
     * @param place where the text stands
     */
    public static Parsed<SemanticsProfile> parse(String text, Place place) {
        var problems = new ArrayList<Diagnostic>();
        SemanticsProfile profile = DOCUMENTED;
        String[] parts = text.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            Optional<Named> named = i == 0 ? Named.of(part) : Optional.empty();
            profile = named.isPresent() ? named.get().profile() : profile.with(part, i == 0, place, problems);
        }
        return new Parsed<>(problems.isEmpty() ? Optional.of(profile) : Optional.empty(), problems);
    }

    private SemanticsProfile with(String part, boolean first, Place place, List<Diagnostic> problems) {
        int equals = part.indexOf('=');
        String id = equals < 0 ? part : part.substring(0, equals).strip();
        String state = equals < 0 ? "" : part.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
        Optional<Dispute> dispute = Dispute.of(id);
        if (dispute.isEmpty()) {
            problems.add(equals < 0 && first ? unknownProfile(id, place) : unknownSwitch(id, place));
            return this;
        }
        if (!state.equals("on") && !state.equals("off")) {
            problems.add(Diagnostic.error(
                    "wrong-semantics-switch",
                    "the switch `" + dispute.get().id() + "` is set to `on` or `off`, not to `" + state + "`",
                    place,
                    "write `" + dispute.get().id() + "=on` or `" + dispute.get().id() + "=off`"));
            return this;
        }
        return with(dispute.get(), state.equals("on"));
    }

    private static Diagnostic unknownProfile(String name, Place place) {
        var words = new ArrayList<>(names());
        Arrays.stream(Dispute.values()).map(Dispute::id).forEach(words::add);
        return Diagnostic.error(
                "unknown-semantics-profile",
                "there is no semantics profile `" + name + "`",
                place,
                Nearest.to(name, words)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(HINT));
    }

    private static Diagnostic unknownSwitch(String id, Place place) {
        var ids = Arrays.stream(Dispute.values()).map(Dispute::id).toList();
        return Diagnostic.error(
                "unknown-semantics-switch",
                "the policy language has no switch `" + id + "`",
                place,
                Nearest.to(id, ids).map(near -> "did you mean `" + near + "`?").orElse(HINT));
    }

    /** The same with one switch set. */
    public SemanticsProfile with(Dispute dispute, boolean state) {
        var other = EnumSet.noneOf(Dispute.class);
        other.addAll(on);
        if (state) {
            other.add(dispute);
        } else {
            other.remove(dispute);
        }
        return new SemanticsProfile(other);
    }

    /** Whether a switch is on. */
    public boolean is(Dispute dispute) {
        return on.contains(dispute);
    }

    /** The switches that another profile sets otherwise. */
    public Set<Dispute> differences(SemanticsProfile other) {
        var differing = EnumSet.noneOf(Dispute.class);
        for (Dispute dispute : Dispute.values()) {
            if (is(dispute) != other.is(dispute)) {
                differing.add(dispute);
            }
        }
        return Collections.unmodifiableSet(differing);
    }

    /** The profile of a name that differs least, and the switches that differ from it. */
    @Override
    public String toString() {
        Named nearest = differences(REGORUS).size() < differences(DOCUMENTED).size() ? Named.REGORUS : Named.DOCUMENTED;
        var text = new StringBuilder(nearest.word());
        for (Dispute dispute : differences(nearest.profile())) {
            text.append(',').append(dispute.id()).append(is(dispute) ? "=on" : "=off");
        }
        return text.toString();
    }

    /** See {@link Dispute#MISSING_ARRAY_IS_EMPTY}. */
    public boolean missingArrayIsEmpty() {
        return is(Dispute.MISSING_ARRAY_IS_EMPTY);
    }

    /** See {@link Dispute#ABSENT_IS_EMPTY_TEXT_IN_LISTS}. */
    public boolean absentIsEmptyTextInLists() {
        return is(Dispute.ABSENT_IS_EMPTY_TEXT_IN_LISTS);
    }

    /** See {@link Dispute#QUESTION_MARK_IS_WILDCARD}. */
    public boolean questionMarkIsWildcard() {
        return is(Dispute.QUESTION_MARK_IS_WILDCARD);
    }

    /** See {@link Dispute#NUMBERS_COMPARE_AS_TEXT}. */
    public boolean numbersCompareAsText() {
        return is(Dispute.NUMBERS_COMPARE_AS_TEXT);
    }

    /** See {@link Dispute#ORDERING_CONVERTS_TEXT}. */
    public boolean orderingConvertsText() {
        return is(Dispute.ORDERING_CONVERTS_TEXT);
    }

    /** See {@link Dispute#NULL_ON_THE_RIGHT_FAILS}. */
    public boolean nullOnTheRightFails() {
        return is(Dispute.NULL_ON_THE_RIGHT_FAILS);
    }

    /** See {@link Dispute#IN_TAKES_ONE_VALUE}. */
    public boolean inTakesOneValue() {
        return is(Dispute.IN_TAKES_ONE_VALUE);
    }

    /** See {@link Dispute#BARE_CURRENT_IS_INNERMOST}. */
    public boolean bareCurrentIsInnermost() {
        return is(Dispute.BARE_CURRENT_IS_INNERMOST);
    }

    /** See {@link Dispute#MIXED_ADDRESS_FAMILIES_FAIL}. */
    public boolean mixedAddressFamiliesFail() {
        return is(Dispute.MIXED_ADDRESS_FAMILIES_FAIL);
    }

    /** See {@link Dispute#FOLDS_SHARP_S}. */
    public boolean foldsSharpS() {
        return is(Dispute.FOLDS_SHARP_S);
    }

    /** The profiles that have a name. */
    private enum Named {
        DOCUMENTED,
        REGORUS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        SemanticsProfile profile() {
            return switch (this) {
                case DOCUMENTED -> SemanticsProfile.DOCUMENTED;
                case REGORUS -> SemanticsProfile.REGORUS;
            };
        }

        static Optional<Named> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equalsIgnoreCase(word))
                    .findFirst();
        }
    }
}

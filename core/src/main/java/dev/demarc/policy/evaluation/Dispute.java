package dev.demarc.policy.evaluation;

import static dev.demarc.policy.evaluation.Dispute.Voice.no;
import static dev.demarc.policy.evaluation.Dispute.Voice.yes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A point of the policy language that Microsoft's documentation, Microsoft's linter and microsoft/regorus do not read
 * alike, as a switch that is on or off. The documentation decides the default, then the linter, then what built-in
 * policies rely on, then regorus.
 */
public enum Dispute {
    /** A condition on the members of an array that is not there. */
    MISSING_ARRAY_IS_EMPTY(
            "a condition on the members of an array that is not there holds, as it does of an empty array; else it is "
                    + "asked of null",
            true,
            yes("documentation", "how-to/author-policies-for-arrays"),
            no("regorus", "implicit_allof.yaml")),
    /** An absent property looked for among values that include the empty text. */
    ABSENT_IS_EMPTY_TEXT_IN_LISTS(
            "`in` finds an absent property in a list that holds the empty text",
            true,
            yes("linter", "null is compared as the empty text"),
            no("regorus", "operators.yaml")),
    /** A question mark in {@code like}. */
    QUESTION_MARK_IS_WILDCARD(
            "a question mark in `like` stands for any one character",
            false,
            no("documentation", "concepts/definition-structure-policy-rule: one `*` is the wildcard"),
            yes("regorus", "operators.yaml")),
    /** Numbers in {@code equals}. */
    NUMBERS_COMPARE_AS_TEXT(
            "`equals` compares the digits as written, so that 5.0 is not \"5\" and \"05\" is not 5",
            true,
            yes("linter", "equality check on a numeric field"),
            no("regorus", "type_coercion.yaml")),
    /** A number compared by order with a text that spells one. */
    ORDERING_CONVERTS_TEXT(
            "`less`, `greater` and their like convert a text that spells a number; else comparing kinds is a failure",
            false,
            no("documentation", "concepts/definition-structure-policy-rule: another type is an error"),
            no("linter", "the operands must be of one type"),
            yes("regorus", "type_coercion.yaml")),
    /** An expression on the right side that yields null. */
    NULL_ON_THE_RIGHT_FAILS(
            "comparing with null is a failure; else it asks for absence",
            true,
            yes("linter", "a right side that evaluates to null is an evaluation failure"),
            no("regorus", "type_coercion.yaml")),
    /** One value where {@code in} wants a list. */
    IN_TAKES_ONE_VALUE(
            "`in` takes a single value for a list of one",
            false,
            no("documentation", "concepts/definition-structure-policy-rule: `in` takes an array"),
            yes("regorus", "operators.yaml")),
    /** The function {@code current} without a name inside nested counts. */
    BARE_CURRENT_IS_INNERMOST(
            "`current()` inside nested counts means the innermost; else it is a failure",
            false,
            no("documentation", "concepts/definition-structure-policy-rule: only in a count that is not nested"),
            yes("regorus", "count.yaml")),
    /** Addresses of versions 4 and 6 together. */
    MIXED_ADDRESS_FAMILIES_FAIL(
            "`ipRangeContains` of an IPv4 and an IPv6 range is a failure; else it is false",
            true,
            yes("documentation", "concepts/definition-structure-policy-rule: mixed families fail"),
            no("linter", "answers false"),
            no("regorus", "ip_range_contains.yaml")),
    /** Letters that fold to several: sharp s and ligatures. */
    FOLDS_SHARP_S(
            "letters fold as Unicode folds them fully, so that `ß` equals `ss` and `ﬃ` equals `ffi`",
            false,
            no("linter", "compares texts as .NET does, which folds letter by letter"),
            yes("regorus", "casing.yaml, index_of.yaml")),
    /** An expression that cannot be computed. */
    FAILURE_IS_ABSENCE(
            "an expression that cannot be computed counts as absent; else the condition is not decided",
            false,
            no("documentation", "concepts/definition-structure-policy-rule: a template error is a failed evaluation"),
            yes("regorus", "functions are undefined where they fail")),
    /** Arguments of another kind than a function takes. */
    FUNCTIONS_TAKE_OTHER_KINDS(
            "functions answer for arguments of other kinds and out of range, such as `bool('1')`, `int('3.7')`,"
                    + " `empty(5)` and `add(0.5, 1)`, and `split` takes the longest of several delimiters; else they fail, and"
                    + " it takes the first listed",
            false,
            no("linter", "functions check the kinds of their arguments"),
            yes("regorus", "bool.yaml, int.yaml, empty.yaml, try_get.yaml, pad_left.yaml, ip_range_contains.yaml")),
    /** What true, false and null are as text. */
    WORDS_AS_IN_JSON(
            "`string` and `join` write `true`, `false` and `null`; else they write `True`, `False` and nothing",
            false,
            no("linter", "values become text as .NET writes them"),
            yes("regorus", "string.yaml, join.yaml")),
    /** Points in time as functions write them. */
    TIMES_HAVE_SEVEN_DIGITS(
            "`utcNow` and `addDays` write seven digits of a second; else only those that are not zero",
            true,
            yes("documentation", "concepts/definition-structure-policy-rule: yyyy-MM-ddTHH:mm:ss.fffffffZ"),
            no("regorus", "add_days.yaml")),
    /** Functions that compare. */
    FUNCTIONS_COMPARE_AS_CONDITIONS(
            "`equals()`, `contains()`, `less()` and their like compare as the conditions of these names do; else case"
                    + " and kind matter",
            false,
            no("linter", "equality of JSON values, the order of the invariant culture"),
            yes("regorus", "compiles these functions to conditions")),
    /** Functions of deployments. */
    DEPLOYMENT_FUNCTIONS(
            "policies may call `dateTimeAdd`, `dateTimeFromEpoch`, `dateTimeToEpoch`, `indexFromEnd` and"
                    + " `tryIndexFromEnd`",
            false,
            no("documentation", "concepts/definition-structure-policy-rule: functions that policies may not call"),
            yes("regorus", "date_time_add.yaml, template_functions_datetime_ip.yaml")),
    /** Names made of hashes. */
    NAMES_FROM_HASHES(
            "`uniqueString` and `guid` may be called",
            true,
            yes("linter", "lists both functions; built-in policies call `uniqueString`"),
            no("regorus", "parse_errors.yaml: they are for deployments"));

    private final String says;
    private final boolean documented;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<Voice> voices;

    Dispute(String says, boolean documented, Voice... voices) {
        this.says = says;
        this.documented = documented;
        this.voices = List.of(voices);
    }

    /**
     * Who reads a point in which way.
     *
     * @param who the documentation, the linter, regorus, or built-in policies
     * @param on whether the switch is on in this reading
     * @param where the page, the rule or the case file that says so
     */
    public record Voice(String who, boolean on, String where) {
        static Voice yes(String who, String where) {
            return new Voice(who, true, where);
        }

        static Voice no(String who, String where) {
            return new Voice(who, false, where);
        }
    }

    /** Its name in texts: {@code missing-array-is-empty}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What holds while it is on, in one sentence. */
    public String says() {
        return says;
    }

    /** Whether it is on by default, in the profile {@code documented}. */
    public boolean documented() {
        return documented;
    }

    /** Whether it is on as microsoft/regorus reads the language; as by default where regorus says nothing. */
    public boolean regorus() {
        return voices.stream()
                .filter(voice -> voice.who().equals("regorus"))
                .findFirst()
                .map(Voice::on)
                .orElse(documented);
    }

    /** Who says what, those that decide the default first. */
    public List<Voice> voices() {
        return voices;
    }

    /** The switch of a name; empty when there is none. */
    static Optional<Dispute> of(String id) {
        for (Dispute dispute : values()) {
            if (dispute.id().equalsIgnoreCase(id)) {
                return Optional.of(dispute);
            }
        }
        return Optional.empty();
    }
}

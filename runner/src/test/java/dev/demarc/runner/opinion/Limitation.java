package dev.demarc.runner.opinion;

/** Something the other engine was not told, or a shortcoming of it; {@link Reading} can imitate each. */
enum Limitation {
    LISTING_IS_WHOLE(
            Kind.NOT_TOLD,
            "a listing is taken for the whole resource: what it does not show is taken to be absent",
            "Demarc, which says unknown: absence from a listing proves nothing"),
    PARAMETER_WITHOUT_VALUE(
            Kind.NOT_TOLD,
            "a parameter without a value is null, so that comparisons with it are false and negated ones true",
            "Demarc, which says unknown: without the value the definition cannot be assigned (documentation, parameters)"),
    DETAILS_WITHOUT_VALUE(
            Kind.NOT_SHOWN,
            "`-` also stands for a rule that matches and whose `details` need a parameter without a value",
            "Demarc: whether a rule matches does not depend on its details"),
    DETAILS_OF_NOTHING(
            Kind.NOT_SHOWN,
            "`-` also stands for a rule that matches and whose `details` ask `contains` of a property that is not there",
            "Demarc: there `field()` is the empty text (documentation, policy functions)"),
    NO_SCOPES(
            Kind.NOT_TOLD,
            "`resourceGroup()` and `subscription()` say nothing; a value made of them has no outcome, and a comparison "
                    + "with them is false, a negated one true; in a list they are left out",
            "Demarc, which knows the id, and says unknown where the scope was not collected (documentation, policy "
                    + "functions)"),
    NAME_AS_WRITTEN(
            Kind.SHORTCOMING,
            "`name` is what the document says, in some answers `parent/child`",
            "Demarc: `name` is the last name, `fullName` the whole one (documentation, fields)"),
    TYPE_AS_WRITTEN(
            Kind.SHORTCOMING,
            "`type` is what the document says, in some answers that of the parent",
            "Demarc: the id is that of a child, and its type is the child's"),
    NO_CLOCK(
            Kind.NOT_TOLD,
            "`utcNow()` says nothing, with what follows as for `resourceGroup()`",
            "Demarc, which is told the instant (documentation, policy functions)"),
    NAMELESS_TAG_IS_ALL_TAGS(
            Kind.SHORTCOMING,
            "`tags[]`, the tag of the empty name, is the object of all tags",
            "Demarc: no tag has an empty name, so it is absent; the documentation is silent"),
    NESTED_COUNT_OF_NOTHING(
            Kind.SHORTCOMING,
            "a count inside a count is false where the member has no such array",
            "Demarc: an array that is not there counts 0 (documentation, arrays; regorus's own case "
                    + "count_rules_missing_array)"),
    NAMES_IN_LOWER_CASE(
            Kind.SHORTCOMING,
            "`intersection` compares names of members with regard to case, and those of the resource are in lower case",
            "Demarc: names of properties are compared without regard to case (documentation, policy rule)"),
    PATH_IN_ONE_CASE(
            Kind.SHORTCOMING,
            "an alias whose path the table also has in another case leads nowhere",
            "Demarc: names of properties are compared without regard to case (documentation, policy rule)"),
    ALIAS_OF_ANY_TYPE(
            Kind.SHORTCOMING,
            "an alias is what follows its type: it is found on other types that have an alias of that ending",
            "Demarc: an alias belongs to its type (documentation, aliases)"),
    ALIAS_UNDER_PROPERTIES(
            Kind.SHORTCOMING,
            "an alias whose path leads nowhere is found under `properties` by what follows its type",
            "Demarc: an alias leads along its path in the latest version of the API (documentation, aliases)");

    /** Where a limitation comes from. */
    enum Kind {
        /** The other engine was asked without something that Demarc knows, or knows to be unknown. */
        NOT_TOLD("not told"),
        /** Its outcome does not show whether the rule matched. */
        NOT_SHOWN("not shown"),
        /** The other engine does otherwise. */
        SHORTCOMING("shortcoming");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in a table. */
        String word() {
            return word;
        }
    }

    private final Kind kind;
    private final String says;
    private final String right;

    Limitation(Kind kind, String says, String right) {
        this.kind = kind;
        this.says = says;
        this.right = right;
    }

    /** Where it comes from. */
    Kind kind() {
        return kind;
    }

    /** What it does, in one sentence. */
    String says() {
        return says;
    }

    /** Who is right, and by which source. */
    String right() {
        return right;
    }
}

package dev.demarc.runner.opinion;

/** A way in which the other engine, or the way it was asked, falls short; {@link Reading} can imitate each. */
enum Limitation {
    LISTING_IS_WHOLE(
            "a listing is taken for the whole resource: what it does not show is taken to be absent",
            "Demarc, which says unknown: absence from a listing proves nothing"),
    PARAMETER_WITHOUT_VALUE(
            "a parameter without a value is null, so that comparisons with it are false and negated ones true",
            "Demarc, which says unknown: without the value the definition cannot be assigned (documentation, parameters)"),
    DETAILS_WITHOUT_VALUE(
            "a rule that matches has no outcome where its `details` need a parameter without a value",
            "Demarc: whether a rule matches does not depend on its details"),
    NO_SCOPES(
            "`resourceGroup()` and `subscription()` say nothing; a value made of them has no outcome, and a comparison "
                    + "with them is false, a negated one true",
            "Demarc, which knows the id, and says unknown where the scope was not collected (documentation, policy "
                    + "functions)"),
    NO_REQUEST(
            "`requestContext().apiVersion` is null",
            "Demarc: compliance scans use the latest version of the API (documentation, get compliance data)"),
    NAME_AS_WRITTEN(
            "`name` is what the document says, in some answers `parent/child`",
            "Demarc: `name` is the last name, `fullName` the whole one (documentation, fields)"),
    TYPE_AS_WRITTEN(
            "`type` is what the document says, in some answers that of the parent",
            "Demarc: the id is that of a child, and its type is the child's"),
    NO_CLOCK(
            "`utcNow()` says nothing, with what follows as for `resourceGroup()`",
            "Demarc, which is told the instant (documentation, policy functions)"),
    NAMELESS_TAG_IS_NO(
            "a comparison with the tag of the empty name is false",
            "open: Demarc reads the tag as absent, the definition's defaults mean it to exclude nothing"),
    NESTED_COUNT_OF_NOTHING(
            "a count inside a count is false where the member has no such array",
            "Demarc: an array that is not there counts 0 (documentation, arrays; regorus's own case "
                    + "count_rules_missing_array)"),
    NAMES_IN_LOWER_CASE(
            "`intersection` compares names of members with regard to case, and those of the resource are in lower case",
            "Demarc: names of properties are compared without regard to case (documentation, policy rule)"),
    PATH_IN_ONE_CASE(
            "an alias whose path the table also has in another case leads nowhere",
            "Demarc: names of properties are compared without regard to case (documentation, policy rule)"),
    ALIAS_BY_LAST_PART(
            "an alias is what follows its type: it is found under `properties` by that name where its path leads nowhere, "
                    + "and on other types that have an alias of that ending",
            "Demarc: an alias belongs to its type and leads along its path (documentation, aliases)");

    private final String says;
    private final String right;

    Limitation(String says, String right) {
        this.says = says;
        this.right = right;
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

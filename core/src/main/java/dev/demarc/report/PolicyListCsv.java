package dev.demarc.report;

import java.util.List;

/** Policies of a library as CSV, a row for each definition, initiative and assignment. */
public final class PolicyListCsv {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "name",
            "displayName",
            "category",
            "mode",
            "effects",
            "policyType",
            "version",
            "deprecated",
            "preview",
            "parametersWithoutDefault",
            "policies",
            "scope",
            "target",
            "enforcement",
            "id");

    private PolicyListCsv() {}

    /**
     * Writes a list. Values of a list are separated by blanks; a column that does not apply is empty.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(PolicyListing listing, Appendable out) {
        var csv = new Csv(out, COLUMNS);
        listing.definitions()
                .forEach(one ->
                        csv.row(row("definition", one.about(), one.mode(), String.join(" ", one.effects()), "")));
        listing.initiatives()
                .forEach(one -> csv.row(row("initiative", one.about(), "", "", Integer.toString(one.policies()))));
        listing.assignments()
                .forEach(one -> csv.row(List.of(
                        "assignment",
                        one.name(),
                        one.displayName(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        one.scope(),
                        one.target(),
                        one.enforced() ? "Default" : "DoNotEnforce",
                        one.id())));
    }

    private static List<String> row(
            String kind, PolicyListing.About about, String mode, String effects, String policies) {
        return List.of(
                kind,
                about.name(),
                about.displayName(),
                about.category().orElse(""),
                mode,
                effects,
                about.policyType().orElse(""),
                about.version().orElse(""),
                Boolean.toString(about.deprecated()),
                Boolean.toString(about.preview()),
                String.join(" ", about.required()),
                policies,
                "",
                "",
                "",
                about.id());
    }
}

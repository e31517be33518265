package dev.demarc.report;

import java.util.ArrayList;
import java.util.List;

/** Policies of a library as text: definitions, initiatives and assignments, an entry for each. */
public final class PolicyListText {
    private PolicyListText() {}

    /**
     * Writes a list.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(PolicyListing listing, Screen screen, Appendable out) {
        var page = new Page(out, screen);
        page.print(
                Numbers.counted(listing.definitions().size(), "definition", "definitions") + " · "
                        + Numbers.counted(listing.initiatives().size(), "initiative", "initiatives") + " · "
                        + Numbers.counted(listing.assignments().size(), "assignment", "assignments"),
                Tone.STRONG);
        definitions(page, listing.definitions());
        initiatives(page, listing.initiatives());
        assignments(page, listing.assignments());
    }

    private static void definitions(Page page, List<PolicyListing.Definition> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        page.heading("Definitions");
        if (!page.screen().isWide()) {
            definitions.forEach(one -> {
                var facts = new ArrayList<String>();
                facts.add(effects(one));
                facts.add("mode " + one.mode());
                addFacts(facts, one.about());
                entry(page, one.about(), facts);
            });
            return;
        }
        var table = new Table(page.screen())
                .column("name", Table.Kind.ID)
                .column("title", Table.Kind.PROSE)
                .column("category", Table.Kind.PROSE)
                .column("mode", Table.Kind.PROSE)
                .column("effects", Table.Kind.PROSE)
                .column("type", Table.Kind.WORD)
                .column("version", Table.Kind.PROSE)
                .column("to give", Table.Kind.PROSE);
        definitions.forEach(one -> row(table, one.about(), one.mode(), effects(one)));
        table.print(page, 0);
    }

    private static void row(Table table, PolicyListing.About about, String mode, String effects) {
        Tone tone = about.deprecated() ? Tone.QUIET : Tone.PLAIN;
        table.row(List.of(
                new Table.Cell(about.name(), Tone.STRONG),
                new Table.Cell(about.displayName(), tone),
                new Table.Cell(about.category().orElse("–"), tone),
                new Table.Cell(mode, tone),
                new Table.Cell(effects, tone),
                new Table.Cell(about.policyType().orElse("–"), tone),
                new Table.Cell(about.state(), tone),
                new Table.Cell(String.join(", ", about.required()), tone)));
    }

    private static String effects(PolicyListing.Definition definition) {
        return definition.effects().isEmpty() ? "effect by expression" : String.join(", ", definition.effects());
    }

    private static void addFacts(List<String> facts, PolicyListing.About about) {
        about.category().ifPresent(facts::add);
        about.policyType().ifPresent(facts::add);
        if (!about.state().isEmpty()) {
            facts.add(about.state());
        }
        if (!about.required().isEmpty()) {
            facts.add("to give: " + String.join(", ", about.required()));
        }
    }

    private static void entry(Page page, PolicyListing.About about, List<String> facts) {
        page.print(about.name(), Tone.STRONG);
        page.prose(4, about.displayName());
        page.prose(4, String.join(" · ", facts), Tone.QUIET);
    }

    private static void initiatives(Page page, List<PolicyListing.Group> initiatives) {
        if (initiatives.isEmpty()) {
            return;
        }
        page.heading("Initiatives");
        initiatives.forEach(one -> {
            var facts = new ArrayList<String>();
            facts.add(Numbers.counted(one.policies(), "policy", "policies"));
            addFacts(facts, one.about());
            entry(page, one.about(), facts);
        });
    }

    private static void assignments(Page page, List<PolicyListing.Assigned> assignments) {
        if (assignments.isEmpty()) {
            return;
        }
        page.heading("Assignments");
        for (PolicyListing.Assigned one : assignments) {
            TextLine line = page.line().add(one.name(), Tone.STRONG);
            page.print(one.enforced() ? line : line.add("  not enforced", Tone.WARNING));
            page.prose(4, one.displayName());
            page.labelled(4, "of", 8, one.target(), Tone.QUIET);
            if (!one.found()) {
                page.prose(8, "which was not given, so nothing is judged by it", Tone.WARNING);
            }
            page.labelled(4, "on", 8, one.scope(), Tone.QUIET);
        }
    }
}

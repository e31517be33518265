package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What was not seen, and what was wrong with the documents. */
final class UnseenText {
    /** How many of a group are shown. */
    private static final int EXAMPLES = 3;

    private UnseenText() {}

    static void print(Page page, Report report) {
        gaps(page, report.assessment().gaps());
        diagnostics(page, report.diagnostics());
    }

    private static void gaps(Page page, List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        page.heading("Gaps: " + Numbers.count(gaps.size()) + " not seen, so unknown");
        var kinds = new TreeMap<Gap.Kind, List<Gap>>();
        gaps.forEach(gap ->
                kinds.computeIfAbsent(gap.kind(), kind -> new ArrayList<>()).add(gap));
        kinds.forEach((kind, members) -> {
            page.print(page.line()
                    .add("  " + Numbers.count(members.size()) + " × ")
                    .add(word(kind), Tone.WARNING));
            gapExamples(page, members);
            more(page, members.size() - EXAMPLES);
        });
    }

    /** The first few of a kind; a hint that several in a row share stands once, behind the last of them. */
    private static void gapExamples(Page page, List<Gap> members) {
        int shown = Math.min(EXAMPLES, members.size());
        for (int i = 0; i < shown; i++) {
            Gap gap = members.get(i);
            page.prose(4, gap.says());
            if (i == shown - 1 || !gap.hint().equals(members.get(i + 1).hint())) {
                page.labelled(4, "hint:", 10, gap.hint(), Tone.PLAIN);
            }
        }
    }

    private static void more(Page page, int more) {
        if (more > 0) {
            page.print("    … and " + Numbers.count(more) + " more", Tone.QUIET);
        }
    }

    static String word(Gap.Kind kind) {
        return switch (kind) {
            case UNREAD_PAGE -> "unread page";
            case UNREADABLE -> "unreadable";
            case NOT_COLLECTED -> "not collected";
            case LISTED_ONLY -> "listed only";
            case NO_PERMISSION -> "no permission";
        };
    }

    private static void diagnostics(Page page, List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        page.heading("Diagnostics: " + Numbers.count(diagnostics.size()) + " about the documents read");
        record Code(Diagnostic.Severity severity, String code) {}
        var groups = new TreeMap<Code, List<Diagnostic>>(
                Comparator.comparing(Code::severity).thenComparing(Code::code));
        diagnostics.forEach(
                one -> groups.computeIfAbsent(new Code(one.severity(), one.code()), code -> new ArrayList<>())
                        .add(one));
        groups.forEach((code, members) -> {
            page.print(page.line()
                    .add("  " + Numbers.count(members.size()) + " × ")
                    .add(word(code.severity()), tone(code.severity()))
                    .add(" " + code.code()));
            examples(page, members);
            more(page, members.size() - EXAMPLES);
        });
    }

    /** The first few; a message or hint that several in a row share stands once. */
    private static void examples(Page page, List<Diagnostic> members) {
        int shown = Math.min(EXAMPLES, members.size());
        for (int i = 0; i < shown; i++) {
            Diagnostic diagnostic = members.get(i);
            if (i == 0 || !diagnostic.message().equals(members.get(i - 1).message())) {
                page.prose(4, diagnostic.message());
            }
            page.labelled(4, "at", 10, diagnostic.place().toString(), Tone.PLAIN);
            if (i == shown - 1 || !isAlike(diagnostic, members.get(i + 1))) {
                page.labelled(4, "hint:", 10, diagnostic.hint(), Tone.PLAIN);
            }
        }
    }

    private static boolean isAlike(Diagnostic one, Diagnostic other) {
        return one.message().equals(other.message()) && one.hint().equals(other.hint());
    }

    static String word(Diagnostic.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static Tone tone(Diagnostic.Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case NOTE -> Tone.PLAIN;
        };
    }
}

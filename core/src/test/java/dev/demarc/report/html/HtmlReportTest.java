package dev.demarc.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.estate.Account;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Score;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String[] HOSTILE = {
        "</script><img src=x onerror=alert(1)>",
        "<!--<script>",
        "\" onmouseover=\"alert(1)",
        "\u202egnp.exe",
        "line\u2028break\u0007",
        "half\ud800",
        "{{style}}",
        "</title></style><svg onload=alert(1)>"
    };

    private static String page(Assessment assessment, Diagnostic... diagnostics) {
        var page = new StringBuilder();
        HtmlReport.write(
                assessment, new Account(1205, 1203, 2, 40), List.of(diagnostics), "exports of <Contoso>", page);
        return page.toString();
    }

    @Test
    void everyResourceFindingAndReasonIsInTheBlocks() {
        Assessment assessment = SampleAssessment.of(3000, 7);
        ReadPage page = ReadPage.of(page(assessment));
        int findings = (int) assessment.findings().count();
        for (String column : List.of("rest", "shared", "type", "owner", "strip", "basis", "findings")) {
            assertThat(page.size("resources", column)).as(column).isEqualTo(3000);
        }
        assertThat(page.size("findings", "verdict")).isEqualTo(findings);
        long pages = page.blocks().keySet().stream()
                .filter(id -> id.startsWith("evidence-"))
                .count();
        int reasons = 0;
        int evidence = 0;
        for (int i = 0; i < pages; i++) {
            reasons += page.size("evidence-" + i, "reason");
            evidence += page.size("evidence-" + i, "says");
        }
        assertThat(pages).isEqualTo((findings + FindingColumns.PAGE - 1) / FindingColumns.PAGE);
        assertThat(reasons).isEqualTo(findings);
        assertThat(evidence)
                .isEqualTo(assessment
                        .findings()
                        .mapToInt(one -> one.finding().judgement().evidence().size())
                        .sum());
        assertThat(page.size("summary", "recommendations"))
                .isEqualTo(assessment.recommendations().size());
        assertThat(page.size("unseen-data", "gaps")).isEqualTo(assessment.gaps().size());
    }

    @Test
    void twentyThousandResourcesStayUnderFiveMegabytes() {
        Assessment assessment = SampleAssessment.of(20_000, 42);
        assertThat(assessment.findings().count()).isGreaterThan(20_000);
        String page = page(assessment);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
        assertThat(ReadPage.of(page).size("resources", "rest")).isEqualTo(20_000);
    }

    @Test
    void theSameValuesGiveTheSameText() {
        assertThat(page(SampleAssessment.of(300, 5))).isEqualTo(page(SampleAssessment.of(300, 5)));
    }

    @Test
    void nothingIsAskedOfAnyNetwork() {
        String page = page(SampleAssessment.of(300, 5));
        ReadPage read = ReadPage.of(page);
        assertThat(read.markup() + read.style() + read.script().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainPattern("(?i)https?:|@import|\\bfetch\\(|XMLHttpRequest|WebSocket|sendBeacon|import\\(");
        assertThat(Pattern.compile("(?:src|href|action|poster|data)=\"([^\"]*)\"")
                        .matcher(read.markup())
                        .results())
                .allSatisfy(link -> assertThat(link.group(1)).startsWith("#"));
        assertThat(Pattern.compile("url\\(([^)]*)\\)").matcher(read.style()).results())
                .allSatisfy(link -> assertThat(link.group(1)).startsWith("#"));
    }

    @Test
    void thePolicyAllowsThisScriptAndThisStyleOnly() throws Exception {
        ReadPage page = ReadPage.of(page(SampleAssessment.of(50, 5, HOSTILE)));
        assertThat(page.policy())
                .isEqualTo("default-src 'none'; script-src '" + hash(page.script())
                        + "'; style-src '" + hash(page.style())
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(page.script())
                .doesNotContain("</script", "<!--", "innerHTML", "insertAdjacentHTML", "document.write", "eval(");
        assertThat(page.markup()).doesNotContainPattern("<[a-z][^>]*\\s(?:style|on[a-z]+)=\"");
        assertThat(Pattern.compile("(?i)<script").matcher(page.markup()).results())
                .hasSize(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void hostileNamesAreTextAndSeen() {
        var diagnostic =
                Diagnostic.error("unreadable-json", "`</script>` stands here", Place.of("<b>.json"), "export it again");
        ReadPage page = ReadPage.of(page(SampleAssessment.of(50, 5, HOSTILE), diagnostic));
        assertThat(page.markup())
                .doesNotContain("<img", "<svg onload", "<!--", "\u202e", "\u2028", "\u0007", "<Contoso>")
                .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")
                .contains("⟨U+202E⟩gnp.exe", "line⟨U+2028⟩break⟨U+0007⟩", "half⟨U+D800⟩", "{{style}}")
                .contains("exports of &lt;Contoso&gt;");
        assertThat(page.blocks().get("summary")).contains("</script><img src=x", "half\\ud800");
    }

    @Test
    void figuresReadWithoutAScript() {
        Assessment assessment = SampleAssessment.of(300, 5);
        String markup = ReadPage.of(page(assessment)).markup();
        var points = assessment.score().points();
        assertThat(markup)
                .contains("<noscript>", "JavaScript is off.")
                .contains(Words.percent(points.percent()), "up to " + Words.percent(points.bestPercent()))
                .contains(Words.percent(assessment.coverage().percent(CellState.VERIFIED)))
                .contains(assessment.recommendations().getFirst().control().title())
                .contains(
                        assessment.edition().title().replace("'", "&#39;"),
                        assessment.catalogue().version(),
                        assessment.profile())
                .contains("unread page: the list of role assignments goes on")
                .contains("Microsoft’s Secure Score")
                .contains(">71.28\u00a0%<", "Defender itself reports 12.90");
    }

    @Test
    void whatIsMissingStandsFirst() {
        String markup = ReadPage.of(page(SampleAssessment.of(300, 5))).markup();
        assertThat(markup)
                .contains(
                        "Incomplete. </strong>2 gaps (1 not collected, 1 unread page); 2 of 1\u202f205 documents refused");
        assertThat(markup.indexOf("id=\"completeness\"")).isLessThan(markup.indexOf("class=\"facts\""));
    }

    @Test
    void anEstateWithNothingInItIsAPageToo() {
        Assessment one = SampleAssessment.of(1, 5);
        var empty = new Assessment(
                one.instant(),
                one.catalogue(),
                one.edition(),
                one.profile(),
                List.of(),
                Coverage.of(List.of(), one.catalogue().layers()),
                Score.of(List.of(), one.catalogue()),
                Optional.empty(),
                List.of(),
                List.of());
        var page = new StringBuilder();
        HtmlReport.write(empty, Account.NONE, List.of(), "nothing", page);
        assertThat(ReadPage.of(page.toString()).markup())
                .contains("Complete. ", "Nothing on your side fails.", "–", "Microsoft&#39;s figure cannot be shown");
    }
}

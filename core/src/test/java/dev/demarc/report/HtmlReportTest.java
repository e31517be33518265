package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import dev.demarc.knowledge.Side;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.posture.CellState;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.report.html.HtmlReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class HtmlReportTest {
    private static final int MANY = 20_000;
    private static final int FIVE_MEGABYTES = 5_000_000;

    private static String page(Report report) {
        return Golden.written(out -> HtmlReport.write(report, out));
    }

    static Stream<Report> reports() {
        return Stream.of(
                Fixture.estate(),
                Fixture.governed(),
                Fixture.empty(),
                Fixture.onlyGaps(),
                Fixture.perfect(),
                Fixture.noneOfYours(),
                Fixture.hostile(),
                Fixture.many(300));
    }

    /** What stands between two texts, both met once after the first. */
    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        assertThat(from).as(start).isGreaterThanOrEqualTo(start.length());
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void aLargeEstateIsASmallFile() {
        Report report = Fixture.many(MANY);
        assertThat(report.assessment().resources()).hasSize(MANY);
        assertThat(report.assessment().findings().count()).isGreaterThan(20_000);
        String page = page(report);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(FIVE_MEGABYTES);
        assertThat(new HtmlBlocks(page).ids())
                .isEqualTo(report.assessment().resources().stream()
                        .map(posture -> posture.resource().id().text())
                        .toList());
    }

    @Test
    void partsStandAsInText() {
        Report report = Fixture.estate();
        String page = page(report);
        String text = Golden.written(out -> AssessmentText.write(report, Screen.plain(160), 4, out));
        for (List<ScorePart> parts : List.of(
                ScorePart.areas(report.assessment()),
                ScorePart.subscriptions(report.assessment()),
                ScorePart.owners(report.assessment()))) {
            List<String> names = parts.stream().map(ScorePart::name).toList();
            assertThat(page)
                    .containsSubsequence(names.stream()
                            .map(name -> "<bdi>" + name + "</bdi>")
                            .toList());
            assertThat(text)
                    .containsSubsequence(
                            names.stream().map(name -> "\n    " + name + " ").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theSameReportGivesTheSamePage(Report report) {
        assertThat(page(report)).isEqualTo(page(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void asksNoNetworkForAnything(Report report) {
        String page = page(report);
        assertThat(page).doesNotContain(" src=", "@import", "<link", "<iframe", "<img", "<base", "<form action");
        assertThat(Pattern.compile("href=\"(?!#)").matcher(page).find()).isFalse();
        assertThat(Pattern.compile("url\\((?!#)").matcher(page).find()).isFalse();
        assertThat(page.replace("'http://www.w3.org/2000/svg'", "")).doesNotContain("http://", "https://");
        assertThat(Pattern.compile("\\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import)\\(")
                        .matcher(page)
                        .find())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void onlyItsOwnScriptAndStyleMayRun(Report report) throws NoSuchAlgorithmException {
        String page = page(report);
        String policy = between(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("script-src '" + hash(between(page, "<script>", "</script>")) + "';")
                .contains("style-src '" + hash(between(page, "<style>", "</style>")) + "';")
                .contains("img-src data:")
                .doesNotContain("unsafe");
        assertThat(page).doesNotContain(" style=", "javascript:");
        assertThat(Pattern.compile("<[^>]* on[a-z]+=")
                        .matcher(between(page, "<body>", "<script>"))
                        .find())
                .isFalse();
        assertThat(page.split("<script", -1)).hasSize(new HtmlBlocks(page).size() + 2);
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void itsScriptMakesNoMarkupOfText() {
        String script = between(page(Fixture.estate()), "<script>", "</script>");
        assertThat(script)
                .contains("createTextNode", "DecompressionStream")
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
    }

    @Test
    void hostileNamesStayNames() {
        Report hostile = Fixture.hostile();
        String bad = "</script><script>alert(1)</script><img src=x onerror='alert(2)'>\u202e\u2028\"&";
        var report = new Report(
                hostile.assessment(), hostile.account(), hostile.diagnostics(), bad, List.of(bad, "--><!--", "]]>"));
        String page = page(report);
        assertThat(page).doesNotContain("<script>alert", "<img", "--><!--", "]]>");
        assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x");
        assertThat(page).contains("\\u202e\\u2028");
        assertThat(page.codePoints().filter(c -> c != '\n' && !Printable.isVisible(c)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theBlocksHoldWhatTheReportHolds(Report report) {
        var blocks = new HtmlBlocks(page(report));
        List<SidedFinding> findings = report.assessment().findings().toList();
        assertThat(blocks.number("summary", "resources"))
                .isEqualTo(report.assessment().resources().size());
        assertThat(blocks.number("summary", "findings")).isEqualTo(findings.size());
        assertThat(Arrays.stream(blocks.column("resources", "findings")).sum()).isEqualTo(findings.size());
        List<String> verdicts = blocks.block("summary").texts("verdicts");
        assertThat(Arrays.stream(blocks.column("findings", "verdict")).mapToObj(verdicts::get))
                .containsExactlyElementsOf(findings.stream()
                        .map(finding -> finding.verdict().word())
                        .toList());
        assertThat(Arrays.stream(blocks.column("findings", "control"))
                        .mapToObj(n -> blocks.block("summary").array("controls").get(n))
                        .map(control -> ((JsonObject) control).text("id").orElseThrow()))
                .containsExactlyElementsOf(
                        findings.stream().map(finding -> finding.control().id()).toList());
        assertThat(blocks.block("summary").array("recommendations").size())
                .isEqualTo(report.assessment().recommendations().size());
        assertThat(blocks.block("unseen-data").array("gaps").size())
                .isEqualTo(report.assessment().gaps().size());
        assertThat(blocks.block("unseen-data").array("diagnostics").size())
                .isEqualTo(report.diagnostics().size());
    }

    @Test
    void policiesAreTold() {
        Report report = Fixture.governed();
        PolicyCompliance compliance = report.assessment().policies().orElseThrow();
        String page = page(report);
        assertThat(between(page, "<section id=\"policies\">", "</section>"))
                .contains("Contoso baseline for the web", "not enforced", "verified", "policies-first");
        assertThat(page).contains("href=\"#policies\"");
        var blocks = new HtmlBlocks(page);
        List<String> words = blocks.block("policies-data").texts("states");
        assertThat(Arrays.stream(blocks.column("policies-data", "state")).mapToObj(words::get))
                .containsExactlyInAnyOrderElementsOf(compliance.states().stream()
                        .map(state -> state.state().word())
                        .filter(word -> !word.equals("compliant"))
                        .toList());
        assertThat(blocks.block("policies-data").array("policies").size())
                .isEqualTo((int) compliance.policies().stream()
                        .filter(one -> one.resources().total() > 0)
                        .count());
        String without = page(Fixture.estate());
        assertThat(without).doesNotContain("#policies\"", "id=\"policies\"", "\"policies-data\"");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theBlocksHoldEveryCellAndPart(Report report) {
        var blocks = new HtmlBlocks(page(report));
        int[] strips = blocks.column("resources", "strip");
        List<String> patterns = blocks.block("summary").texts("strips");
        List<ResourcePosture> resources = report.assessment().resources();
        for (int i = 0; i < strips.length; i++) {
            ResourcePosture posture = resources.get(i);
            var expected = new StringBuilder();
            for (int l = 0; l < posture.states().size(); l++) {
                Side side = posture.demarcation().cells().get(l).side();
                expected.append(side.letter())
                        .append(List.of(CellState.values())
                                .indexOf(posture.states().get(l)));
            }
            assertThat(strips[i] < 0 ? "" : patterns.get(strips[i])).isEqualTo(expected.toString());
        }
        assertThat(blocks.column("resources", "part").length).isEqualTo((int) resources.stream()
                .filter(posture -> posture.demarcation().isPart())
                .count());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void evidenceIsCarriedWhereThereIsSomethingToDo(Report report) {
        List<JsonObject> pages = new HtmlBlocks(page(report)).evidence();
        List<SidedFinding> told = report.assessment()
                .findings()
                .filter(finding -> finding.verdict() != Verdict.COMPLIANT)
                .toList();
        assertThat(pages.stream().flatMap(HtmlReportTest::reasons))
                .containsExactlyElementsOf(told.stream()
                        .map(finding -> finding.finding().judgement().reason())
                        .toList());
        assertThat(pages.stream()
                        .flatMap(page -> page.array("count").stream())
                        .mapToInt(HtmlBlocks::number)
                        .sum())
                .isEqualTo(told.stream()
                        .mapToInt(finding ->
                                finding.finding().judgement().evidence().size())
                        .sum());
    }

    private static Stream<String> reasons(JsonObject page) {
        List<String> texts = page.texts("texts");
        return page.array("reason").stream().map(number -> texts.get(HtmlBlocks.number(number)));
    }

    /** Whatever name does not mean itself to a shell is quoted by the program, never by the page. */
    @Test
    void remediationsThatNeedQuotingAreCarried() {
        assertThat(carried(Fixture.estate())).isEmpty();
        Report hostile = Fixture.hostile();
        List<RemediationText> expected = hostile.assessment()
                .findings()
                .filter(finding -> finding.verdict() == Verdict.NON_COMPLIANT)
                .map(finding -> RemediationText.of(finding.control(), finding.finding()))
                .toList();
        assertThat(carried(hostile))
                .extracting(one -> one.text("cli").orElseThrow())
                .containsExactlyElementsOf(
                        expected.stream().map(RemediationText::cli).toList());
        assertThat(carried(hostile))
                .extracting(one -> one.text("bicep").orElseThrow())
                .containsExactlyElementsOf(
                        expected.stream().map(RemediationText::bicep).toList());
    }

    private static List<JsonObject> carried(Report report) {
        return new HtmlBlocks(page(report))
                .evidence().stream()
                        .map(page -> page.object("remediations"))
                        .flatMap(carried -> carried.names().stream()
                                .map(name -> (JsonObject) Objects.requireNonNull(carried.get(name))))
                        .toList();
    }

    @Test
    void keyFiguresAreReadWithoutAScript() {
        Report report = Fixture.estate();
        String shown = between(page(report), "<body>", "<script");
        var score = report.assessment().score().points();
        assertThat(shown)
                .contains("Incomplete. 6 gaps", "2 refused documents", "never clean")
                .contains(
                        score.percent().orElseThrow() + "%",
                        "up to " + score.bestPercent().orElseThrow() + "%")
                .contains("24 November 2026, 12:00:00 UTC", "2026.11.24-1")
                .contains("Shared responsibility matrix of January 2026", "azure", "export.json");
        report.assessment().recommendations().stream()
                .limit(20)
                .forEach(recommendation -> assertThat(shown)
                        .contains(recommendation.control().title(), "+" + recommendation.gain() + " points"));
        report.assessment()
                .score()
                .byArea()
                .forEach((area, points) -> assertThat(shown).contains(points.current() + " / " + points.max()));
        for (CellState state : CellState.values()) {
            if (state != CellState.NOT_YOURS) {
                assertThat(shown)
                        .contains("<b>" + report.assessment().coverage().count(state) + "</b> " + state.word());
            }
        }
    }

    @Test
    void nothingSeenIsNotComplete() {
        assertThat(page(Fixture.empty())).contains("Nothing seen.").doesNotContain("<strong>Complete.");
        assertThat(page(Fixture.onlyGaps())).contains("Nothing seen.", "6 gaps");
        assertThat(page(Fixture.perfect())).contains("<strong>Complete. </strong>");
    }

    /** Microsoft's figure stands in its own section only. */
    @Test
    void secureScoreStandsApart() {
        String page = page(Fixture.estate());
        String section = between(page, "<section id=\"secure-score\"", "</section>");
        assertThat(section).contains("75.00%", "is in no figure above or below", "Defender itself reports 2.50");
        assertThat(between(page, "<section id=\"score\"", "</section>")).doesNotContain("75.00%");
    }

    /** Contrast by WCAG 2.2 level AA: 4.5 : 1 for text, 3 : 1 for what tells one state from another. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coloursCanBeTold(boolean dark) {
        String style = between(page(Fixture.empty()), "<style>", "</style>");
        String root =
                dark ? between(style, "prefers-color-scheme: dark) {\n  :root {", "}") : between(style, ":root {", "}");
        for (String text : List.of("text", "quiet", "link", "high", "medium", "low")) {
            for (String ground : List.of("page", "ground", "sunk")) {
                assertThat(contrast(root, text, ground))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String banner : List.of("good-ground", "bad-ground")) {
            assertThat(contrast(root, "text", banner)).as(banner).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(root, "link", banner)).as(banner).isGreaterThanOrEqualTo(4.5);
        }
        for (String state : List.of("failing", "unknown", "unwatched", "exempt", "attested", "third", "possible")) {
            assertThat(contrast(root, state + "-mark", state)).as(state).isGreaterThanOrEqualTo(3);
        }
        for (String edge : List.of("edge", "accent", "line")) {
            assertThat(contrast(root, edge, "ground")).as(edge).isGreaterThanOrEqualTo(3);
        }
        assertThat(contrast(root, "line", "microsoft")).isGreaterThanOrEqualTo(3);
    }

    private static double contrast(String root, String one, String other) {
        double a = luminance(root, one) + 0.05;
        double b = luminance(root, other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String root, String name) {
        String hex = between(root, " --" + name + ": #", ";");
        String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        int colour = Integer.parseInt(six, 16);
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 0xff) + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

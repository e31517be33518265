package dev.demarc.policy.regorus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.regorus.YamlCases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Runs the cases of microsoft/regorus that lie beside the project, whatever their files are called. Under the profile
 * {@code regorus} every case agrees; under {@code documented} it agrees or a switch says why not. What still differs
 * stands in {@code docs/semantics/deviations.yaml}, with the source that overrules the case.
 */
class RegorusCasesTest {
    private static final Path ROOT = Path.of(System.getProperty("demarc.root", ".."));
    private static final Path FOLDER = ROOT.resolve("../shared/data/policy/cases/regorus");
    private static final Path DOCS = ROOT.resolve("docs/semantics");

    private static List<Case> cases(Path folder) {
        List<Case> cases = YamlCases.below(folder);
        assertThat(cases).as("cases in " + folder).isNotEmpty();
        return cases;
    }

    private static List<Case> cases() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the public engine's cases are not beside the project");
        return cases(FOLDER);
    }

    private static String name(Case one) {
        return one.file() + " " + one.note();
    }

    private static Map<String, JsonObject> deviations() throws IOException {
        var deviations = new LinkedHashMap<String, JsonObject>();
        ((JsonArray) YamlCases.yaml(Files.readString(DOCS.resolve("deviations.yaml")))).forEach(each -> {
            var deviation = (JsonObject) each;
            deviations.put(
                    deviation.text("file").orElseThrow()
                            + " "
                            + deviation.text("case").orElseThrow(),
                    deviation);
        });
        return deviations;
    }

    private static Stream<DynamicTest> each(Consumer<Running> test) throws IOException {
        Set<String> deviating = deviations().keySet();
        return cases().stream()
                .filter(one -> !deviating.contains(name(one)))
                .map(one -> DynamicTest.dynamicTest(name(one), () -> test.accept(Running.of(one))));
    }

    @TestFactory
    Stream<DynamicTest> agreesAsRegorusReadsThem() throws IOException {
        return each(running ->
                assertThat(running.difference(SemanticsProfile.REGORUS)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> agreesAsDocumentedOrASwitchSaysWhyNot() throws IOException {
        return each(running -> {
            SemanticsProfile profile = SemanticsProfile.DOCUMENTED;
            for (Dispute dispute : Attribution.of(running)) {
                profile = profile.with(dispute, !profile.is(dispute));
            }
            assertThat(running.difference(profile)).isEmpty();
        });
    }

    @Test
    void publishesWhichSwitchEveryCaseHangsOn() throws IOException {
        Set<String> deviating = deviations().keySet();
        var found = new LinkedHashMap<String, String>();
        for (Case one : cases()) {
            String switches = deviating.contains(name(one)) ? "" : switches(one);
            if (!switches.isEmpty()) {
                found.put(one.file() + "\t" + one.note(), switches);
            }
        }
        Path published = DOCS.resolve("regorus-cases.tsv");
        if ("true".equals(System.getProperty("demarc.bless"))) {
            var lines = new ArrayList<String>();
            lines.add("# file\tcase\tswitches that make the documented reading agree");
            found.forEach((one, switches) -> lines.add(one + "\t" + switches));
            Files.write(published, lines);
        }
        var told = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(published)) {
            int tab = line.lastIndexOf('\t');
            if (!line.startsWith("#")) {
                told.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        found.keySet().retainAll(told.keySet());
        assertThat(found).isEqualTo(told);
    }

    private static String switches(Case one) {
        try {
            return Attribution.of(Running.of(one)).stream().map(Dispute::id).collect(Collectors.joining(","));
        } catch (TestAbortedException asksNothing) {
            return "";
        }
    }

    @Test
    void everyDeviationIsOneAndSaysWhatOverrulesTheCase() throws IOException {
        Map<String, JsonObject> deviations = deviations();
        deviations
                .values()
                .forEach(one ->
                        assertThat(one.names()).containsExactlyInAnyOrder("file", "case", "reason", "overruled-by"));
        for (Case one : cases()) {
            if (deviations.containsKey(name(one))) {
                assertThat(Running.of(one).difference(SemanticsProfile.REGORUS))
                        .as(name(one))
                        .isPresent();
            }
        }
    }

    @Test
    void aFolderWithoutCasesFails(@TempDir Path empty) {
        assertThatThrownBy(() -> cases(empty)).isInstanceOf(AssertionError.class);
    }
}

package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** {@code demarc policy test}: what it says of tests that pass, fail and cannot be run, and how it ends. */
class PolicyTestCommandTest {
    private static final String POLICY = """
            {"name": "located", "properties": {"mode": "All",
             "parameters": {"region": {"type": "String", "defaultValue": "westeurope"}},
             "policyRule": {"if": {"field": "location", "notEquals": "[parameters('region')]"},
                            "then": {"effect": "audit"}}}}
            """;
    private static final String RESOURCE =
            "\"resource\": {\"id\": \"/subscriptions/s/resourceGroups/g/providers/X/y/z\", \"location\": \"eastus\"}";

    @TempDir
    Path folder;

    @Test
    void theExamplesPass() {
        Run.Ended ended = Run.demarc("policy", "test", "examples/policies");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("5 passed    examples/policies/tests/require-cost-center.test.json\n")
                .endsWith("\n27 passed\n")
                .doesNotContain("note:");
        assertThat(ended.code()).isEqualTo(ExitCode.DONE.number());
        JsonObject json = Run.demarc("policy", "test", "examples/policies", "--format", "json")
                .json();
        assertThat(json.array("coverage").stream())
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.toString())
                        .doesNotContain("\"compliant\":0")
                        .doesNotContain("\"nonCompliant\":0"));
    }

    @Test
    void theExamplesAreInOrder() {
        Run.Ended ended = Run.demarc("policy", "check", "examples/policies", "--fail-on", "note");
        assertThat(ended.code()).as(ended.out()).isZero();
    }

    @Test
    void aCheckCountsTheFilesGivenAndWhatItDoesNotShow() throws IOException {
        Files.writeString(folder.resolve("located.json"), POLICY);
        Files.writeString(folder.resolve("assigned.json"), """
                {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
                 "type": "Microsoft.Authorization/policyAssignments",
                 "properties": {"policyDefinitionId": "lokated"}}
                """);
        String given = folder.toString();
        Run.Ended ended = Run.demarc("policy", "check", given, "--severity", "warning", "--width", "200");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains(
                        "warning[definition-not-given]: the assignment `a` refers to `lokated`, which was not given\n")
                .contains(" --> " + folder.resolve("assigned.json") + ":3:")
                .contains("did you mean `located`?")
                .contains("\n1 warning, 6 notes in 2 files, 6 of them not shown\n")
                .doesNotContain("note[");
        Run.Ended json = Run.demarc("policy", "check", given, "--severity", "error", "--format", "json");
        assertThat(json.json().object("counts").toString())
                .isEqualTo("{\"errors\":0,\"warnings\":1,\"notes\":6,\"files\":2}");
        assertThat(json.json().array("diagnostics")).isEmpty();
        assertThat(Run.demarc("policy", "check", given, "--severity", "error", "--fail-on", "warning")
                        .code())
                .isEqualTo(ExitCode.OVER_THRESHOLD.number());
        assertThat(Run.demarc("policy", "check", "examples/policies").out()).startsWith("no mistakes found in ");
    }

    @Test
    void otherSemanticsReadFunctionsThatTheDocumentationKeepsFromPolicies() throws IOException {
        tests("a.test.json", "dated", "{\"name\": \"late\", " + RESOURCE + ", \"expect\": \"non-compliant\"}");
        Files.writeString(folder.resolve("dated.json"), """
                {"name": "dated", "properties": {"mode": "All", "policyRule": {
                  "if": {"value": "[dateTimeAdd('2026-01-01T00:00:00Z', 'P1D')]", "greater": "2026-01-01T00:00:00Z"},
                  "then": {"effect": "audit"}}}}
                """);
        assertThat(run().err()).contains("`dateTimeAdd` exists in deployment templates");
        Run.Ended ended = run("--semantics", "regorus");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("1 passed\n");
        assertThat(Run.demarc("policy", "check", folder.toString(), "--semantics", "regorus")
                        .out())
                .doesNotContain("function-not-available");
    }

    @Test
    void aFailureIsToldWithWhatWasExpectedAndWhy() throws IOException {
        tests("a.test.json", "located", "{\"name\": \"elsewhere\", " + RESOURCE + ", \"expect\": \"compliant\"}");
        Run.Ended ended = run();
        assertThat(ended.out()).isEqualTo("""
                0 passed, 1 failed  {folder}/a.test.json
                  failed: elsewhere
                    state     - compliant
                              + non-compliant
                    because   `location` is `eastus`, which does not equal `westeurope`
                    rule      /if asks: does not equal `westeurope`; found "eastus" at /location
                    at        {folder}/a.test.json:2:1 /cases/0

                note: no case expects `non-compliant` of 1 tested definition: located

                0 passed, 1 failed
                """.replace("{folder}", folder.toString()));
        assertThat(ended.code()).isEqualTo(ExitCode.OVER_THRESHOLD.number());
    }

    @Test
    void whatCannotBeRunWeighsMoreThanWhatFails() throws IOException {
        tests(
                "a.test.json",
                "located",
                "{\"name\": \"fails\", " + RESOURCE + ", \"expect\": \"compliant\"}",
                "{\"name\": \"wrong\", " + RESOURCE
                        + ", \"expect\": \"compliant\", \"parameters\": {\"regoin\": \"x\"}}");
        tests("b.test.json", "lokated", "{\"name\": \"lost\", " + RESOURCE + ", \"expect\": \"compliant\"}");
        Run.Ended ended = run();
        assertThat(ended.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(ended.out())
                .contains("0 passed, 1 failed, 1 could not be run  ")
                .contains(
                        "  could not be run: wrong\n    error     the policy has no parameter `regoin` [unknown-parameter]")
                .contains("hint      did you mean `region`?")
                .contains("no definition, initiative or assignment called `lokated` was read [unknown-policy]")
                .endsWith("\n0 passed, 1 failed, 2 could not be run\n");
    }

    @Test
    void aCaseThatCannotBeReadIsNotPassedOver() throws IOException {
        tests(
                "a.test.json",
                "located",
                "{\"name\": \"good\", " + RESOURCE + ", \"expect\": \"non-compliant\"}",
                "{\"name\": \"misspelt\", " + RESOURCE + ", \"expect\": \"non-complaint\"}");
        Run.Ended ended = run();
        assertThat(ended.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(ended.out()).endsWith("\n1 passed; 1 error in what was read\n");
        assertThat(ended.err()).contains("there is no state `non-complaint` [unknown-state]");
    }

    @Test
    void aSuiteWithoutTestsHasNotPassed() throws IOException {
        Files.writeString(folder.resolve("located.json"), POLICY);
        Run.Ended none = run();
        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(none.err()).contains("demarc: there is no test in `" + folder + "`\n");
        Files.writeString(folder.resolve("a.test.json"), "{\"policy\": ");
        Run.Ended unread = run();
        assertThat(unread.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(unread.err()).contains("demarc: no test could be read\n");
        assertThat(run("--junit", folder.resolve("x.xml").toString()).out()).isEmpty();
        assertThat(folder.resolve("x.xml")).doesNotExist();
    }

    @Test
    void aFilterChoosesAndMustFind() throws IOException {
        tests(
                "a.test.json",
                "located",
                "{\"name\": \"one\", " + RESOURCE + ", \"expect\": \"non-compliant\"}",
                "{\"name\": \"two\", " + RESOURCE + ", \"expect\": \"compliant\"}");
        assertThat(run("--filter", "ONE").out()).endsWith("\n1 passed\n").doesNotContain("note:");
        assertThat(run("--filter", "A.TEST").code()).isEqualTo(ExitCode.OVER_THRESHOLD.number());
        Run.Ended none = run("--filter", "three");
        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(none.err()).startsWith("demarc: no case has `three` in its name, file or policy\n");
    }

    @Test
    void wrongArguments() {
        assertThat(Run.demarc("policy", "tets").err())
                .isEqualTo("demarc: there is no verb `tets`\n        did you mean `demarc policy test`?\n");
        assertThat(Run.demarc("policy", "test").code()).isEqualTo(ExitCode.WRONG_USAGE.number());
        for (String option : List.of("--format=csv", "--semantics=exact")) {
            Run.Ended ended = Run.demarc("policy", "test", "examples/policies", option);
            assertThat(ended.code()).as(option).isEqualTo(ExitCode.WRONG_USAGE.number());
            assertThat(ended.out()).isEmpty();
        }
        Run.Ended nowhere = Run.demarc("policy", "test", "examples/policies", "--junit", folder + "/none/x.xml");
        assertThat(nowhere.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(nowhere.err()).contains("/none/x.xml` cannot be written: there is no folder");
    }

    @Test
    void junitSaysTheSameAndIsValid() throws Exception {
        tests(
                "a.test.json",
                "located",
                "{\"name\": \"good\", " + RESOURCE + ", \"expect\": \"non-compliant\"}",
                "{\"name\": \"<b> & \\\"'\\u001b[31m ]]> \\u202e \\ufffe \\n \\ud83d\\ude00\", " + RESOURCE
                        + ", \"expect\": \"compliant\"}",
                "{\"name\": \"wrong\", " + RESOURCE + ", \"expect\": \"unknown\", \"referenceId\": \"none\"}",
                "{\"name\": \"misspelt\", " + RESOURCE + ", \"expect\": \"non-complaint\"}");
        Path file = folder.resolve("results").resolve("junit.xml");
        Files.createDirectory(folder.resolve("results"));
        Run.Ended ended = run("--junit", file.toString());
        assertThat(ended.code()).isEqualTo(ExitCode.FAILED.number());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
        Element suites = parsed(Files.readString(file));
        assertThat(numbers(suites)).containsExactly("4", "1", "2");
        List<Element> each = children(suites, "testsuite");
        assertThat(each)
                .extracting(one -> one.getAttribute("file"))
                .containsOnly(folder.resolve("a.test.json").toString());
        assertThat(numbers(each.getFirst())).containsExactly("3", "1", "1");
        assertThat(numbers(each.getLast())).containsExactly("1", "0", "1");
        assertThat(children(children(each.getFirst(), "properties").getFirst(), "property"))
                .extracting(one -> one.getAttribute("name") + "=" + one.getAttribute("value"))
                .containsExactly("policy=located", "semantics=documented");
        List<Element> cases = children(each.getFirst(), "testcase");
        assertThat(cases).extracting(one -> one.getAttribute("classname")).containsOnly("located");
        assertThat(cases.get(1).getAttribute("name"))
                .isEqualTo("<b> & \"'\\u001b[31m ]]> \\u202e \\ufffe \\u000a \ud83d\ude00");
        Element failure = children(cases.get(1), "failure").getFirst();
        assertThat(failure.getAttribute("message")).isEqualTo("state: expected compliant, got non-compliant");
        assertThat(failure.getTextContent())
                .contains("state\n  - compliant\n  + non-compliant\nbecause `location` is `eastus`");
        Element error = children(cases.get(2), "error").getFirst();
        assertThat(error.getAttribute("type")).isEqualTo("unknown-member");
        Element unread = children(children(each.getLast(), "testcase").getFirst(), "error")
                .getFirst();
        assertThat(unread.getAttribute("type")).isEqualTo("unknown-state");
    }

    @Test
    void everyResultIsTheSameEachTime() {
        String[] command = {"policy", "test", "examples/policies", "--format", "json"};
        assertThat(Run.demarc(command).out()).isEqualTo(Run.demarc(command).out());
    }

    private void tests(String name, String policy, String... cases) throws IOException {
        Files.writeString(folder.resolve("located.json"), POLICY);
        Files.writeString(
                folder.resolve(name),
                "{\"policy\": \"" + policy + "\", \"cases\": [\n" + String.join(",\n", cases) + "]}");
    }

    private Run.Ended run(String... options) {
        var arguments = new ArrayList<>(List.of("policy", "test", folder.toString(), "--width", "200"));
        arguments.addAll(List.of(options));
        return Run.demarc(arguments.toArray(String[]::new));
    }

    private static List<String> numbers(Element element) {
        return Stream.of("tests", "failures", "errors")
                .map(element::getAttribute)
                .toList();
    }

    private static List<Element> children(Element of, String name) {
        return IntStream.range(0, of.getChildNodes().getLength())
                .mapToObj(of.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(one -> one.getTagName().equals(name))
                .toList();
    }

    private static Element parsed(String xml) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Run.resources("junit.xsd").toFile());
        schema.newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}

package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import dev.demarc.check.Subject;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** No bytes that call themselves a policy definition crash the way from the file to the judgement. */
class PolicyFuzzTest {
    private static final EvaluationContext DOCUMENTED = World.context(JsonObject.empty());
    private static final List<EvaluationContext> CONTEXTS =
            List.of(DOCUMENTED, DOCUMENTED.with(SemanticsProfile.REGORUS));
    private static final List<Subject> SUBJECTS = FuzzedWorld.subjects();

    @FuzzTest(lifecycle = Lifecycle.PER_TEST)
    @DictionaryFile(resourcePath = "policy.dict")
    void definition(byte[] bytes) {
        var problems = new ArrayList<Diagnostic>();
        var read = LocatedJson.read(new ByteArrayInputStream(bytes), "fuzzed.json", problems::add);
        assertThat(read.isEmpty()).isEqualTo(!problems.isEmpty());
        read.ifPresent(PolicyFuzzTest::judge);
    }

    private static void judge(LocatedJson document) {
        Parsed<PolicyDefinition> parsed = PolicyParser.definition(document.value(), document.places());
        assertThat(parsed.value().isEmpty()).isEqualTo(!parsed.errors().isEmpty());
        parsed.value().ifPresent(definition -> {
            for (EvaluationContext context : CONTEXTS) {
                PolicyCheck.of(definition, Map.of(), document.places(), World.PROVIDERS, context)
                        .value()
                        .ifPresent(check -> SUBJECTS.forEach(subject -> judge(check, subject)));
            }
        });
    }

    private static void judge(PolicyCheck check, Subject subject) {
        var judgement = check.judge(subject);
        assertThat(judgement.reason()).isNotBlank();
        assertThat(check.explain(subject).judgement()).isEqualTo(judgement);
    }
}

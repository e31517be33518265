package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds of every condition and every resource. */
class PolicyLawsTest {
    private static final int CONDITIONS = 10_000;
    private static final int RESOURCES = 10;

    @Test
    void everyConditionHasAnAnswerForEveryResourceAndTheSameOneTwice() {
        int[] answers = new int[3];
        each(1, CONDITIONS, (written, resource) -> {
            Subject subject = World.subject(resource, JsonArray.of());
            PolicyCondition condition = read(written).orElseThrow();
            Explanation first = condition.explain(subject);
            assertThat(condition.explain(subject)).isEqualTo(first);
            assertThat(condition.evidence(subject)).hasSizeLessThanOrEqualTo(20);
            assertThat(first.words()).isNotBlank();
            answers[first.truth().holds() ? 0 : first.truth().fails() ? 1 : 2]++;
        });
        assertThat(Arrays.stream(answers).min().orElse(0))
                .as("true, false or undecided, the rarest")
                .isGreaterThan(10_000);
    }

    @Test
    void anExplanationIsTrueForTheReasonsItGives() {
        each(2, CONDITIONS / 5, (written, resource) -> {
            Subject subject = World.subject(resource, JsonArray.of());
            assertAdds(read(written).orElseThrow().explain(subject));
        });
    }

    private static void assertAdds(Explanation explanation) {
        if (explanation instanceof Explanation.Group group) {
            List<Truth> parts = group.parts().stream().map(Explanation::truth).toList();
            Truth together = switch (group.condition()) {
                case Condition.AllOf all -> Truth.all(parts);
                case Condition.AnyOf any -> Truth.any(parts);
                case Condition.Not not -> parts.getFirst().negated();
                case Condition.Comparison comparison -> throw new AssertionError("a comparison is no group");
            };
            assertThat(group.truth()).isEqualTo(together);
            group.parts().forEach(PolicyLawsTest::assertAdds);
        }
    }

    @Test
    void notNotChangesNothing() {
        each(
                3,
                CONDITIONS / 5,
                (written, resource) ->
                        assertThat(truth(not(not(written)), resource)).isEqualTo(truth(written, resource)));
    }

    @Test
    void notAllIsAnyNot() {
        each(4, CONDITIONS / 5, (written, resource) -> {
            JsonObject other = JsonObject.builder()
                    .put("field", "kind")
                    .put("exists", true)
                    .build();
            JsonObject notAll = not(group("allOf", List.of(written, other)));
            JsonObject anyNot = group("anyOf", List.of(not(written), not(other)));
            assertThat(truth(notAll, resource)).isEqualTo(truth(anyNot, resource));
        });
    }

    @Test
    void theOrderOfConditionsDoesNotMatter() {
        var shuffle = new Random(5);
        each(5, CONDITIONS / 5, (written, resource) -> {
            JsonObject mixed = (JsonObject) shuffled(written, shuffle);
            assertThat(kind(truth(mixed, resource))).isEqualTo(kind(truth(written, resource)));
        });
    }

    @Test
    void whatIsLeftOutOfAListingNeverDecides() {
        each(6, CONDITIONS, (written, resource) -> {
            var listed = JsonObject.builder().put("detail", "listed");
            resource.forEach((name, value) -> {
                if (!name.equals("properties") && !name.equals("displayName")) {
                    listed.put(name, value);
                }
            });
            Truth seen = truth(written, listed.build());
            assertThat(seen instanceof Truth.Undecided || seen.equals(truth(written, resource)))
                    .as(written + " on " + resource)
                    .isTrue();
        });
    }

    @Test
    void aCheckJudgesAsItsConditionSays() {
        each(7, CONDITIONS / 5, (written, resource) -> {
            JsonObject rule = JsonObject.builder()
                    .put("if", written)
                    .put("then", JsonObject.builder().put("effect", "audit").build())
                    .build();
            var check = PolicyCheck.parse(
                            "law",
                            rule,
                            JsonObject.empty(),
                            Optional.empty(),
                            Places.unknownLines("law"),
                            World.PROVIDERS,
                            World.context(JsonObject.empty()))
                    .value()
                    .orElseThrow();
            Subject subject = World.subject(resource, JsonArray.of());
            Judgement judgement = check.judge(subject);
            assertThat(check.explain(subject).judgement()).isEqualTo(judgement);
            assertThat(check.decide(subject)).isEqualTo(judgement.verdict());
            if (judgement.verdict() != Verdict.NOT_APPLICABLE) {
                assertThat(judgement.verdict()).isEqualTo(verdict(truth(written, resource)));
            }
        });
    }

    private static Verdict verdict(Truth truth) {
        return switch (truth) {
            case Truth.Decided decided -> decided.holds() ? Verdict.NON_COMPLIANT : Verdict.COMPLIANT;
            case Truth.Undecided undecided -> undecided.cause() == Truth.Cause.FAILED ? Verdict.ERROR : Verdict.UNKNOWN;
        };
    }

    /** Calls back for so many readable conditions, each with several resources. */
    private static void each(long seed, int conditions, BiConsumer<JsonObject, JsonObject> law) {
        var any = new AnyPolicy(seed);
        int read = 0;
        for (int i = 0; i < conditions; i++) {
            JsonObject condition = any.condition(any.upTo(4));
            if (read(condition).isPresent()) {
                read++;
                for (int j = 0; j < RESOURCES; j++) {
                    law.accept(condition, any.resource());
                }
            }
        }
        assertThat(read).as("conditions that can be read").isGreaterThan(conditions / 2);
    }

    private static Optional<PolicyCondition> read(JsonObject condition) {
        return PolicyCondition.of(
                        condition, Places.unknownLines("law"), World.PROVIDERS, World.context(JsonObject.empty()))
                .value();
    }

    private static Truth truth(JsonObject condition, JsonObject resource) {
        return read(condition).orElseThrow().evaluate(World.subject(resource, JsonArray.of()));
    }

    /** The answer without the sentence, which may name another of several reasons. */
    private static JsonValue kind(Truth truth) {
        return new JsonString(
                switch (truth) {
                    case Truth.Decided decided -> decided.name();
                    case Truth.Undecided undecided -> undecided.cause().name();
                });
    }

    private static JsonObject not(JsonObject condition) {
        return JsonObject.builder().put("not", condition).build();
    }

    private static JsonObject group(String key, List<JsonObject> conditions) {
        return JsonObject.builder().put(key, JsonArray.of(conditions)).build();
    }

    private static JsonValue shuffled(JsonValue value, Random random) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        var mixed = JsonObject.builder();
        object.forEach((name, member) -> {
            boolean list = name.equals("allOf") || name.equals("anyOf");
            if (list && member instanceof JsonArray conditions) {
                var parts = new ArrayList<JsonValue>();
                conditions.forEach(part -> parts.add(shuffled(part, random)));
                Collections.shuffle(parts, random);
                mixed.put(name, JsonArray.of(parts));
            } else {
                mixed.put(name, shuffled(member, random));
            }
        });
        return mixed.build();
    }
}

package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Diagnostic.Severity;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.lint.PolicyReview;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Reviews of policies that others wrote: every published definition passes without an error, and where Azure's own
 * linter finds something in the policies of its tests, a review does.
 */
class PolicyReviewTest {
    /** The codes that look for the same as a rule of Azure's linter, by the class of its tests. */
    private static final Map<String, Set<String>> SAME = Map.ofEntries(
            Map.entry("AllParameterReferencesMustResolve", Set.of("undefined-parameter")),
            Map.entry("BlockingEffectOnRoleAssignments", Set.of("denies-role-assignments")),
            Map.entry("BroadTypeMatchingOperator", Set.of("broad-type")),
            Map.entry("DeeplyNestedFieldAlias", Set.of("alias-far-away")),
            Map.entry("EffectAllowedValuesShouldNotMixIncompatibleEffects", Set.of("mixed-effects")),
            Map.entry("EffectParameterMissingAllowedValues", Set.of("effect-without-choices")),
            Map.entry("EffectParameterMissingDefaultValue", Set.of("effect-without-default")),
            Map.entry("HardCodedPolicyEnforcementEffect", Set.of("fixed-effect")),
            Map.entry("LikeNotLikeWithoutWildcards", Set.of("like-without-wildcard")),
            Map.entry("MatchWithoutWildcards", Set.of("match-without-pattern")),
            Map.entry("NestedSameTypeQuantifiersShouldBeFlattened", Set.of("nested-group")),
            Map.entry(
                    "OrderingOperatorOnIncompatibleFieldType",
                    Set.of("order-of-truth", "order-of-texts", "array-as-one")),
            Map.entry("ParameterMissingDescription", Set.of("parameter-without-description")),
            Map.entry("ParameterMissingDisplayName", Set.of("parameter-without-display-name")),
            Map.entry("PolicyRuleReferencesMultipleResourceTypes", Set.of("several-types")),
            Map.entry("RequestContextIdentityIsEnforcementOnly", Set.of("only-at-requests")),
            Map.entry("SimplifyMultipleEqualsToIn", Set.of("use-list")),
            Map.entry("SimplifyMultipleNotEqualsToNotIn", Set.of("use-list")),
            Map.entry("TryGetUseWithNullCoercingOperator", Set.of("missing-as-empty")),
            Map.entry("TypeConditionFirstInAllOf", Set.of("type-not-first")),
            Map.entry("UnguardedRequestContextIdentityAccess", Set.of("claim-may-be-missing")),
            Map.entry("UnguardedTryGetOperatorValue", Set.of("nothing-on-the-right")),
            Map.entry("UnnecessaryQuantifierWrapper", Set.of("single-part")));

    /** Tests of Azure's linter in which a review differs, and why. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "EffectAllowedValuesShouldNotMixIncompatibleEffects_MixManualAndAuditOrDeny",
            "stands for several effects, here the word OTHER_EFFECT, which is an unknown-effect",
            "OrderingOperatorOnIncompatibleFieldType_BooleanField_ShouldFire",
            "the table of aliases has no types of values",
            "OrderingOperatorOnIncompatibleFieldType_MixedStringAndNumericFieldAgainstString_ShouldFireForLatestNumericType",
            "the table of aliases has no types of values",
            "OrderingOperatorOnIncompatibleFieldType_NumericFieldAgainstDateString_ShouldFire",
            "the table of aliases has no types of values",
            "OrderingOperatorOnIncompatibleFieldType_NumericFieldAgainstNonDateString_ShouldFire",
            "the table of aliases has no types of values",
            "OrderingOperatorOnIncompatibleFieldType_ObjectField_ShouldFire",
            "the table of aliases has no types of values",
            "OrderingOperatorOnIncompatibleFieldType_StringFieldAgainstNumber_ShouldFire",
            "the table of aliases has no types of values");

    @Test
    void publishedDefinitionsHaveFewWarnings() {
        Providers providers = providers();
        var warnings = new TreeMap<String, Integer>();
        var errors = new ArrayList<Diagnostic>();
        for (String line : SharedData.lines(shared("policy/definitions.jsonl.gz"))) {
            for (Diagnostic one : PolicyReview.of(SharedData.located(line), providers, SemanticsProfile.DOCUMENTED)) {
                if (one.severity() == Severity.WARNING) {
                    warnings.merge(one.code(), 1, Integer::sum);
                } else if (one.severity() == Severity.ERROR) {
                    errors.add(one);
                }
            }
        }
        assertThat(errors).isEmpty();
        assertThat(warnings)
                .isEqualTo(Map.of(
                        "alias-of-other-type", 8,
                        "claim-may-be-missing", 4,
                        "constant-condition", 1,
                        "details-unused", 1,
                        "field-of-related", 2,
                        "like-without-wildcard", 50,
                        "literal-wildcard", 8,
                        "match-without-pattern", 1,
                        "repeated-condition", 1,
                        "unused-parameter", 15));
    }

    @Test
    void findsWhatAzuresLinterFinds() throws IOException {
        Providers providers = providers();
        String text = Files.readString(shared("policy/cases/linter/inline-policies.json"));
        var differences = new TreeSet<String>();
        int compared = 0;
        for (JsonValue each : (JsonArray) SharedData.json(text)) {
            JsonObject given = (JsonObject) each;
            Set<String> codes = SAME.get(given.text("file").orElse("").replace("Tests.cs", ""));
            Optional<LocatedJson> policy = policy(given);
            if (codes == null || policy.isEmpty() || !(given.get("expectedFindings") instanceof JsonNumber wanted)) {
                continue;
            }
            compared++;
            List<String> found = PolicyReview.of(policy.get(), providers, SemanticsProfile.DOCUMENTED).stream()
                    .map(Diagnostic::code)
                    .filter(codes::contains)
                    .toList();
            if (found.isEmpty() != wanted.toString().equals("0")) {
                differences.add(given.text("test").orElse("").replace("RuleTests_", ""));
            }
        }
        assertThat(compared).isGreaterThan(200);
        assertThat(differences).isEqualTo(DIFFERENT.keySet());
    }

    /** The policy of a test; those written as texts are read with double quotes, where that makes them JSON. */
    private static Optional<LocatedJson> policy(JsonObject given) {
        String text = given.get("policy") instanceof JsonString written
                ? written.value().replace('\'', '"')
                : given.object("policy").toString();
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return LocatedJson.read(in, "policy", problem -> {});
    }

    private static Providers providers() {
        return new Providers(
                SharedData.aliases(shared("policy/aliases.tsv.gz")),
                SharedData.tagSupport(shared("policy/tag-support.csv")),
                PolicyTypes.NONE);
    }

    private static Path shared(String name) {
        Optional<Path> file = SharedData.file(name);
        assumeTrue(file.isPresent(), "skipped: the published definitions are not beside the project");
        return file.orElseThrow();
    }
}

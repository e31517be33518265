package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Functions;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operator, function, effect and diagnostic code occurs in at least one case. */
class CasesCoverTheLanguageTest {
    private static final Pattern CALL = Pattern.compile("([a-z][a-zA-Z0-9]*)\\s*\\(");
    private static final Pattern CODE =
            Pattern.compile("(?:problems\\.|Diagnostic\\.|[ .])(?:error|warning|note|Problem)\\(\\s*\"([a-z0-9-]+)\"");

    @Test
    void everyOperator() {
        var met = new TreeSet<String>();
        ConditionCasesTest.rows().forEach(row -> names(row.given(), met));
        var wanted = new TreeSet<String>();
        Operator.keys().forEach(key -> wanted.add(key.toLowerCase(Locale.ROOT)));
        assertThat(met).containsAll(wanted);
    }

    @Test
    void everyFunction() {
        var met = new TreeSet<String>();
        FunctionCasesTest.rows().forEach(row -> calls(row.expected(), met));
        ConditionCasesTest.rows().forEach(row -> calls(row.given(), met));
        assertThat(met).containsAll(Functions.names());
    }

    @Test
    void everyEffect() {
        var met = new TreeSet<String>();
        CheckCasesTest.rows()
                .forEach(row -> row.given()
                        .object("rule")
                        .object("then")
                        .text("effect")
                        .flatMap(Effect::of)
                        .ifPresent(effect -> met.add(effect.word())));
        assertThat(met).containsAll(Effect.words());
    }

    @Test
    void everyDiagnosticCode() throws IOException {
        var met = new TreeSet<String>();
        DiagnosticCasesTest.rows()
                .forEach(row -> row.expected()
                        .array("diagnostics")
                        .forEach(one -> met.add(((JsonObject) one).text("code").orElse(""))));
        Set<String> written = codes();
        assertThat(written).hasSizeGreaterThan(30);
        assertThat(met).isEqualTo(written);
    }

    /** The codes in the source of the room, as they are handed to whatever makes a diagnostic of them. */
    private static Set<String> codes() throws IOException {
        Path room = Path.of(System.getProperty("demarc.root", ".."), "core/src/main/java/dev/demarc/policy");
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        return codes;
    }

    private static void names(JsonValue value, Set<String> met) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                met.add(name.toLowerCase(Locale.ROOT));
                names(member, met);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> names(item, met));
        }
    }

    private static void calls(JsonValue value, Set<String> met) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> calls(member, met));
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> calls(item, met));
        } else if (value instanceof JsonString text) {
            CALL.matcher(text.value()).results().forEach(call -> met.add(call.group(1)));
        }
    }
}

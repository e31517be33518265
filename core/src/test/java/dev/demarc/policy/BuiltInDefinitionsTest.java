package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every published definition can be read and made ready to judge. */
class BuiltInDefinitionsTest {

    @Test
    void everyDefinitionIsReadAndBoundWithoutAnError() {
        Optional<Path> definitions = SharedData.file("policy/definitions.jsonl.gz");
        Optional<Path> table = SharedData.file("policy/aliases.tsv.gz");
        assumeTrue(
                definitions.isPresent() && table.isPresent(),
                "skipped: the published definitions are not beside the project");
        var providers = new Providers(SharedData.aliases(table.orElseThrow()), TagSupport.NONE);
        var errors = new ArrayList<Diagnostic>();
        int ready = 0;
        for (String line : SharedData.lines(definitions.orElseThrow())) {
            Places places = Places.unknownLines(line.substring(0, 120));
            var parsed = PolicyParser.definition(SharedData.json(line), places);
            errors.addAll(parsed.errors());
            PolicyDefinition definition = parsed.value().orElseThrow();
            var check = PolicyCheck.of(
                    definition,
                    withoutDefault(definition.parameters()),
                    places,
                    providers,
                    World.context(JsonObject.empty()));
            errors.addAll(check.errors());
            assertThat(check.value().flatMap(PolicyCheck::effect))
                    .as(definition.name() + " " + check.errors())
                    .isPresent();
            ready++;
        }
        assertThat(errors).isEmpty();
        assertThat(ready).isEqualTo(3601);
    }

    /** A value for each parameter that whoever assigns the definition has to give. */
    static Map<String, JsonValue> withoutDefault(List<Parameter> parameters) {
        var values = new HashMap<String, JsonValue>();
        for (Parameter parameter : parameters) {
            if (parameter.defaultValue().isEmpty()) {
                values.put(parameter.name(), any(parameter));
            }
        }
        return values;
    }

    private static JsonValue any(Parameter parameter) {
        Optional<JsonValue> allowed = parameter.allowedValues().stream().findFirst();
        return parameter.type() == Parameter.Type.ARRAY
                ? JsonArray.of(allowed.orElse(new JsonString("x")))
                : allowed.orElseGet(() -> any(parameter.type()));
    }

    private static JsonValue any(Parameter.Type type) {
        return switch (type) {
            case STRING -> new JsonString("x");
            case DATE_TIME -> new JsonString("2026-01-01T00:00:00Z");
            case ARRAY -> JsonArray.of();
            case OBJECT -> JsonObject.empty();
            case BOOLEAN -> JsonBoolean.TRUE;
            case INTEGER, FLOAT -> JsonNumber.of(1);
        };
    }
}

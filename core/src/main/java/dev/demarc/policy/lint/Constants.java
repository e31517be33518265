package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.ExpressionParser;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule writes out, told from what it computes. Texts are folded to lower case, as conditions compare them. */
final class Constants {
    private Constants() {}

    /** The value, where it is written out and no expression that could not be read. */
    static Optional<JsonValue> value(Template template) {
        if (!(template instanceof Template.Constant(JsonValue value))) {
            return Optional.empty();
        }
        boolean unread = value instanceof JsonString text && ExpressionParser.isExpression(text.value());
        return unread ? Optional.empty() : Optional.of(value);
    }

    /** The text of a written-out text. */
    static Optional<String> text(Template template) {
        return value(template)
                .flatMap(value ->
                        value instanceof JsonString text ? Optional.of(text.value()) : Optional.<String>empty());
    }

    /** The field that a comparison names, folded; empty when it names none or computes it. */
    static Optional<String> field(Condition.Comparison comparison) {
        return comparison.left() instanceof Left.Field(Template name)
                ? text(name).map(Constants::folded)
                : Optional.empty();
    }

    /** A text, number or boolean as conditions compare it; empty for anything else. */
    static Optional<String> compared(JsonValue value) {
        return switch (value) {
            case JsonString text -> Optional.of(folded(text.value()));
            case JsonNumber number -> Optional.of(number.toString());
            case JsonBoolean truth -> Optional.of(truth.toString());
            default -> Optional.empty();
        };
    }

    /** The texts that an equality or membership compares with; empty when any is computed. */
    static Optional<List<String>> choices(Template right) {
        Optional<JsonValue> value = value(right);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var choices = new ArrayList<String>();
        List<JsonValue> values = value.get() instanceof JsonArray array ? array.values() : List.of(value.get());
        for (JsonValue one : values) {
            Optional<String> text = compared(one);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            choices.add(text.get());
        }
        return Optional.of(choices);
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

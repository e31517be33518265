package dev.demarc.policy.syntax;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.ExpressionParser;
import java.util.List;

/** Checks members of details that take one of a few words. */
final class Words {
    private Words() {}

    /** Notes a member that is there and is none of the words, nor an expression; case does not matter. */
    static void check(Problems problems, JsonObject object, String key, List<String> words, JsonPointer at) {
        JsonValue value = object.getIgnoreCase(key);
        JsonPointer inside = Problems.child(object, key, at);
        if (value == null) {
            return;
        }
        if (!(value instanceof JsonString text)) {
            problems.wrongType(key, "a text", value, inside);
            return;
        }
        boolean known =
                ExpressionParser.isExpression(text.value()) || words.stream().anyMatch(text.value()::equalsIgnoreCase);
        if (!known) {
            problems.error(
                    "unknown-word",
                    "`" + key + "` is not `" + text.value() + "`",
                    inside,
                    Problems.didYouMean(text.value(), words));
        }
    }
}

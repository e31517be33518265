package dev.demarc.policy.lint;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.expression.Token;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.List;

/** Collects what is said about one document, and finds where the parts of its conditions stand. */
final class Remarks {
    private final LocatedJson document;
    private final List<Diagnostic> made = new ArrayList<>();

    Remarks(LocatedJson document) {
        this.document = document;
    }

    List<Diagnostic> made() {
        return List.copyOf(made);
    }

    void warning(String code, String message, Place place, String hint) {
        made.add(Diagnostic.warning(code, message, place, hint));
    }

    void note(String code, String message, Place place, String hint) {
        made.add(Diagnostic.note(code, message, place, hint));
    }

    Place of(JsonPointer at) {
        return document.places().of(at);
    }

    Place name(JsonPointer at) {
        return document.places().name(at);
    }

    /** What is written at a pointer; JSON's null where nothing is. */
    JsonValue value(JsonPointer at) {
        return at.in(document.value()).orElse(JsonNull.NULL);
    }

    /** The pointer to what a comparison looks at: a field's or count's name, or a value. */
    JsonPointer leftPointer(Condition.Comparison comparison) {
        JsonPointer at = comparison.place().pointer();
        return switch (comparison.left()) {
            case Left.Field field -> child(at, "field");
            case Left.Value value -> child(at, "value");
            case Left.FieldCount count -> child(child(at, "count"), "field");
            case Left.ValueCount count -> child(child(at, "count"), "value");
        };
    }

    /** The pointer to what a comparison compares with. */
    JsonPointer rightPointer(Condition.Comparison comparison) {
        JsonPointer at = comparison.place().pointer();
        return written(at).names().stream()
                .filter(name -> Operator.of(name).isPresent())
                .findFirst()
                .map(at::child)
                .orElse(at);
    }

    Place left(Condition.Comparison comparison) {
        return of(leftPointer(comparison));
    }

    Place right(Condition.Comparison comparison) {
        return of(rightPointer(comparison));
    }

    Place operator(Condition.Comparison comparison) {
        return name(rightPointer(comparison));
    }

    /** Where a condition shows best: the word of a group, the left side of a comparison. */
    Place shown(Condition condition) {
        JsonPointer at = condition.place().pointer();
        return switch (condition) {
            case Condition.AllOf all -> name(child(at, "allOf"));
            case Condition.AnyOf any -> name(child(at, "anyOf"));
            case Condition.Not not -> name(child(at, "not"));
            case Condition.Comparison comparison -> left(comparison);
        };
    }

    /** A node of an expression that stands as a text at a pointer. */
    Place node(Template.Computed text, Expression node, JsonPointer at) {
        int from = node instanceof Expression.Member ? node.character() + 1 : node.character();
        return document.places().inside(at, from, Token.at(text.source(), from).length());
    }

    private JsonObject written(JsonPointer at) {
        return at.in(document.value()).orElse(JsonObject.empty()) instanceof JsonObject object
                ? object
                : JsonObject.empty();
    }

    /** The pointer to a member by its name without regard to case. */
    JsonPointer child(JsonPointer at, String key) {
        return at.child(written(at).names().stream()
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .orElse(key));
    }
}

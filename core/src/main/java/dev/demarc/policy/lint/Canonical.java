package dev.demarc.policy.lint;

import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.Locale;
import java.util.Optional;

/** Conditions as texts that are the same when the conditions mean the same by their form; case does not matter. */
final class Canonical {
    private Canonical() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all ->
                "all" + all.parts().stream().map(Canonical::of).sorted().toList();
            case Condition.AnyOf any ->
                "any" + any.parts().stream().map(Canonical::of).sorted().toList();
            case Condition.Not not -> "not(" + of(not.part()) + ")";
            case Condition.Comparison comparison ->
                left(comparison.left()) + " " + comparison.operator().key() + " " + template(comparison.right());
        };
    }

    private static String left(Left left) {
        return switch (left) {
            case Left.Field field -> "field " + template(field.name());
            case Left.Value value -> "value " + template(value.value());
            case Left.FieldCount count -> "count " + template(count.alias()) + where(count.where());
            case Left.ValueCount count ->
                "count " + template(count.items()) + " " + count.name().toLowerCase(Locale.ROOT) + where(count.where());
        };
    }

    private static String where(Optional<Condition> where) {
        return where.map(condition -> " where(" + of(condition) + ")").orElse("");
    }

    private static String template(Template template) {
        String text = switch (template) {
            case Template.Constant constant -> constant.value().toString();
            case Template.Computed computed -> computed.source();
            case Template.Items items ->
                items.items().stream().map(Canonical::template).toList().toString();
            case Template.Members members ->
                members.members().stream()
                        .map(member -> member.name() + ":" + template(member.value()))
                        .toList()
                        .toString();
        };
        return text.toLowerCase(Locale.ROOT);
    }
}

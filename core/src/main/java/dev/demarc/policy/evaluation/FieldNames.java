package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonString;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of fields that a rule writes out, each with the condition that names it first. */
public final class FieldNames {
    private final Map<String, Place> found = new LinkedHashMap<>();

    /** The names in these conditions and templates. */
    public static Map<String, Place> in(Iterable<Condition> conditions) {
        var names = new FieldNames();
        conditions.forEach(condition -> condition.forEachComparison(names::add));
        return names.found;
    }

    private void add(Condition.Comparison comparison) {
        Place place = comparison.place();
        switch (comparison.left()) {
            case Left.Field field -> name(field.name(), place);
            case Left.FieldCount count -> name(count.alias(), place);
            case Left.Value value -> calls(value.value(), place);
            case Left.ValueCount count -> calls(count.items(), place);
        }
        calls(comparison.right(), place);
    }

    private void name(Template template, Place place) {
        if (template instanceof Template.Constant(JsonString name)) {
            found.putIfAbsent(name.value(), place);
        }
        calls(template, place);
    }

    private void calls(Template template, Place place) {
        template.any(node -> {
            if (node instanceof Expression.Call(Function.Contextual function, var arguments, int at)
                    && !arguments.isEmpty()
                    && arguments.getFirst() instanceof Expression.Literal(JsonString name, int c)
                    && (function.context() == Context.FIELD
                            || (function.context() == Context.CURRENT
                                    && name.value().indexOf('/') > 0))) {
                found.putIfAbsent(name.value(), place);
            }
            return false;
        });
    }
}

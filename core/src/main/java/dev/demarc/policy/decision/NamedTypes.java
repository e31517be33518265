package dev.demarc.policy.decision;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types that a condition names: where it compares the type, and by aliases that belong to a type. For all others it
 * means the same.
 */
final class NamedTypes {
    private static final Template NO_NAME = new Template.Constant(JsonNull.NULL);

    private final Fields fields;
    private final SemanticsProfile semantics;
    private final Set<ResourceType> types = new TreeSet<>();
    private long size;
    private final List<Condition.Comparison> tests = new ArrayList<>();
    private final List<FieldReference.Property> properties = new ArrayList<>();

    private NamedTypes(Fields fields, SemanticsProfile semantics) {
        this.fields = fields;
        this.semantics = semantics;
    }

    /** The types in a condition. */
    static NamedTypes in(Condition condition, Fields fields, SemanticsProfile semantics) {
        var named = new NamedTypes(fields, semantics);
        condition.forEachComparison(named::add);
        return named;
    }

    private void add(Condition.Comparison comparison) {
        size++;
        Template name = switch (comparison.left()) {
            case Left.Field field -> field.name();
            case Left.FieldCount count -> count.alias();
            case Left.Value value -> NO_NAME;
            case Left.ValueCount count -> NO_NAME;
        };
        if (!(name instanceof Template.Constant(JsonString text))) {
            return;
        }
        switch (fields.reference(text.value())) {
            case FieldReference.Property property -> property(property);
            case FieldReference.Known known -> {
                if (known == FieldReference.Known.TYPE && comparison.left() instanceof Left.Field) {
                    test(comparison);
                }
            }
            case FieldReference.Location location -> {}
            case FieldReference.Tag tag -> {}
        }
    }

    private void test(Condition.Comparison comparison) {
        if (comparison.right() instanceof Template.Constant(JsonValue right)) {
            tests.add(comparison);
            type(right);
            if (right instanceof JsonArray items) {
                items.forEach(this::type);
                size += items.size();
            }
        }
    }

    private void type(JsonValue value) {
        if (value instanceof JsonString text) {
            ResourceType.parse(text.value()).ifPresent(types::add);
        }
    }

    private void property(FieldReference.Property property) {
        properties.add(property);
        types.addAll(property.paths().keySet());
        int slash = property.name().lastIndexOf('/');
        if (slash > 0) {
            ResourceType.parse(property.name().substring(0, slash)).ifPresent(types::add);
        }
    }

    /** What it costs to compile the condition for each type, in comparisons. */
    long cost() {
        return size * types.size();
    }

    /** The types, in name order. */
    Set<ResourceType> types() {
        return types;
    }

    /** What a view of the type decides in the condition; the same for two types for which the condition means the same. */
    List<Object> decidedBy(TypeView view) {
        var decided = new ArrayList<>();
        for (Condition.Comparison test : tests) {
            JsonValue right = ((Template.Constant) test.right()).value();
            decided.add(Optional.ofNullable(view.test(test.operator(), right, semantics)));
        }
        properties.forEach(property -> decided.add(view.path(property)));
        return decided;
    }
}

package dev.demarc.policy.expression;

import dev.demarc.document.JsonValue;
import java.util.List;
import java.util.function.Predicate;

/** A JSON value of a rule in which any text may be an expression. */
public sealed interface Template {

    /** A value without expressions, its escaped brackets already undone. */
    record Constant(JsonValue value) implements Template {}

    /**
     * A text that is an expression.
     *
     * @param source the text as it stands in the rule, brackets and all
     */
    record Computed(String source, Expression expression) implements Template {}

    /** An array that holds an expression somewhere. */
    record Items(List<Template> items) implements Template {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object that holds an expression somewhere. */
    record Members(List<Member> members) implements Template {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** One member of an object. */
    record Member(String name, Template value) {}

    /** Whether any expression inside satisfies a test. */
    default boolean any(Predicate<Expression> test) {
        return switch (this) {
            case Constant constant -> false;
            case Computed computed -> computed.expression().any(test);
            case Items items -> items.items().stream().anyMatch(item -> item.any(test));
            case Members members ->
                members.members().stream().anyMatch(member -> member.value().any(test));
        };
    }
}

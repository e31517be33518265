package dev.demarc.policy.expression;

import dev.demarc.document.JsonValue;
import java.util.List;
import java.util.function.Predicate;

/** A template expression as a tree. Every node knows the character it starts at, from 1, inside its string. */
public sealed interface Expression {

    /** The character of the string that this starts at, from 1. */
    int character();

    /** A number or a text written out. */
    record Literal(JsonValue value, int character) implements Expression {}

    /** A function applied to arguments. */
    record Call(Function function, List<Expression> arguments, int character) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A member of an object by its name: {@code resourceGroup().location}. */
    record Member(Expression of, String name, int character) implements Expression {}

    /** A member of an array or object by a computed position or name: {@code tags['env']}. */
    record Element(Expression of, Expression at, int character) implements Expression {}

    /** The number with its sign turned. */
    record Negative(Expression of, int character) implements Expression {}

    /** Whether this or anything inside it satisfies a test. */
    default boolean any(Predicate<Expression> test) {
        if (test.test(this)) {
            return true;
        }
        return switch (this) {
            case Literal literal -> false;
            case Call call -> call.arguments().stream().anyMatch(argument -> argument.any(test));
            case Member member -> member.of().any(test);
            case Element element -> element.of().any(test) || element.at().any(test);
            case Negative negative -> negative.of().any(test);
        };
    }
}

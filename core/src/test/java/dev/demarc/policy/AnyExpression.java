package dev.demarc.policy;

import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Functions;
import java.util.ArrayList;
import java.util.List;

/** Makes up template expressions: some that make sense, and some of any functions, which mostly fail. */
final class AnyExpression {
    private final Chance chance;
    private final boolean parameters;

    /** @param parameters whether expressions may name those of {@link AnyPolicy#PARAMETERS} */
    AnyExpression(Chance chance, boolean parameters) {
        this.chance = chance;
        this.parameters = parameters;
    }

    /**
     * An expression of at most so many levels.
     *
     * @param counts what {@code current} may name
     */
    String of(int depth, List<String> counts) {
        return chance.onceIn(2) ? sensible(depth, counts) : any(depth, counts);
    }

    private String any(int depth, List<String> counts) {
        int kind = depth <= 0 ? chance.upTo(3) : chance.upTo(8);
        return switch (kind) {
            case 0 -> "'" + chance.text() + "'";
            case 1 -> Integer.toString(chance.upTo(5) - 1);
            case 2 -> look(counts);
            case 3 -> any(depth - 1, counts) + "[" + any(depth - 1, counts) + "]";
            default -> call(Functions.find(chance.one(Functions.names())).orElseThrow(), depth, counts);
        };
    }

    private String call(Function function, int depth, List<String> counts) {
        if (function.name().equals("parameters")) {
            return parameter();
        }
        int most = Math.min(function.most(), function.least() + 2);
        int given = function.least() + chance.upTo(most - function.least() + 1);
        var arguments = new ArrayList<String>();
        for (int i = 0; i < given; i++) {
            arguments.add(of(depth - 1, counts));
        }
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    private String parameter() {
        return parameters
                ? "parameters('" + chance.one(List.of("text", "number", "list", "object", "nothing")) + "')"
                : "null()";
    }

    /** Something about the resource or what is around it. */
    private String look(List<String> counts) {
        if (!counts.isEmpty() && chance.onceIn(2)) {
            String name = chance.one(counts);
            return switch (chance.upTo(4)) {
                case 0 -> "current()";
                case 1 -> "current('" + name + (name.contains("/") ? ".name" : "") + "')";
                default -> "current('" + name + "')";
            };
        }
        return switch (chance.upTo(12)) {
            case 0 -> "resourceGroup()." + chance.one(List.of("location", "name", "id", "tags.env", "nothing"));
            case 1 -> "subscription()" + chance.one(List.of(".subscriptionId", ".tags.env", "", ".displayName"));
            case 2 -> "requestContext()." + chance.one(List.of("apiVersion", "identity"));
            case 3 -> "policy()." + chance.one(List.of("assignmentId", "nothing"));
            case 4 -> "resourceGroup().tags['" + chance.text() + "']";
            default -> "field('" + chance.one(AnyPolicy.FIELDS).replace("'", "''") + "')";
        };
    }

    private String sensible(int depth, List<String> counts) {
        String look = look(counts);
        String text = "'" + chance.text() + "'";
        return switch (chance.upTo(19)) {
            case 0 -> "length(" + look + ")";
            case 1 -> "first(" + look + ")";
            case 2 -> "contains(" + look + ", " + text + ")";
            case 3 -> "equals(" + look + ", " + text + ")";
            case 4 -> "if(contains(" + look + ", " + text + "), " + any(depth - 1, counts) + ", " + look + ")";
            case 5 -> "toLower(" + look + ")";
            case 6 -> "concat(" + look + ", " + text + ")";
            case 7 -> "tryGet(field('tags'), " + text + ")";
            case 8 -> "empty(" + look + ")";
            case 9 -> "or(equals(" + look + ", " + text + "), empty(field('kind')))";
            case 10 -> "createArray(" + look + ", " + text + ", true())";
            case 11 -> parameter();
            case 12 -> "string(" + look + ")";
            case 14 ->
                "ipRangeContains('10.0.0.0/8', '" + chance.one(List.of("10.1.2.3", "::1", "11.0.0.0/8", "a")) + "')";
            case 15 -> "requestContext()[concat('api', field('kind'))]";
            case 13 -> "field(concat('" + AnyPolicy.TYPE + "', 'f'))";
            default -> look;
        };
    }
}

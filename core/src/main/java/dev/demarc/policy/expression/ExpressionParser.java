package dev.demarc.policy.expression;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an expression by recursive descent. The first mistake in the grammar ends it; functions that do not
 * exist and wrong numbers of arguments are collected on the way.
 */
public final class ExpressionParser {
    private static final int DEEPEST = 64;
    private static final int LONGEST = 81_920;

    private final String text;
    private final int end;
    private final boolean deployments;
    private final List<Problem> problems = new ArrayList<>();
    private int at = 1;
    private int depth;

    private ExpressionParser(String text, boolean deployments) {
        this.text = text;
        this.deployments = deployments;
        this.end = text.length() - 1;
    }

    /**
     * What a text was read as.
     *
     * @param expression the tree; empty when there is any problem
     */
    public record Reading(Optional<Expression> expression, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Whether a text is an expression: in brackets, the first of them not doubled. */
    public static boolean isExpression(String text) {
        return text.length() >= 2 && text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
    }

    /** The text that a string which is no expression stands for: a doubled first bracket is one. */
    public static String literal(String text) {
        return text.startsWith("[[") ? text.substring(1) : text;
    }

    /** Reads a text for which {@link #isExpression} holds. */
    public static Reading parse(String text) {
        return parse(text, false);
    }

    /**
     * The same.
     *
     * @param deployments whether the text may call what {@link Functions#findOfDeployments} finds
     */
    public static Reading parse(String text, boolean deployments) {
        if (text.length() > LONGEST) {
            var tooLong = new Problem(
                    "expression-too-long",
                    "an expression has at most " + LONGEST + " characters, this one has " + text.length(),
                    "split the expression over several conditions",
                    1);
            return new Reading(Optional.empty(), List.of(tooLong));
        }
        var parser = new ExpressionParser(text, deployments);
        Expression expression = parser.whole();
        return expression == null || !parser.problems.isEmpty()
                ? new Reading(Optional.empty(), parser.problems)
                : new Reading(Optional.of(expression), List.of());
    }

    private @Nullable Expression whole() {
        Expression expression = expression();
        if (expression == null) {
            return null;
        }
        skipBlanks();
        return at < end ? wrong("`" + text.charAt(at) + "` is not expected") : expression;
    }

    private @Nullable Expression expression() {
        if (++depth > DEEPEST) {
            return tooDeep();
        }
        skipBlanks();
        int start = at;
        Expression expression;
        if (at < end && text.charAt(at) == '-') {
            at++;
            Expression of = expression();
            expression = of == null ? null : new Expression.Negative(of, start + 1);
        } else {
            Expression primary = primary();
            expression = primary == null ? null : accesses(primary);
        }
        depth--;
        return expression;
    }

    private @Nullable Expression tooDeep() {
        problems.add(new Problem(
                "expression-too-deep",
                "expressions nest at most " + DEEPEST + " deep",
                "compute parts of it in conditions of their own",
                at + 1));
        return null;
    }

    private @Nullable Expression primary() {
        if (at >= end) {
            return wrong("an expression is missing");
        }
        char c = text.charAt(at);
        if (c == '\'') {
            return string();
        }
        if (isDigit(c)) {
            return number();
        }
        return isNameStart(c) ? call() : wrong("`" + c + "` does not start an expression");
    }

    private @Nullable Expression accesses(Expression primary) {
        Expression of = primary;
        for (int levels = depth; of != null; levels++) {
            skipBlanks();
            if (at >= end || (text.charAt(at) != '.' && text.charAt(at) != '[')) {
                return of;
            }
            if (levels == DEEPEST) {
                return tooDeep();
            }
            of = text.charAt(at) == '.' ? member(of) : element(of);
        }
        return null;
    }

    private @Nullable Expression member(Expression of) {
        int start = at++;
        skipBlanks();
        String name = name();
        return name.isEmpty()
                ? wrong("a property name is missing after `.`")
                : new Expression.Member(of, name, start + 1);
    }

    private @Nullable Expression element(Expression of) {
        int start = at++;
        Expression index = expression();
        return index != null && expect(']') ? new Expression.Element(of, index, start + 1) : null;
    }

    private @Nullable Expression string() {
        int start = at++;
        var value = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at++);
            if (c != '\'') {
                value.append(c);
            } else if (at < end && text.charAt(at) == '\'') {
                value.append('\'');
                at++;
            } else {
                return new Expression.Literal(new JsonString(value.toString()), start + 1);
            }
        }
        at = start;
        return wrong("a text has no closing `'`");
    }

    private Expression number() {
        int start = at;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            while (at < end && isDigit(text.charAt(at))) {
                at++;
            }
        }
        return new Expression.Literal(new JsonNumber(text.substring(start, at)), start + 1);
    }

    private @Nullable Expression call() {
        int start = at;
        String name = name();
        skipBlanks();
        if (at >= end || text.charAt(at) != '(') {
            at = start;
            return wrong("`" + name + "` is neither a function call nor a text in single quotes");
        }
        at++;
        var arguments = arguments();
        if (arguments == null) {
            return null;
        }
        Optional<Function> function =
                deployments ? Functions.find(name).or(() -> Functions.findOfDeployments(name)) : Functions.find(name);
        if (function.isEmpty()) {
            problems.add(unknown(name, start));
            return new Expression.Literal(new JsonString(name), start + 1);
        }
        checkCount(function.get(), arguments.size(), start);
        return new Expression.Call(function.get(), arguments, start + 1);
    }

    private @Nullable List<Expression> arguments() {
        var arguments = new ArrayList<Expression>();
        skipBlanks();
        if (at < end && text.charAt(at) == ')') {
            at++;
            return arguments;
        }
        while (true) {
            Expression argument = expression();
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
            skipBlanks();
            if (at < end && text.charAt(at) == ',') {
                at++;
            } else {
                return expect(')') ? arguments : null;
            }
        }
    }

    private void checkCount(Function function, int given, int start) {
        if (given >= function.least() && given <= function.most()) {
            return;
        }
        String wanted = function.least() == function.most()
                ? Integer.toString(function.least())
                : function.most() == Function.UNLIMITED
                        ? "at least " + function.least()
                        : function.least() + " to " + function.most();
        problems.add(new Problem(
                "wrong-argument-count",
                "`" + function.name() + "` takes " + wanted
                        + (wanted.endsWith(" 1") || wanted.equals("1") ? " argument, not " : " arguments, not ")
                        + given,
                "give the function the arguments it takes",
                start + 1));
    }

    private static Problem unknown(String name, int start) {
        if (Functions.isTemplateOnly(name)) {
            return new Problem(
                    "function-not-available",
                    "the function `" + name + "` exists in deployment templates, not in policy rules",
                    "use field(), subscription() or resourceGroup() to look at the resource",
                    start + 1);
        }
        String hint = Nearest.to(name, Functions.names())
                .map(near -> "did you mean `" + near + "`?")
                .orElse("use one of the functions of the policy language");
        return new Problem("unknown-function", "there is no function `" + name + "`", hint, start + 1);
    }

    private boolean expect(char wanted) {
        skipBlanks();
        if (at < end && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        wrong("`" + wanted + "` is missing");
        return false;
    }

    private @Nullable Expression wrong(String what) {
        problems.add(new Problem(
                "expression-syntax",
                what,
                "write functions with parentheses and texts in single quotes; start a literal bracket with `[[`",
                at + 1));
        return null;
    }

    private String name() {
        int start = at;
        while (at < end && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}

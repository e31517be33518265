package dev.demarc.policy.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a comparison compares what stands on its left with what stands on its right. */
public enum Operator {
    EQUALS("equals", "equals", Kind.EQUALITY, false),
    NOT_EQUALS("notEquals", "does not equal", Kind.EQUALITY, true),
    LIKE("like", "is like", Kind.LIKE, false),
    NOT_LIKE("notLike", "is not like", Kind.LIKE, true),
    MATCH("match", "matches", Kind.MATCH, false),
    NOT_MATCH("notMatch", "does not match", Kind.MATCH, true),
    MATCH_INSENSITIVELY("matchInsensitively", "matches without regard to case", Kind.MATCH_INSENSITIVELY, false),
    NOT_MATCH_INSENSITIVELY(
            "notMatchInsensitively", "does not match without regard to case", Kind.MATCH_INSENSITIVELY, true),
    CONTAINS("contains", "contains", Kind.CONTAINS, false),
    NOT_CONTAINS("notContains", "does not contain", Kind.CONTAINS, true),
    CONTAINS_KEY("containsKey", "has the key", Kind.CONTAINS_KEY, false),
    NOT_CONTAINS_KEY("notContainsKey", "does not have the key", Kind.CONTAINS_KEY, true),
    IN("in", "is one of", Kind.IN, false),
    NOT_IN("notIn", "is none of", Kind.IN, true),
    LESS("less", "is less than", Kind.ORDER, false),
    LESS_OR_EQUALS("lessOrEquals", "is at most", Kind.ORDER, false),
    GREATER("greater", "is greater than", Kind.ORDER, false),
    GREATER_OR_EQUALS("greaterOrEquals", "is at least", Kind.ORDER, false),
    EXISTS("exists", "exists", Kind.EXISTENCE, false);

    /** Operators that ask the same question, apart from negation. */
    public enum Kind {
        EQUALITY,
        LIKE,
        MATCH,
        MATCH_INSENSITIVELY,
        CONTAINS,
        CONTAINS_KEY,
        IN,
        ORDER,
        EXISTENCE
    }

    private final String key;
    private final String words;
    private final Kind kind;
    private final boolean negated;

    Operator(String key, String words, Kind kind, boolean negated) {
        this.key = key;
        this.words = words;
        this.kind = kind;
        this.negated = negated;
    }

    /** The key in a condition, as Microsoft writes it. */
    public String key() {
        return key;
    }

    /** The operator between what is compared, in words. */
    public String words() {
        return words;
    }

    /** The question, apart from negation. */
    public Kind kind() {
        return kind;
    }

    /** Whether this asks for the opposite of its kind. */
    public boolean negated() {
        return negated;
    }

    /** The operator of this key, without regard to case; empty when there is none. */
    public static Optional<Operator> of(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key.equalsIgnoreCase(key))
                .findFirst();
    }

    /** The keys of all operators. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Operator::key).toList();
    }
}

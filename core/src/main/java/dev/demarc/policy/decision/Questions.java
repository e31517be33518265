package dev.demarc.policy.decision;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.policy.evaluation.Comparing;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes questions of operators with right sides that are known: what the operator, the right side and the semantics
 * profile decide is decided here. What is rare, and every failure, is left to {@link Comparing}.
 */
final class Questions {
    /** Up to so many values are compared one by one. */
    private static final int FEW = 4;

    /** Numbers of so many digits are sure to fit. */
    private static final int MOST_DIGITS = 9;

    /** Texts of so many characters are looked for one place after the other. */
    private static final int SHORT = 64;

    private final SemanticsProfile semantics;
    private final Comparing comparing;
    private final boolean foldsSharpS;

    Questions(SemanticsProfile semantics) {
        this.semantics = semantics;
        this.foldsSharpS = semantics.foldsSharpS();
        this.comparing = new Comparing(semantics);
    }

    /** The operators in general. */
    Comparing comparing() {
        return comparing;
    }

    /** The question whether an operator holds of a value read so and this right side. */
    Question of(Operator operator, JsonValue right, Reading reading) {
        var asked = new Asked(operator, right, reading);
        if (right == JsonNull.NULL) {
            return asked.rare();
        }
        return switch (operator.kind()) {
            case EQUALITY -> new Guarded(asked, equality(asked));
            case IN -> new Guarded(asked, in(asked));
            case LIKE -> new Guarded(asked, like(asked));
            case CONTAINS -> new Guarded(asked, contains(asked));
            case ORDER -> new Guarded(asked, order(asked));
            case EXISTENCE -> existence(asked);
            case MATCH, MATCH_INSENSITIVELY, CONTAINS_KEY -> asked.rare();
        };
    }

    /** A question that leaves values from which a secret was dropped to the operators in general. */
    private record Guarded(Asked asked, Question question) implements Question {
        @Override
        public Truth of(@Nullable JsonValue found) {
            return found != null && SecretFields.isDroppedFrom(found) ? asked.rarely(found) : question.of(found);
        }

        @Override
        public int settledFrom() {
            return question.settledFrom();
        }
    }

    /** An operator with its right side, and the two answers it gives. */
    private final class Asked {
        private final Operator operator;
        private final JsonValue right;
        private final Reading reading;
        private final Truth yes;
        private final Truth no;
        /** The answer for null and absent. */
        private final Truth none;

        Asked(Operator operator, JsonValue right, Reading reading) {
            this.operator = operator;
            this.right = right;
            this.reading = reading;
            this.yes = Truth.of(!operator.negated());
            this.no = Truth.of(operator.negated());
            this.none = comparing.compare(operator, null, right, reading);
        }

        Truth rarely(@Nullable JsonValue found) {
            return comparing.compare(operator, found, right, reading);
        }

        Question rare() {
            return this::rarely;
        }

        Truth of(boolean holds) {
            return holds ? yes : no;
        }

        /** A text as it is compared but for the case of letters. */
        String folded(String text) {
            return foldsSharpS || reading == Reading.REGION ? comparing.folded(text, reading) : text;
        }
    }

    private static boolean isWhole(JsonValue value) {
        return value instanceof JsonArray || value instanceof JsonObject;
    }

    private Question equality(Asked asked) {
        boolean asNumber = !semantics.numbersCompareAsText();
        if (isWhole(asked.right) || (asNumber && asked.right instanceof JsonNumber)) {
            return asked.rare();
        }
        String wanted = asked.folded(Comparing.text(asked.right));
        return new Question() {
            @Override
            public Truth of(@Nullable JsonValue found) {
                return switch (found) {
                    case null -> asked.none;
                    case JsonNull nothing -> asked.none;
                    case JsonString text -> asked.of(asked.folded(text.value()).equalsIgnoreCase(wanted));
                    case JsonBoolean truth -> asked.of(Comparing.text(truth).equalsIgnoreCase(wanted));
                    case JsonNumber number when asNumber -> asked.rarely(number);
                    case JsonNumber number -> asked.of(number.text().equalsIgnoreCase(wanted));
                    case JsonArray array -> asked.no;
                    case JsonObject object -> asked.no;
                };
            }

            @Override
            public int settledFrom() {
                return asNumber ? NEVER : after(wanted);
            }
        };
    }

    /** From which number on no count is written so. */
    private static int after(String text) {
        if (text.length() > MOST_DIGITS) {
            return Question.NEVER;
        }
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) + 1 : 0;
    }

    private Question in(Asked asked) {
        if (!(asked.right instanceof JsonArray items)) {
            return asked.rare();
        }
        boolean asNumber = !semantics.numbersCompareAsText();
        var wanted = new ArrayList<String>();
        for (JsonValue item : items) {
            if (isWhole(item) || (asNumber && item instanceof JsonNumber)) {
                return asked.rare();
            }
            wanted.add(asked.folded(Comparing.text(item)));
        }
        Texts texts = wanted.size() <= FEW ? few(wanted) : TextSet.of(wanted)::holds;
        return found -> switch (found) {
            case null -> asked.none;
            case JsonNull nothing -> asked.none;
            case JsonString text -> asked.of(texts.hold(asked.folded(text.value())));
            case JsonBoolean truth -> asked.of(texts.hold(Comparing.text(truth)));
            case JsonNumber number when asNumber -> asked.rarely(number);
            case JsonNumber number -> asked.of(texts.hold(number.text()));
            case JsonArray array -> asked.no;
            case JsonObject object -> asked.no;
        };
    }

    /** Some texts, to be found without regard to case. */
    private interface Texts {
        boolean hold(String text);
    }

    private static Texts few(List<String> texts) {
        String[] wanted = texts.toArray(String[]::new);
        return text -> {
            for (String one : wanted) {
                if (one.equalsIgnoreCase(text)) {
                    return true;
                }
            }
            return false;
        };
    }

    private Question like(Asked asked) {
        String pattern = asked.folded(Comparing.text(asked.right));
        int star = pattern.indexOf('*');
        boolean wild = semantics.questionMarkIsWildcard() && pattern.indexOf('?') >= 0;
        if (wild || star != pattern.lastIndexOf('*')) {
            return asked.rare();
        }
        Texts texts =
                star < 0 ? pattern::equalsIgnoreCase : between(pattern.substring(0, star), pattern.substring(star + 1));
        return found -> switch (found) {
            case null -> asked.none;
            case JsonNull nothing -> asked.none;
            case JsonString text -> asked.of(texts.hold(asked.folded(text.value())));
            case JsonBoolean truth -> asked.of(texts.hold(Comparing.text(truth)));
            case JsonNumber number -> asked.of(texts.hold(number.text()));
            case JsonArray array -> asked.no;
            case JsonObject object -> asked.no;
        };
    }

    private static Texts between(String start, String end) {
        return text -> text.length() >= start.length() + end.length()
                && text.regionMatches(true, 0, start, 0, start.length())
                && text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
    }

    private Question contains(Asked asked) {
        String wanted = asked.folded(Comparing.text(asked.right));
        if (wanted.length() > SHORT || wanted.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return asked.rare();
        }
        return found -> switch (found) {
            case null -> asked.none;
            case JsonString text -> asked.of(holds(asked.folded(text.value()), wanted));
            default -> asked.rarely(found);
        };
    }

    private static boolean holds(String text, String part) {
        int last = text.length() - part.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    private Question existence(Asked asked) {
        if (!(asked.none instanceof Truth.Decided)) {
            return asked.rare();
        }
        Truth some = asked.none.negated();
        return found -> found == null || found == JsonNull.NULL ? asked.none : some;
    }

    private Question order(Asked asked) {
        return switch (asked.right) {
            case JsonNumber number -> new NumberOrder(asked, number);
            case JsonString text -> textOrder(asked, text.value());
            default -> asked.rare();
        };
    }

    /** An order of texts: of points in time where both spell one. */
    private Question textOrder(Asked asked, String right) {
        String wanted = asked.folded(right);
        Instant then = Comparing.instant(wanted).orElse(null);
        Answers answers = Answers.of(asked.operator);
        return found -> {
            if (!(found instanceof JsonString text)) {
                return asked.rarely(found);
            }
            String given = asked.folded(text.value());
            Instant when = then == null ? null : Comparing.instant(given).orElse(null);
            return answers.of(then == null || when == null ? given.compareToIgnoreCase(wanted) : when.compareTo(then));
        };
    }

    /** An order of numbers. */
    private static final class NumberOrder implements Question {
        private final Asked asked;
        private final Answers answers;
        private final BigDecimal wanted;
        private final @Nullable Long whole;

        NumberOrder(Asked asked, JsonNumber right) {
            this.asked = asked;
            this.answers = Answers.of(asked.operator);
            this.wanted = right.decimal();
            this.whole = isShort(right) ? Long.valueOf(right.text()) : null;
        }

        private static boolean isShort(JsonNumber number) {
            return number.text().length() <= MOST_DIGITS && number.isInteger();
        }

        @Override
        public Truth of(@Nullable JsonValue found) {
            if (!(found instanceof JsonNumber number)) {
                return asked.rarely(found);
            }
            return answers.of(
                    whole != null && isShort(number)
                            ? Long.compare(Long.parseLong(number.text()), whole)
                            : number.decimal().compareTo(wanted));
        }

        @Override
        public int settledFrom() {
            return whole == null ? NEVER : (int) Math.max(0, whole + 1);
        }
    }

    /** The answers for less, the same and more. */
    private record Answers(Truth less, Truth same, Truth more) {
        static Answers of(Operator operator) {
            boolean less = operator == Operator.LESS || operator == Operator.LESS_OR_EQUALS;
            boolean same = operator == Operator.LESS_OR_EQUALS || operator == Operator.GREATER_OR_EQUALS;
            return new Answers(Truth.of(less), Truth.of(same), Truth.of(!less));
        }

        Truth of(int order) {
            return order == 0 ? same : order < 0 ? less : more;
        }
    }
}

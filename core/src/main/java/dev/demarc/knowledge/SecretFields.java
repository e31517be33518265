package dev.demarc.knowledge;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What in a document is a secret and must not leave a source: by the member's name, by the text itself, or because it
 * lies in a bag of the customer's own settings.
 *
 * <p>A secret's member stays and its text becomes {@link #MARKER}: a policy that asks whether a password exists gets the
 * true answer, which it would not if the member went; one that asks what it is is told that this was not seen. Numbers, booleans, null and empty texts stay as they are. Safe
 * for several threads.
 */
public final class SecretFields {
    /** What stands in the place of a secret. */
    public static final String MARKER = "«dropped: secret»";

    private static final JsonString DROPPED = new JsonString(MARKER);

    private final Set<String> names;
    private final List<String> endings;
    private final Set<String> never;
    private final Set<String> bags;
    private final Set<String> code;
    private final Map<ResourceType, Set<String>> resources;
    private final List<Sibling> siblings;
    private final List<SecretText> texts;
    private final List<Pattern> references;

    private SecretFields(JsonObject table) {
        this.names = folded(table.texts("names"));
        this.endings = List.copyOf(folded(table.texts("endings")));
        this.never = folded(table.texts("never"));
        this.bags = folded(table.texts("bags"));
        this.code = folded(table.texts("code"));
        this.resources = resources(table.array("resources"));
        this.siblings = objects(table.array("siblings")).stream()
                .map(rule -> new Sibling(
                        required(rule, "member"),
                        folded(rule.texts("is")),
                        rule.text("with").orElse(""),
                        required(rule, "drop")))
                .toList();
        this.texts = objects(table.array("texts")).stream()
                .map(rule -> new SecretText(required(rule, "has"), Pattern.compile(required(rule, "pattern"))))
                .toList();
        this.references =
                table.texts("references").stream().map(Pattern::compile).toList();
        if (names.isEmpty() || endings.isEmpty() || texts.isEmpty()) {
            throw new IllegalStateException("the table of secret fields lacks names, endings or texts");
        }
    }

    /** Whether a secret was dropped from a value, or from anything in it: what it was cannot be told any more. */
    public static boolean isDroppedFrom(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.value().equals(MARKER);
            case JsonArray array -> array.stream().anyMatch(SecretFields::isDroppedFrom);
            case JsonObject object -> {
                for (int i = 0; i < object.size(); i++) {
                    if (isDroppedFrom(object.value(i))) {
                        yield true;
                    }
                }
                yield false;
            }
            case JsonNumber number -> false;
            case JsonBoolean bool -> false;
            case JsonNull none -> false;
        };
    }

    /**
     * The rules of a table in the shape of {@code secrets.yaml}.
     *
     * @throws IllegalStateException when the table is not whole, so that no secret passes for want of a rule
     */
    public static SecretFields of(JsonObject table) {
        return new SecretFields(table);
    }

    /**
     * A document without its secrets.
     *
     * @param document the same object as went in when nothing was dropped
     * @param dropped how many texts were replaced
     */
    public record Cleaned(JsonObject document, int dropped) {}

    /** A document of any kind without its secrets. Takes time proportional to its text. */
    public Cleaned without(JsonObject document) {
        var cleaning = new Cleaning();
        JsonObject cleaned = cleaning.object(document, false);
        return new Cleaned(cleaned, cleaning.dropped);
    }

    /** The document of a resource without its secrets. Takes time proportional to its text. */
    public Cleaned without(ResourceId id, ResourceType type, JsonObject document) {
        var cleaning = new Cleaning();
        JsonObject cleaned = cleaning.object(document, false);
        if (resources.getOrDefault(type, Set.of()).contains(fold(id.name()))
                && cleaned.get("properties") instanceof JsonObject properties) {
            cleaned = replaced(cleaned, "properties", cleaning.bag(properties));
        }
        return new Cleaned(cleaned, cleaning.dropped);
    }

    private boolean isSecretName(String name) {
        String folded = fold(name);
        if (names.contains(folded)) {
            return true;
        }
        for (String ending : endings) {
            if (folded.endsWith(ending)) {
                return never.stream().noneMatch(folded::endsWith);
            }
        }
        return false;
    }

    private boolean isSecretText(String text) {
        if (text.length() < 8) {
            return false;
        }
        for (SecretText secret : texts) {
            if (text.contains(secret.has) && secret.pattern.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private boolean isSecretValue(@Nullable JsonValue value) {
        return value instanceof JsonString text && !isReference(text.value());
    }

    private boolean isReference(String text) {
        return references.stream().anyMatch(reference -> reference.matcher(text).find());
    }

    private static JsonObject replaced(JsonObject object, String name, JsonValue value) {
        var copy = JsonObject.builder();
        object.forEach((each, before) -> copy.put(each, each.equals(name) ? value : before));
        return copy.build();
    }

    private static Map<ResourceType, Set<String>> resources(JsonArray rules) {
        var byType = new HashMap<ResourceType, Set<String>>();
        objects(rules)
                .forEach(rule -> byType.put(ResourceType.of(required(rule, "type")), folded(rule.texts("names"))));
        return Map.copyOf(byType);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.values().stream().map(JsonObject.class::cast).toList();
    }

    private static String required(JsonObject rule, String name) {
        return rule.text(name)
                .orElseThrow(() -> new IllegalStateException("a rule about secrets lacks `" + name + "`: " + rule));
    }

    private static Set<String> folded(List<String> texts) {
        var folded = new HashSet<String>();
        texts.forEach(text -> folded.add(fold(text)));
        return Set.copyOf(folded);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record SecretText(String has, Pattern pattern) {}

    private record Sibling(String member, Set<String> is, String with, String drop) {
        boolean drops(String name, JsonObject owner) {
            if (!name.equalsIgnoreCase(drop)) {
                return false;
            }
            JsonValue value = owner.getIgnoreCase(member);
            boolean fits = value != null && (is.isEmpty() || is.contains(fold(word(value))));
            return fits && (with.isEmpty() || owner.getIgnoreCase(with) != null);
        }

        private static String word(JsonValue value) {
            return value instanceof JsonString string ? string.value() : value.toString();
        }
    }

    /** One pass through one document; copies only what changes. */
    private final class Cleaning {
        private int dropped;

        /** Whether cleaning made another value; what it leaves alone is the same object, so equality need not look in. */
        @SuppressWarnings("ReferenceEquality")
        private static boolean isOther(JsonValue before, JsonValue after) {
            return before != after;
        }

        /** The object cleaned; in a bag's entry, the member {@code value} goes whatever it is. */
        JsonObject object(JsonObject object, boolean entry) {
            JsonObject.Builder copy = null;
            for (int i = 0; i < object.size(); i++) {
                String name = object.name(i);
                JsonValue before = object.value(i);
                JsonValue after = member(name, before, object, entry);
                if (copy == null && isOther(before, after)) {
                    copy = JsonObject.builder();
                    for (int j = 0; j < i; j++) {
                        copy.put(object.name(j), object.value(j));
                    }
                }
                if (copy != null) {
                    copy.put(name, after);
                }
            }
            return copy == null ? object : copy.build();
        }

        private JsonValue member(String name, JsonValue value, JsonObject owner, boolean entry) {
            return switch (value) {
                case JsonString string -> {
                    boolean secret = (entry && name.equalsIgnoreCase("value"))
                            || (isSecretName(name) && !isReference(string.value()))
                            || siblings.stream().anyMatch(rule -> rule.drops(name, owner));
                    yield secret ? drop(string) : text(string);
                }
                case JsonObject object when code.contains(fold(name)) -> object;
                case JsonObject object ->
                    bags.contains(fold(name))
                            ? bag(object)
                            : object(object, isSecretName(name) && isSecretValue(object.get("value")));
                case JsonArray array -> bags.contains(fold(name)) ? entries(array) : array(array, isSecretName(name));
                case JsonNumber number -> number;
                case JsonBoolean bool -> bool;
                case JsonNull none -> none;
            };
        }

        private JsonValue array(JsonArray array, boolean secret) {
            List<JsonValue> copy = new ArrayList<>(array.size());
            boolean changed = false;
            for (JsonValue before : array) {
                JsonValue after = switch (before) {
                    case JsonString string -> secret && !isReference(string.value()) ? drop(string) : text(string);
                    case JsonObject object -> object(object, false);
                    case JsonArray inner -> array(inner, secret);
                    case JsonNumber number -> number;
                    case JsonBoolean bool -> bool;
                    case JsonNull none -> none;
                };
                changed |= isOther(before, after);
                copy.add(after);
            }
            return changed ? JsonArray.of(copy) : array;
        }

        /** A bag as Azure lists it: objects of name and value. */
        private JsonValue entries(JsonArray array) {
            List<JsonValue> copy = new ArrayList<>(array.size());
            for (JsonValue item : array) {
                copy.add(
                        switch (item) {
                            case JsonObject object -> object(object, true);
                            case JsonString string -> drop(string);
                            case JsonArray inner -> entries(inner);
                            case JsonNumber number -> number;
                            case JsonBoolean bool -> bool;
                            case JsonNull none -> none;
                        });
            }
            return JsonArray.of(copy);
        }

        /** A bag as an object: values by name, or objects with a value by name. */
        JsonObject bag(JsonObject bag) {
            var copy = JsonObject.builder();
            bag.forEach((name, value) -> copy.put(
                    name,
                    switch (value) {
                        case JsonString string -> drop(string);
                        case JsonObject object -> object(object, true);
                        case JsonArray array -> entries(array);
                        case JsonNumber number -> number;
                        case JsonBoolean bool -> bool;
                        case JsonNull none -> none;
                    }));
            return copy.build();
        }

        private JsonString text(JsonString string) {
            return isSecretText(string.value()) ? drop(string) : string;
        }

        private JsonString drop(JsonString string) {
            if (string.value().isEmpty() || string.value().equals(MARKER)) {
                return string;
            }
            dropped++;
            return DROPPED;
        }
    }
}

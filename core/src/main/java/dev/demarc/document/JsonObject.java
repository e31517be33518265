package dev.demarc.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: members in the order written, names unique by their exact text.
 *
 * <p>Kept as one array of alternating names and values: a third of the memory of a hash table, and quicker for the
 * dozen members an Azure object has. Equality ignores the order of members.
 */
public final class JsonObject implements JsonValue {
    private static final JsonObject EMPTY = new JsonObject(new Object[0]);
    /** Names and values from which on a table is quicker than a look at each. */
    private static final int MANY = 64;

    private final Object[] members;

    private JsonObject(Object[] members) {
        this.members = members;
    }

    /** The object without members. */
    public static JsonObject empty() {
        return EMPTY;
    }

    /** A builder that keeps the order of {@link Builder#put}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The object of alternating names and values that nobody changes any more and whose names are known to differ. */
    static JsonObject owning(Object[] members) {
        return members.length == 0 ? EMPTY : new JsonObject(members);
    }

    /** How many members. */
    public int size() {
        return members.length / 2;
    }

    /** Whether there is no member. */
    public boolean isEmpty() {
        return members.length == 0;
    }

    /** The name of the member at a position, from 0. */
    public String name(int index) {
        return (String) members[2 * index];
    }

    /** The value of the member at a position, from 0. */
    public JsonValue value(int index) {
        return (JsonValue) members[2 * index + 1];
    }

    /** The member of exactly this name, or null when absent. */
    public @Nullable JsonValue get(String name) {
        for (int i = 0; i < members.length; i += 2) {
            if (members[i].equals(name)) {
                return (JsonValue) members[i + 1];
            }
        }
        return null;
    }

    /**
     * The member of this name, ignoring case as Azure does; an exact match wins over the first that differs in case.
     * Null when absent.
     */
    public @Nullable JsonValue getIgnoreCase(String name) {
        JsonValue exact = get(name);
        if (exact != null) {
            return exact;
        }
        for (int i = 0; i < members.length; i += 2) {
            if (((String) members[i]).equalsIgnoreCase(name)) {
                return (JsonValue) members[i + 1];
            }
        }
        return null;
    }

    /** The text of a string member of exactly this name; empty when absent or not a string. */
    public Optional<String> text(String name) {
        return get(name) instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
    }

    /** The object member of exactly this name; the empty object when absent or not an object. */
    public JsonObject object(String name) {
        return get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /** The array member of exactly this name; the empty array when absent or not an array. */
    public JsonArray array(String name) {
        return get(name) instanceof JsonArray array ? array : JsonArray.of();
    }

    /** The texts of an array member, those that are strings; empty when absent. */
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (JsonValue item : array(name)) {
            if (item instanceof JsonString string) {
                texts.add(string.value());
            }
        }
        return List.copyOf(texts);
    }

    /** Calls back for every member in order. */
    public void forEach(BiConsumer<String, JsonValue> member) {
        for (int i = 0; i < members.length; i += 2) {
            member.accept((String) members[i], (JsonValue) members[i + 1]);
        }
    }

    /** The member names in order. */
    public List<String> names() {
        var names = new ArrayList<String>(size());
        forEach((name, value) -> names.add(name));
        return List.copyOf(names);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof JsonObject that) || that.members.length != members.length) {
            return false;
        }
        Map<String, JsonValue> those = members.length > MANY ? that.byName() : null;
        for (int i = 0; i < members.length; i += 2) {
            String name = (String) members[i];
            if (!members[i + 1].equals(those == null ? that.get(name) : those.get(name))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, JsonValue> byName() {
        var byName = new HashMap<String, JsonValue>();
        forEach(byName::put);
        return byName;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < members.length; i += 2) {
            hash += members[i].hashCode() ^ members[i + 1].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }

    /** Collects members; a name put twice is a mistake of the caller unless {@link #set} is meant. */
    public static final class Builder {
        private final List<Object> members = new ArrayList<>();
        /** Where each name stands among the members; null until there are many and one is asked for. */
        private @Nullable Map<String, Integer> positions;

        private Builder() {}

        /**
         * Adds a member after those before it.
         *
         * @throws IllegalArgumentException when the name is there already
         */
        public Builder put(String name, JsonValue value) {
            if (position(name) >= 0) {
                throw new IllegalArgumentException("member `" + name + "` is put twice");
            }
            return append(name, value);
        }

        /** Adds a string member. */
        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        /** Adds a number member. */
        public Builder put(String name, long value) {
            return put(name, JsonNumber.of(value));
        }

        /** Adds a boolean member. */
        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        /** Adds a string member when there is one; an empty value adds nothing. */
        public Builder put(String name, Optional<String> value) {
            return value.isPresent() ? put(name, value.get()) : this;
        }

        /** Replaces the member of this name, or adds it. */
        public Builder set(String name, JsonValue value) {
            int position = position(name);
            if (position < 0) {
                return append(name, value);
            }
            members.set(position + 1, value);
            return this;
        }

        private int position(String name) {
            if (members.size() > MANY) {
                return positions().getOrDefault(name, -1);
            }
            for (int i = 0; i < members.size(); i += 2) {
                if (members.get(i).equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        private Map<String, Integer> positions() {
            if (positions == null) {
                positions = new HashMap<>();
                for (int i = 0; i < members.size(); i += 2) {
                    positions.put((String) members.get(i), i);
                }
            }
            return positions;
        }

        /** Adds a member that the caller knows to be new: for readers that check names themselves. */
        Builder append(String name, JsonValue value) {
            if (positions != null) {
                positions.put(name, members.size());
            }
            members.add(name);
            members.add(value);
            return this;
        }

        /** The object collected so far. */
        public JsonObject build() {
            return members.isEmpty() ? EMPTY : new JsonObject(members.toArray());
        }
    }
}

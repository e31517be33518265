package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.policy.evaluation.Selection.Chosen;
import dev.demarc.policy.evaluation.Selection.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks fields up in a resource, case of names aside; inside counts only at the members that they have chosen. */
public final class Properties {
    /** What listings of resources show, so that its absence there is a fact. */
    private static final Set<String> LISTED = Set.of(
            "id",
            "name",
            "type",
            "kind",
            "location",
            "tags",
            "sku",
            "identity",
            "plan",
            "zones",
            "managedBy",
            "extendedLocation");

    private final Resource resource;
    private final Scope scope;
    private final PropertyPath path;
    private final List<Selected> found = new ArrayList<>();
    private boolean arrayMissing;
    private boolean absent;
    private @Nullable String blocked;

    private Properties(Resource resource, Scope scope, PropertyPath path) {
        this.resource = resource;
        this.scope = scope;
        this.path = path;
    }

    /** What a reference names in a resource. */
    public static Selection select(FieldReference reference, Resource resource, Scope scope) {
        return switch (reference) {
            case FieldReference.Known known -> one(known(known, resource), known.key());
            case FieldReference.Location location -> member(resource, "location");
            case FieldReference.Tag tag -> tag(resource, tag.name());
            case FieldReference.Property property -> {
                Optional<PropertyPath> path = Fields.path(property, resource.type());
                yield path.isEmpty() ? nothing(property) : new Properties(resource, scope, path.get()).select();
            }
        };
    }

    /** What a resource's id or type tells. */
    public static String known(FieldReference.Known known, Resource resource) {
        return switch (known) {
            case NAME -> resource.name();
            case FULL_NAME -> resource.id().fullName();
            case TYPE -> resource.type().text();
            case ID -> resource.id().text();
        };
    }

    private static Selection one(String value, String name) {
        return new Selection.Values(
                List.of(new Selected(new JsonString(value), JsonPointer.ROOT.child(name), null)), false, false);
    }

    private static Selection member(Resource resource, String name) {
        JsonValue value = resource.document().getIgnoreCase(name);
        if (value == null && isCut(resource)) {
            return unseen(resource, name);
        }
        return new Selection.Values(List.of(new Selected(value, JsonPointer.ROOT.child(name), null)), false, false);
    }

    private static Selection tag(Resource resource, String name) {
        JsonObject tags =
                resource.document().getIgnoreCase("tags") instanceof JsonObject there ? there : JsonObject.empty();
        int at = position(tags, name);
        JsonValue value = at < 0 ? null : tags.value(at);
        if (resource.document().getIgnoreCase("tags") == null && isCut(resource)) {
            return unseen(resource, "tags");
        }
        JsonPointer place = JsonPointer.ROOT.child("tags").child(at < 0 ? name : tags.name(at));
        return new Selection.Values(List.of(new Selected(value, place, null)), false, false);
    }

    /** The alias is not of this type, so the resource cannot have the property. */
    private static Selection nothing(FieldReference.Property property) {
        boolean collection = property.name().contains(PropertyPath.EACH);
        List<Selected> values = collection ? List.of() : List.of(new Selected(null, JsonPointer.ROOT, null));
        return new Selection.Values(values, collection, collection);
    }

    private Selection select() {
        walk(resource.document(), 0, new ArrayList<>(), null);
        if (blocked != null) {
            return new Selection.Unseen(blocked);
        }
        if (absent || arrayMissing) {
            String unseen = whyUnseen(path, path.text(), resource);
            if (unseen != null) {
                return new Selection.Unseen(unseen);
            }
        }
        return new Selection.Values(found, path.depth() > 0, arrayMissing);
    }

    /**
     * Why finding nothing where a path leads proves nothing, in one sentence; null when it proves that nothing is there.
     *
     * @param written the path's {@link PropertyPath#text}
     */
    public static @Nullable String whyUnseen(PropertyPath path, String written, Resource resource) {
        if (resource.detail() == Resource.Detail.LISTED && (isCut(resource) || !LISTED.contains(path.root()))) {
            return "`" + written + "` of `" + resource.name() + "` was not seen: only a listing of it was read";
        }
        return path.guessed()
                ? "`" + written + "` is not there, and where the property stands is only guessed from its name"
                : null;
    }

    /** Whether a listing shows not even a location: cut to some members, it proves the absence of no other. */
    public static boolean isCut(Resource resource) {
        return resource.detail() == Resource.Detail.LISTED
                && resource.location().isEmpty();
    }

    private static Selection unseen(Resource resource, String what) {
        return new Selection.Unseen(
                "`" + what + "` of `" + resource.name() + "` was not seen: only a part of a listing was read");
    }

    private void walk(JsonValue value, int step, List<String> tokens, @Nullable Chosen chosen) {
        if (step == path.steps().size()) {
            found.add(new Selected(part(value), new JsonPointer(tokens), chosen));
            return;
        }
        String name = path.steps().get(step);
        if (name.equals(PropertyPath.EACH)) {
            if (value instanceof JsonArray array) {
                walkMembers(array, step, tokens, chosen);
            } else {
                arrayMissing = true;
                blockedBy(value, tokens, "an array");
            }
            return;
        }
        int at = value instanceof JsonObject object ? position(object, name) : -1;
        int index = value instanceof JsonArray array ? index(array, name) : -1;
        if (index >= 0 && value instanceof JsonArray array) {
            tokens.add(name);
            walk(array.get(index), step + 1, tokens, chosen);
            tokens.removeLast();
        } else if (at >= 0 && value instanceof JsonObject object) {
            tokens.add(object.name(at));
            walk(object.value(at), step + 1, tokens, chosen);
            tokens.removeLast();
        } else {
            missing(step, tokens, chosen);
            boolean beyond = value instanceof JsonArray
                    && (isPosition(name) || path.arrays().contains(step));
            if (!(value instanceof JsonObject) && !beyond) {
                blockedBy(value, tokens, "an object");
            }
        }
    }

    /** The part of a text that the alias is about; absent when the text is not of its form. */
    private @Nullable JsonValue part(JsonValue value) {
        if (path.extraction().isEmpty()) {
            return value;
        }
        return value instanceof JsonString text
                ? path.extraction()
                        .get()
                        .from(text.value())
                        .map(JsonString::new)
                        .orElse(null)
                : null;
    }

    /** A value of another kind than the path goes through hides what is behind it; null hides nothing. */
    private void blockedBy(JsonValue value, List<String> tokens, String wanted) {
        if (value != JsonNull.NULL) {
            blocked = "`" + String.join(".", tokens) + "` of `" + resource.name() + "` is of kind " + value.kind()
                    + " where " + wanted + " belongs, so what it holds was not seen";
        }
    }

    private void walkMembers(JsonArray array, int step, List<String> tokens, @Nullable Chosen chosen) {
        int only = scope.chosen(array);
        int from = only < 0 ? 0 : only;
        int to = only < 0 ? array.size() : only + 1;
        for (int i = from; i < to; i++) {
            tokens.add(Integer.toString(i));
            walk(array.get(i), step + 1, tokens, new Chosen(array, i, chosen));
            tokens.removeLast();
        }
    }

    /** Nothing here: an array further on is missing, or else the value is absent. */
    private void missing(int step, List<String> tokens, @Nullable Chosen chosen) {
        List<String> rest = path.steps().subList(step, path.steps().size());
        if (rest.contains(PropertyPath.EACH)) {
            arrayMissing = true;
            return;
        }
        absent = true;
        var place = new ArrayList<>(tokens);
        place.addAll(rest);
        found.add(new Selected(null, new JsonPointer(place), chosen));
    }

    /** The position that a step spells in an array; -1 when it spells none. */
    private static int index(JsonArray array, String step) {
        int index = isPosition(step) ? Integer.parseInt(step) : -1;
        return index < array.size() ? index : -1;
    }

    /** Whether a step spells a position in an array. */
    public static boolean isPosition(String step) {
        return !step.isEmpty() && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The position of a member by its name, an exact one before one that differs in case; -1 when there is none. */
    private static int position(JsonObject object, String name) {
        int found = -1;
        for (int i = 0; i < object.size(); i++) {
            if (object.name(i).equals(name)) {
                return i;
            }
            if (found < 0 && object.name(i).equalsIgnoreCase(name)) {
                found = i;
            }
        }
        return found;
    }
}

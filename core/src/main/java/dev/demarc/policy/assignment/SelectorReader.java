package dev.demarc.policy.assignment;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the selectors of assignments, exemptions and overrides, within Azure's limits. */
final class SelectorReader {
    private static final int MOST_VALUES = 50;
    private static final int MOST_SELECTORS = 10;
    private static final Set<Selector.Kind> OF_RESOURCES = EnumSet.of(
            Selector.Kind.RESOURCE_LOCATION, Selector.Kind.RESOURCE_TYPE, Selector.Kind.RESOURCE_WITHOUT_LOCATION);

    private final Members members;

    SelectorReader(Members members) {
        this.members = members;
    }

    /** The member {@code resourceSelectors}. */
    List<ResourceSelector> resourceSelectors() {
        JsonArray array = members.array("resourceSelectors");
        JsonPointer at = members.at("resourceSelectors");
        if (array.size() > MOST_SELECTORS) {
            tooMany(array.size() + " resource selectors", MOST_SELECTORS, at);
        }
        var selectors = new ArrayList<ResourceSelector>();
        for (int i = 0; i < array.size(); i++) {
            JsonPointer here = at.child(i);
            if (array.get(i) instanceof JsonObject object) {
                String name = object.getIgnoreCase("name") instanceof JsonString text ? text.value() : "";
                selectors.add(new ResourceSelector(
                        name, selectors(object.getIgnoreCase("selectors"), here.child("selectors"), OF_RESOURCES)));
            } else {
                members.error("wrong-type", "a resource selector is an object", here, "write an object");
            }
        }
        return selectors;
    }

    /** A list of selectors; empty when absent. */
    List<Selector> selectors(@Nullable JsonValue value, JsonPointer at, Set<Selector.Kind> possible) {
        var selectors = new ArrayList<Selector>();
        if (value instanceof JsonArray array) {
            var seen = EnumSet.noneOf(Selector.Kind.class);
            for (int i = 0; i < array.size(); i++) {
                JsonPointer here = at.child(i);
                Optional<Selector> selector = Optional.empty();
                if (array.get(i) instanceof JsonObject object) {
                    selector = selector(object, here, possible);
                } else {
                    members.error("wrong-type", "a selector is an object", here, "write an object");
                }
                selector.filter(one -> !seen.add(one.kind()))
                        .ifPresent(one -> members.error(
                                "repeated-selector",
                                "the kind `" + one.kind().word() + "` is selected twice",
                                here,
                                "put all its values into one selector"));
                selector.ifPresent(selectors::add);
            }
        } else if (value != null && value != JsonNull.NULL) {
            // Without it everything would be selected.
            members.error("wrong-type", "`selectors` is an array", at, "write an array of selectors");
        }
        return selectors;
    }

    private Optional<Selector> selector(JsonObject object, JsonPointer at, Set<Selector.Kind> possible) {
        String word = object.getIgnoreCase("kind") instanceof JsonString text ? text.value() : "";
        Optional<Selector.Kind> kind = Selector.Kind.of(word).filter(possible::contains);
        if (kind.isEmpty()) {
            members.error(
                    "unknown-selector",
                    "there is no selector of kind `" + word + "` here",
                    at.child("kind"),
                    "use one of " + possible.stream().map(Selector.Kind::word).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        JsonValue in = object.getIgnoreCase("in");
        JsonValue notIn = object.getIgnoreCase("notIn");
        boolean chosen = isList(in);
        if (chosen == isList(notIn)) {
            members.error(
                    "bad-selector", "a selector has either `in` or `notIn`", at, "list the values under one of them");
            return Optional.empty();
        }
        List<String> values = values(chosen ? in : notIn, at.child(chosen ? "in" : "notIn"));
        return Optional.of(new Selector(kind.get(), chosen, values));
    }

    /** Whether values are listed; an empty list beside the other one is how services return what is not set. */
    private static boolean isList(@Nullable JsonValue value) {
        return value instanceof JsonArray array && !array.isEmpty();
    }

    private List<String> values(@Nullable JsonValue value, JsonPointer at) {
        var values = new ArrayList<String>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof JsonString text) {
                    values.add(text.value());
                } else {
                    members.error("wrong-type", "the values of a selector are texts", at.child(i), "write a text");
                }
            }
            if (array.size() > MOST_VALUES) {
                tooMany(array.size() + " values in a selector", MOST_VALUES, at);
            }
        }
        return values;
    }

    private void tooMany(String what, int most, JsonPointer at) {
        members.warning(
                "over-limit", what + " are more than the " + most + " that Azure takes", at, "split the assignment");
    }
}

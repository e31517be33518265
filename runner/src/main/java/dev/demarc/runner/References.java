package dev.demarc.runner;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import java.util.function.Consumer;

/** The resources that a document names by their ids. */
final class References {
    private static final String START = "/subscriptions/";

    private References() {}

    /** Calls back for every text in a value that is the id of something in a subscription. */
    static void of(JsonValue value, Consumer<ResourceId> found) {
        switch (value) {
            case JsonObject object -> object.forEach((name, member) -> of(member, found));
            case JsonArray array -> array.forEach(item -> of(item, found));
            case JsonString text -> {
                if (text.value().regionMatches(true, 0, START, 0, START.length())) {
                    ResourceId.parse(text.value()).ifPresent(found);
                }
            }
            case JsonNumber number -> {}
            case JsonBoolean bool -> {}
            case JsonNull none -> {}
        }
    }
}

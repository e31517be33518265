package dev.demarc.policy.trial;

import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import dev.demarc.estate.Resource;
import dev.demarc.policy.effect.Change;
import dev.demarc.policy.effect.Patch;
import dev.demarc.policy.syntax.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a policy says against what is expected. */
final class Differences {
    private static final String ABSENT = "nothing";

    private final List<TrialResult.Difference> found = new ArrayList<>();

    private Differences() {}

    /** Everything that is not as expected, in the order in which expectations are written. */
    static List<TrialResult.Difference> of(Expectation expected, TrialResult.Found got, Resource resource) {
        var differences = new Differences();
        if (!expected.state().equals(got.state())) {
            differences.add("state", expected.word(), got.word());
        }
        expected.effect()
                .filter(effect -> !got.effect().equals(Optional.of(effect)))
                .ifPresent(effect -> differences.add(
                        "effect", effect.word(), got.effect().map(Effect::word).orElse("no effect")));
        expected.reason()
                .filter(reason -> !folded(got.reason()).contains(folded(reason)))
                .ifPresent(reason -> differences.add("reason", "a reason with `" + reason + "`", got.reason()));
        expected.patch().ifPresent(members -> differences.patch(members, got.patch(), resource.document()));
        return differences.found;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void add(String of, String expected, String got) {
        found.add(new TrialResult.Difference(of, expected, got));
    }

    private void patch(JsonObject members, Optional<Patch> patch, JsonObject before) {
        Optional<JsonObject> after = patch.filter(one -> !one.isDenied()).flatMap(one -> one.applied(before));
        if (after.isEmpty() || after.get().equals(before)) {
            add(
                    "patch",
                    JsonWriter.compact(members),
                    patch.map(Differences::unchanged).orElse("no change"));
        } else {
            members(members, before, after.get(), JsonPointer.ROOT);
        }
    }

    /** Why a patch changes nothing. */
    private static String unchanged(Patch patch) {
        for (Change change : patch.changes()) {
            switch (change.fate()) {
                case Change.Refused(String why) -> {
                    return "a request that is denied: " + why;
                }
                case Change.Skipped(String why) -> {
                    return "no change: " + why;
                }
                case Change.Open(String why) -> {
                    return "a change that is not known: " + why;
                }
                case Change.Made made -> {}
                case Change.AlreadySo alike -> {}
            }
        }
        return "no change";
    }

    /** Objects are compared member by member; everything else must be equal, and must not have been there before. */
    private void members(JsonObject wanted, @Nullable JsonValue before, @Nullable JsonValue after, JsonPointer at) {
        wanted.forEach((name, member) -> {
            JsonPointer here = at.child(name);
            JsonValue was = before instanceof JsonObject object ? object.getIgnoreCase(name) : null;
            JsonValue is = after instanceof JsonObject object ? object.getIgnoreCase(name) : null;
            if (member instanceof JsonObject inner && !inner.isEmpty()) {
                members(inner, was, is, here);
            } else if (member == JsonNull.NULL ? is != null : !member.equals(is)) {
                add("patch " + here, member == JsonNull.NULL ? ABSENT : said(member), said(is));
            } else if (member == JsonNull.NULL ? was == null : member.equals(was)) {
                add("patch " + here, "a change to " + said(is), "that it was so before");
            }
        });
    }

    private static String said(@Nullable JsonValue value) {
        return value == null ? ABSENT : JsonWriter.compact(value);
    }
}

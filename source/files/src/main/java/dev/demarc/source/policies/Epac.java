package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A repository of Enterprise Policy as Code: the environments of its global settings, and which of them is meant.
 *
 * @see <a href="https://azure.github.io/enterprise-azure-policy-as-code/settings-global-setting-file/">Global
 *     settings</a>
 */
final class Epac {
    private final Harvest harvest;
    private final Optional<String> chosen;

    /** The scopes that every assignment of an environment leaves out, by its name. */
    private final Map<String, List<String>> notScopes = new LinkedHashMap<>();

    /** The environments that settings, assignments or exemptions name. */
    private final Set<String> named = new LinkedHashSet<>();

    private Epac(Harvest harvest, Optional<String> chosen) {
        this.harvest = harvest;
        this.chosen = chosen;
    }

    /** Makes assignments and exemptions of what was read; the names of the environments met. */
    static List<String> finish(Harvest harvest, Optional<String> environment) {
        var epac = new Epac(harvest, environment);
        harvest.pending(Harvest.Pending.Kind.SETTINGS).forEach(epac::settings);
        var catalogue = new PolicyIndex(harvest.documents());
        List<Harvest.Pending> trees = harvest.pending(Harvest.Pending.Kind.TREE);
        trees.forEach(tree -> new AssignmentTree(tree, epac, catalogue, harvest).read());
        var assigned = new PolicyIndex(harvest.documents());
        List<Harvest.Pending> sheets = harvest.pending(Harvest.Pending.Kind.EXEMPTIONS);
        sheets.forEach(sheet -> new EpacExemptions(sheet, epac, assigned, harvest).read());
        epac.tellEnvironments(!trees.isEmpty() || !sheets.isEmpty());
        return List.copyOf(epac.named);
    }

    private void settings(Harvest.Pending settings) {
        for (JsonValue each : settings.content().array("pacEnvironments")) {
            if (each instanceof JsonObject environment) {
                environment.text("pacSelector").ifPresent(name -> {
                    named.add(name);
                    notScopes.put(name, environment.texts("globalNotScopes"));
                });
            }
        }
    }

    private void tellEnvironments(boolean any) {
        if (chosen.isPresent() && any && !named.contains(chosen.get())) {
            harvest.problem(Diagnostic.error(
                    "unknown-environment",
                    "there is no environment `" + chosen.get() + "`",
                    Place.of(place()),
                    named.isEmpty() ? "leave the choice out" : "use one of " + String.join(", ", named)));
        } else if (chosen.isEmpty() && any && named.size() > 1) {
            harvest.problem(Diagnostic.note(
                    "several-environments",
                    "the assignments of " + named.size() + " environments are read together",
                    Place.of(place()),
                    "choose one of " + String.join(", ", named)));
        }
    }

    private String place() {
        return harvest.pending(Harvest.Pending.Kind.SETTINGS).stream()
                .findFirst()
                .map(settings -> settings.file().toString())
                .orElse("environments");
    }

    /** Whether an environment is meant. */
    boolean isMeant(String environment) {
        named.add(environment);
        return chosen.isEmpty() || chosen.get().equals(environment);
    }

    /** The environments that an object names by its members and that are meant, each with its texts. */
    Map<String, List<Located>> meant(Located byEnvironment) {
        var meant = new LinkedHashMap<String, List<Located>>();
        if (byEnvironment.value() instanceof JsonObject object) {
            object.forEach((name, value) -> {
                if (isMeant(name)) {
                    meant.put(name, texts(value, byEnvironment.at().child(name)));
                }
            });
        }
        return meant;
    }

    /** The texts of one environment and those of all of them, {@code *}. */
    static List<Located> of(Located byEnvironment, String environment) {
        var found = new ArrayList<Located>();
        if (byEnvironment.value() instanceof JsonObject object) {
            for (String name : List.of(environment, "*")) {
                JsonValue value = object.get(name);
                if (value != null) {
                    found.addAll(texts(value, byEnvironment.at().child(name)));
                }
            }
        }
        return found;
    }

    /** The scopes that the settings leave out everywhere. */
    List<String> notScopes(String environment) {
        return notScopes.getOrDefault(environment, List.of());
    }

    /** A value and where it stands in its file. */
    record Located(JsonValue value, JsonPointer at) {
        String text() {
            return value instanceof JsonString text ? text.value() : "";
        }
    }

    private static List<Located> texts(JsonValue value, JsonPointer at) {
        var texts = new ArrayList<Located>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                texts.add(new Located(array.get(i), at.child(i)));
            }
        } else if (value instanceof JsonString) {
            texts.add(new Located(value, at));
        }
        return texts;
    }
}

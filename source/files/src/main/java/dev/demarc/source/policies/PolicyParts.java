package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonReader;
import dev.demarc.document.JsonSink;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.document.Spread;
import dev.demarc.policy.assignment.PolicyDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policies given in parts, as samples have them: {@code x.rules.json} with {@code x.parameters.json} is a definition,
 * {@code x.definitions.json} with {@code x.parameters.json} an initiative. Where {@code x.json} stands beside them, it is
 * the whole and the parts say nothing more. What other parts there are, such as groups, is not known to the samples.
 *
 * @see <a href="https://github.com/Azure/azure-policy/tree/master/samples">The samples of Azure/azure-policy</a>
 */
final class PolicyParts {
    private static final Pattern PART = Pattern.compile("(?i)(.+)\\.(rules?|definitions|parameters)\\.jsonc?");

    private static final Set<String> GENERIC = Set.of("azurepolicy", "azurepolicyset", "policy", "policyset");

    private final Harvest harvest;
    private final Map<Path, Parts> waiting = new LinkedHashMap<>();
    private final PartsBeside beside;

    PolicyParts(Harvest harvest) {
        this.harvest = harvest;
        this.beside = new PartsBeside(harvest);
    }

    private record Part(JsonValue value, Places places) {}

    /** What is known so far of one policy. */
    private static final class Parts {
        private Optional<Part> rule = Optional.empty();
        private Optional<Part> members = Optional.empty();
        private Optional<Part> parameters = Optional.empty();
    }

    /** Whether a file is named as a part and stands beside another part or the whole. */
    boolean isPart(Path file) {
        Matcher name = PART.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        Path stem = file.resolveSibling(name.group(1));
        return switch (Checkout.name(Path.of(name.group(2)))) {
            case "parameters" -> hasOther(stem);
            case "definitions" ->
                isWhole(stem)
                        || Files.exists(sibling(stem, ".parameters.json"))
                        || Checkout.name(stem).equals("azurepolicyset");
            default -> true;
        };
    }

    /** What a policy is called that has no name: as its file, or as its folder where all files are called the same. */
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && folder.getFileName() != null && GENERIC.contains(Checkout.name(Path.of(stem)))
                ? folder.getFileName().toString()
                : stem;
    }

    private static boolean hasOther(Path stem) {
        return isWhole(stem)
                || Files.exists(sibling(stem, ".rules.json"))
                || Files.exists(sibling(stem, ".rule.json"))
                || Files.exists(sibling(stem, ".definitions.json"));
    }

    private static boolean isWhole(Path stem) {
        return Files.exists(sibling(stem, ".json"));
    }

    private static Path sibling(Path stem, String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }

    /** Takes a part; the whole beside it makes it needless. */
    void add(Path file, DocumentText text) {
        Matcher name = PART.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return;
        }
        Path stem = file.resolveSibling(name.group(1));
        var whole = new Whole(text);
        text.read(new JsonReader(), Spread.NOTHING, whole);
        if (isWhole(stem)) {
            String member = memberOf(Checkout.name(Path.of(name.group(2))));
            whole.part
                    .filter(part -> !member.equals("parameters") || isOfDefinition(part.value))
                    .ifPresent(part -> beside.add(sibling(stem, ".json"), member, part.value, part.places));
            return;
        }
        Parts parts = waiting.computeIfAbsent(stem, first -> new Parts());
        switch (Checkout.name(Path.of(name.group(2)))) {
            case "parameters" -> parts.parameters = whole.part;
            case "definitions" -> parts.members = whole.part;
            default -> parts.rule = whole.part;
        }
    }

    private static String memberOf(String part) {
        return switch (part) {
            case "parameters" -> "parameters";
            case "definitions" -> "policyDefinitions";
            default -> "policyRule";
        };
    }

    /** Whether these are parameters as definitions have them; files with values for templates are named the same. */
    private static boolean isOfDefinition(JsonValue parameters) {
        if (!(parameters instanceof JsonObject object)) {
            return false;
        }
        JsonObject each = object.getIgnoreCase("parameters") instanceof JsonObject inner ? inner : object;
        return each.names().stream()
                .allMatch(name -> each.get(name) instanceof JsonObject one && one.getIgnoreCase("type") != null);
    }

    /** A rule in a file of any name: its parameters may stand beside it. */
    void rule(Path file, JsonObject rule, Places places) {
        String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.jsonc?$", "");
        Parts parts = waiting.computeIfAbsent(file.resolveSibling(name), first -> new Parts());
        if (parts.rule.isPresent()) {
            definition(nameOf(file.resolveSibling(name)), new Part(rule, places), parts.parameters);
        } else {
            parts.rule = Optional.of(new Part(rule, places));
        }
    }

    /** Puts together what was read so far. */
    void finish() {
        waiting.forEach((stem, parts) -> {
            String name = nameOf(stem);
            parts.rule.ifPresent(rule -> definition(name, rule, parts.parameters));
            parts.members.ifPresent(members -> initiative(name, members, parts.parameters));
            if (parts.rule.isEmpty() && parts.members.isEmpty()) {
                parts.parameters.ifPresent(alone -> harvest.problem(Diagnostic.warning(
                        "parameters-alone",
                        "these are the parameters of a policy whose rule was not read",
                        alone.places.of(JsonPointer.ROOT),
                        "give the file with the rule too")));
            }
        });
        waiting.clear();
        beside.finish();
    }

    /** The rule may be the document, or stand under {@code policyRule}, as the parameters under theirs. */
    private void definition(String name, Part rule, Optional<Part> parameters) {
        Pieces places = start(rule);
        var content = JsonObject.builder().put("name", name);
        put(content, places, "policyRule", rule);
        parameters.ifPresent(part -> put(content, places, "parameters", part));
        harvest.policy(new PolicyDocument(PolicyDocument.Kind.DEFINITION, content.build(), places));
    }

    private void initiative(String name, Part members, Optional<Part> parameters) {
        Pieces places = start(members);
        var content = JsonObject.builder().put("name", name);
        put(content, places, "policyDefinitions", members);
        parameters.ifPresent(part -> put(content, places, "parameters", part));
        harvest.policy(new PolicyDocument(PolicyDocument.Kind.INITIATIVE, content.build(), places));
    }

    private static Pieces start(Part part) {
        return new Pieces(part.places, JsonPointer.ROOT);
    }

    private static void put(JsonObject.Builder content, Pieces places, String name, Part part) {
        JsonValue inner = part.value instanceof JsonObject object ? object.getIgnoreCase(name) : null;
        JsonPointer at = inner == null ? JsonPointer.ROOT : JsonPointer.ROOT.child(name);
        content.put(name, inner == null ? part.value : inner);
        places.with(JsonPointer.ROOT.child(name), part.places, at);
    }

    /** The one value of a file. */
    private final class Whole implements JsonSink {
        private final DocumentText text;
        private Optional<Part> part = Optional.empty();

        Whole(DocumentText text) {
            this.text = text;
        }

        @Override
        public void value(JsonValue value, Place place) {
            part = part.or(() -> Optional.of(new Part(value, text.places(place))));
        }

        @Override
        public void envelope(JsonObject rest, Place place) {
            throw new IllegalStateException("nothing is spread from a part");
        }

        @Override
        public void lost(Diagnostic why, Loss loss) {
            harvest.refused(why);
        }
    }
}

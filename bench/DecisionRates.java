import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/**
 * Asks the {@code if} of every published definition about a sample of recorded resources, in one thread: by what
 * explains and by what decides: every definition about a sample of the resources, and about all resources those that can
 * hold of their type. Both answer alike or the program fails. Every round does all four.
 */
public final class DecisionRates {
    private static final int SAMPLE = 400;
    private static final String HEADING = "## Deciding";

    private record Rule(Condition bound, Evaluator explaining, CompiledCondition deciding) {}

    private record Way(String name, long pairs, LongSupplier run) {}

    private DecisionRates() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Aliases aliases = aliases(data.resolve("policy/aliases.tsv.gz"));
        List<String> definitions = lines(data.resolve("policy/definitions.jsonl.gz"));
        var conditions = new ArrayList<Condition>();
        var values = new ArrayList<ParameterValues>();
        var context = EvaluationContext.at(Instant.parse("2026-11-24T00:00:00Z"));
        for (String line : definitions) {
            Places places = Places.unknownLines("definition");
            PolicyDefinition definition =
                    PolicyParser.definition(json(line), places).value().orElseThrow();
            ParameterValues assigned = ParameterValues.of(definition.parameters(), given(definition), places)
                    .value()
                    .orElseThrow();
            conditions.add(new Binding(assigned, context).condition(definition.rule().condition()));
            values.add(assigned);
        }
        long start = System.nanoTime();
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < conditions.size(); i++) {
            Condition bound = conditions.get(i);
            rules.add(new Rule(
                    bound,
                    Evaluator.of(List.of(bound), values.get(i), aliases, context),
                    CompiledCondition.of(bound, values.get(i), aliases, context)));
        }
        double compiling = (System.nanoTime() - start) / 1e9;
        List<Resource> resources = resources(data.resolve("estate/estate.jsonl.gz"));
        Estate estate = Estate.of(
                resources.stream().map(one -> new Observation(one, Place.of("recorded"))).toList(), List.of());
        Collections.shuffle(resources, new Random(1));
        List<Scope> scopes = resources.stream()
                .map(one -> Scope.of(one, estate))
                .toList();
        measure(root, rules, scopes, rounds, compiling);
    }

    private static void measure(Path root, List<Rule> rules, List<Scope> all, int rounds, double compiling)
            throws IOException {
        List<Scope> some = all.subList(0, SAMPLE);
        Map<ResourceType, List<Rule>> byType = byType(rules, all);
        long pairs = (long) rules.size() * some.size();
        long fitting = all.stream()
                .mapToLong(scope -> byType.get(scope.resource().type()).size())
                .sum();
        var ways = List.of(
                new Way("every pair, explaining", pairs, () -> explained(some, type -> rules)),
                new Way("every pair, deciding", pairs, () -> decided(some, type -> rules)),
                new Way("pairs of a type that can be, explaining", fitting, () -> explained(all, byType::get)),
                new Way("pairs of a type that can be, deciding", fitting, () -> decided(all, byType::get)));
        double[][] perSecond = new double[ways.size()][rounds];
        for (int round = -2; round < rounds; round++) {
            long[] answers = new long[ways.size()];
            for (int way = 0; way < ways.size(); way++) {
                long start = System.nanoTime();
                answers[way] = ways.get(way).run().getAsLong();
                double seconds = (System.nanoTime() - start) / 1e9;
                if (round >= 0) {
                    perSecond[way][round] = ways.get(way).pairs() / seconds;
                }
            }
            if (answers[0] != answers[1] || answers[2] != answers[3]) {
                throw new IllegalStateException("different answers: " + Arrays.toString(answers));
            }
        }
        String part = part(ways, perSecond, rules.size(), compiling);
        System.out.println(part);
        Path page = root.resolve("docs/benchmarks.md");
        Files.writeString(page, with(Files.readString(page), part));
    }

    private static long explained(List<Scope> scopes, Function<ResourceType, List<Rule>> rules) {
        long answers = 0;
        for (Scope scope : scopes) {
            for (Rule rule : rules.apply(scope.resource().type())) {
                answers += worth(rule.explaining().explain(rule.bound(), scope).truth());
            }
        }
        return answers;
    }

    private static long decided(List<Scope> scopes, Function<ResourceType, List<Rule>> rules) {
        long answers = 0;
        for (Scope scope : scopes) {
            for (Rule rule : rules.apply(scope.resource().type())) {
                answers += worth(rule.deciding().decide(scope));
            }
        }
        return answers;
    }

    /** A number that tells the answers apart when they are added up. */
    private static long worth(Truth truth) {
        return switch (truth) {
            case Truth.Decided decided -> decided.holds() ? 1 : 0;
            case Truth.Undecided undecided -> undecided.cause() == Truth.Cause.FAILED ? 1_000_000_000L : 1_000_000_000_000L;
        };
    }

    /** For each type in the sample, the rules that can hold of it. */
    private static Map<ResourceType, List<Rule>> byType(List<Rule> rules, List<Scope> scopes) {
        var byType = new HashMap<ResourceType, List<Rule>>();
        for (Scope scope : scopes) {
            byType.computeIfAbsent(scope.resource().type(), type -> rules.stream()
                    .filter(rule -> rule.deciding()
                            .possibleTypes()
                            .map(possible -> possible.contains(type))
                            .orElse(true))
                    .toList());
        }
        return byType;
    }

    private static String part(List<Way> ways, double[][] perSecond, int rules, double compiling) {
        int rounds = perSecond[0].length;
        var lines = new ArrayList<String>();
        lines.add(HEADING);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Written by `bench/decide`. The `if` of %,d published definitions asked of %,d recorded resources in one thread",
                rules,
                SAMPLE));
        lines.add(String.format(
                Locale.ROOT,
                "(of all, where the type can be), %d rounds after two that do not count; ratios are taken within a round. Making both",
                rounds));
        lines.add(String.format(
                Locale.ROOT,
                "twins of all rules took %.1f s, cold. Machine: %d processors, Java %s, %s %s.",
                compiling,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
        lines.add("");
        lines.add("| way | pairs | answers a second, median (min to max) | goal | ratio, median (min to max) |");
        lines.add("|---|---|---|---|---|");
        for (int way = 0; way < ways.size(); way++) {
            double[] ratios = new double[rounds];
            int plain = way / 2 * 2;
            for (int round = 0; round < rounds; round++) {
                ratios[round] = perSecond[way][round] / perSecond[plain][round];
            }
            String goal = way == plain ? "" : "1,000,000: " + (median(perSecond[way]) >= 1e6 ? "met" : "missed");
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %s | %s | %s |",
                    ways.get(way).name(),
                    ways.get(way).pairs(),
                    spread("%,.0f", perSecond[way]),
                    goal,
                    spread("%.1f", ratios)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String spread(String format, double[] values) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                median(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The page with this program's part replaced, or added at the end. */
    private static String with(String page, String part) {
        int from = page.indexOf(HEADING);
        if (from < 0) {
            return page + "\n" + part;
        }
        int to = page.indexOf("\n## ", from);
        return page.substring(0, from) + part + (to < 0 ? "" : page.substring(to));
    }

    private static List<Resource> resources(Path file) throws IOException {
        var resources = new ArrayList<Resource>();
        for (String line : lines(file)) {
            var document = (JsonObject) json(line);
            document.text("id").flatMap(ResourceId::parse).ifPresent(id -> resources.add(new Resource(
                    id,
                    document.text("type").flatMap(ResourceType::parse).orElse(id.type()),
                    document,
                    Resource.Detail.FULL)));
        }
        return resources;
    }

    /** A value for each parameter that has no default. */
    private static Map<String, JsonValue> given(PolicyDefinition definition) {
        var given = new HashMap<String, JsonValue>();
        for (Parameter parameter : definition.parameters()) {
            if (parameter.defaultValue().isEmpty()) {
                given.put(parameter.name(), any(parameter));
            }
        }
        return given;
    }

    private static JsonValue any(Parameter parameter) {
        JsonValue plain = switch (parameter.type()) {
            case STRING -> new JsonString("x");
            case DATE_TIME -> new JsonString("2026-01-01T00:00:00Z");
            case ARRAY -> JsonArray.of(parameter.allowedValues().stream().limit(1).toList());
            case OBJECT -> JsonObject.empty();
            case BOOLEAN -> JsonBoolean.TRUE;
            case INTEGER, FLOAT -> JsonNumber.of(1);
        };
        boolean open = parameter.allowedValues().isEmpty() || parameter.type() == Parameter.Type.ARRAY;
        return open ? plain : parameter.allowedValues().getFirst();
    }

    private static Aliases aliases(Path file) throws IOException {
        var paths = new HashMap<ResourceType, Map<String, String>>();
        for (String line : lines(file)) {
            String[] parts = line.split("\t", -1);
            if (!line.startsWith("#") && parts.length == 3) {
                ResourceType.parse(parts[0])
                        .ifPresent(type -> paths.computeIfAbsent(type, one -> new HashMap<>())
                                .put(parts[1], parts[2]));
            }
        }
        return Aliases.ofPaths(paths);
    }

    private static JsonValue json(String line) throws IOException {
        var in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
        return LocatedJson.read(in, "line", problem -> {}).orElseThrow().value();
    }

    private static List<String> lines(Path file) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}

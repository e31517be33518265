package dev.demarc.runner.opinion;

import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.runner.opinion.SecondOpinion.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The second opinion as a page. Every number on it is counted. */
final class DecisionsPage {
    private final SecondOpinion opinion;
    private final Map<String, PolicyDefinition> definitions;
    private final List<String> lines = new ArrayList<>();

    private DecisionsPage(SecondOpinion opinion, Map<String, PolicyDefinition> definitions) {
        this.opinion = opinion;
        this.definitions = definitions;
    }

    /** The page, in Markdown. */
    static String of(SecondOpinion opinion, Map<String, PolicyDefinition> definitions) {
        var page = new DecisionsPage(opinion, definitions);
        page.introduction();
        page.agreement();
        page.causes();
        page.unexplained();
        page.modes();
        return String.join("\n", page.lines) + "\n";
    }

    private void introduction() {
        say("# A second opinion");
        say("");
        say(
                "Written by `bench/decisions`; every number is counted, none is typed. Another engine, microsoft/regorus, was");
        say(
                "asked whether published definitions match recorded resources, with default parameters. Demarc is asked the");
        say(
                "same: the `if` of the rule alone, neither the mode nor the related resource. Where the answers differ, one");
        say("thing at a time is changed (a disputed point of the language, something the other engine was not told, a");
        say(
                "shortcoming of it that is imitated) until they agree; that is the cause. Where none suffices alone, all are");
        say("changed and each that is not needed is taken back.");
        say("");
    }

    private void agreement() {
        long open = count(Difference::isOpen);
        long answered = opinion.compared() - open;
        long agreed = opinion.agreed().getOrDefault(Reading.DOCUMENTED, 0L);
        say("## Agreement");
        say("");
        say("| how Demarc was asked | decisions | the same | share |");
        say("|---|--:|--:|--:|");
        row("as documented", opinion.compared(), agreed);
        row("as documented, where it gives an answer; it leaves " + number(open) + " open", answered, agreed);
        row("in the semantics profile `regorus`", opinion.compared(), Reading.OTHER);
        row(
                "as documented, told no more than the other engine was, where its outcome shows what the `if` came to",
                opinion.compared(),
                Reading.ALIKE);
        row("in the profile `regorus`, with everything below imitated at once", opinion.compared(), Reading.IMITATED);
        say("");
    }

    private void row(String what, long compared, Reading reading) {
        row(what, compared, opinion.agreed().getOrDefault(reading, 0L));
    }

    private void row(String what, long compared, long agreed) {
        say("| " + what + " | " + number(compared) + " | " + number(agreed) + " | " + share(agreed, compared) + " |");
    }

    private void causes() {
        var byCauses = new TreeMap<String, List<Difference>>();
        for (Difference difference : opinion.differences()) {
            if (!difference.causes().isEmpty()) {
                byCauses.computeIfAbsent(Cause.ids(difference.causes()), ids -> new ArrayList<>())
                        .add(difference);
            }
        }
        var sorted = new ArrayList<>(byCauses.entrySet());
        sorted.sort(Comparator.comparingInt((Map.Entry<String, List<Difference>> entry) ->
                        -entry.getValue().size())
                .thenComparing(Map.Entry::getKey));
        say("## Differences by cause");
        say("");
        say("| cause | kind | differences | of these open | share of all | example |");
        say("|---|---|--:|--:|--:|---|");
        sorted.forEach(entry -> cause(entry.getKey(), entry.getValue()));
        say("");
        say("What each means, and who is right:");
        say("");
        say("| cause | what the other engine does | right |");
        say("|---|---|---|");
        for (Cause cause : Cause.all()) {
            say("| `" + cause.id() + "` | " + cause.says() + " | " + cause.right() + " |");
        }
        say("");
    }

    private void cause(String ids, List<Difference> differences) {
        Difference example = differences.stream()
                .min(Comparator.comparing((Difference one) -> one.decision().definition())
                        .thenComparing(one -> one.decision().resource()))
                .orElseThrow();
        String kinds = example.causes().stream()
                .map(Cause::kind)
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        long open = differences.stream().filter(Difference::isOpen).count();
        say("| `" + ids.replace(" + ", "` + `") + "` | " + kinds + " | " + number(differences.size()) + " | "
                + number(open) + " | " + share(differences.size(), opinion.compared()) + " | " + told(example) + " |");
    }

    private String told(Difference one) {
        PolicyDefinition definition = definitions.get(one.decision().definition());
        String name = definition == null ? "" : definition.displayName();
        return "`" + one.decision().definition() + "` (" + name.replace("|", "\\|") + ") of `"
                + one.decision().resource() + "`: the other `" + one.decision().outcome() + "`, Demarc `" + one.ours()
                + "`";
    }

    private void unexplained() {
        say("## Unexplained");
        say("");
        List<Difference> all = opinion.unexplained();
        if (all.isEmpty()) {
            say("None.");
        }
        all.forEach(one -> say("- " + told(one)));
        say("");
    }

    private void modes() {
        say("## Modes");
        say("");
        say(
                "The other engine knows no modes. Demarc's checks do: the resource provider evaluates what is of its mode, and");
        say("of mode `indexed` only resources with a location are evaluated.");
        say("");
        say("| mode of the definition | decisions |");
        say("|---|--:|");
        new TreeMap<>(opinion.modes()).forEach((mode, count) -> say("| `" + mode + "` | " + number(count) + " |"));
    }

    private long count(Predicate<Difference> test) {
        return opinion.differences().stream().filter(test).count();
    }

    private void say(String line) {
        lines.add(line);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f %%", 100.0 * part / whole);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times commands as whole processes: in every round each command runs once, beside a plain start of the same Java. Prints
 * wall times and ratios with their spread, goals beside results, and writes them down.
 */
public final class StartTimes {
    private record Timed(String name, List<String> command, double goalSeconds, double[] seconds) {}

    private StartTimes() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]);
        String java = arguments[1];
        int rounds = Integer.parseInt(arguments[2]);
        String demarc = root.resolve("demarc").toString();
        var all = List.of(
                new Timed("java -version", List.of(java, "-version"), Double.NaN, new double[rounds]),
                new Timed("demarc --version", List.of(demarc, "--version"), 0.25, new double[rounds]),
                new Timed(
                        "demarc assess examples/contoso",
                        List.of(demarc, "assess", root.resolve("examples/contoso").toString()),
                        1.0,
                        new double[rounds]));
        for (int round = -1; round < rounds; round++) {
            for (Timed timed : all) {
                double seconds = run(timed.command());
                if (round >= 0) {
                    timed.seconds()[round] = seconds;
                }
            }
        }
        String table = table(all, rounds);
        System.out.println(table);
        Path page = root.resolve("docs/benchmarks.md");
        Files.writeString(page, page(table, rounds) + others(Files.readString(page)));
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String table(List<Timed> all, int rounds) {
        var lines = new ArrayList<String>();
        lines.add("| command | wall s, median (min to max) | goal | times a plain start, median (min to max) |");
        lines.add("|---|---|---|---|");
        double[] plain = all.getFirst().seconds();
        for (Timed timed : all) {
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = timed.seconds()[round] / plain[round];
            }
            String goal = Double.isNaN(timed.goalSeconds())
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "%.2f s: %s",
                            timed.goalSeconds(),
                            median(timed.seconds()) <= timed.goalSeconds() ? "met" : "missed");
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %.3f (%.3f to %.3f) | %s | %.1f (%.1f to %.1f) |",
                    timed.name(),
                    median(timed.seconds()),
                    Arrays.stream(timed.seconds()).min().orElseThrow(),
                    Arrays.stream(timed.seconds()).max().orElseThrow(),
                    goal,
                    median(ratios),
                    Arrays.stream(ratios).min().orElseThrow(),
                    Arrays.stream(ratios).max().orElseThrow()));
        }
        return String.join("\n", lines);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The parts of the page that other programs write. */
    private static String others(String page) {
        int from = page.indexOf("\n## ");
        return from < 0 ? "" : page.substring(from);
    }

    private static String page(String table, int rounds) {
        return "# Benchmarks\n\n"
                + "Written by `bench/start`. Whole processes, warm (built, ahead-of-time cache trained), "
                + rounds + " rounds after one that does not count;\nevery ratio is taken within its round. "
                + "Machine: " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ".\n\n"
                + table + "\n";
    }
}

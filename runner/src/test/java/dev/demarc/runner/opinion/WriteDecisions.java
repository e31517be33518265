package dev.demarc.runner.opinion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares every decision of the other engine and writes {@code docs/semantics/decisions.md}; see {@code bench/decisions}. */
public final class WriteDecisions {
    /** The least share of decisions that both engines make when they are told the same. */
    static final double LEAST_AGREEMENT = 0.999;

    private WriteDecisions() {}

    /** Ends with 1 where a difference has no cause or the engines agree too rarely, with 3 where there is no data. */
    public static void main(String[] arguments) throws IOException {
        var data = PublicData.beside();
        if (data.isEmpty()) {
            System.err.println("bench/decisions: the public data is not beside the project");
            System.exit(3);
        }
        SecondOpinion opinion = SecondOpinion.of(data.orElseThrow(), decision -> true);
        Path folder = Path.of(System.getProperty("demarc.root", ".."), "docs/semantics");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("decisions.md"),
                DecisionsPage.of(opinion, data.orElseThrow().definitions()));
        System.out.printf(
                "%d decisions, %d the same, %.3f %% when told the same, %d differences unexplained%n",
                opinion.compared(),
                opinion.agreed().getOrDefault(Reading.DOCUMENTED, 0L),
                100 * opinion.agreement(Reading.ALIKE),
                opinion.unexplained().size());
        boolean good = opinion.unexplained().isEmpty()
                && opinion.agreement(Reading.ALIKE) >= LEAST_AGREEMENT
                && opinion.agreement(Reading.IMITATED) == 1.0;
        System.exit(good ? 0 : 1);
    }
}

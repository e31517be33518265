package dev.demarc.document;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a law over many generated cases, the same ones every time, and names the seed of the one that breaks it. */
public final class Law {
    private static final int SEEDS = 400;

    private Law() {}

    /** Checks a law for each seed. */
    public static void holds(Consumer<Random> law) {
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                law.accept(new Random(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("the law is broken with seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }
}

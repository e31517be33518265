package planted.estate;

import planted.check.KnowsTheEstateToo;
import planted.runner.Runs;

public class KnowsARunner {
    Runs runs() {
        return new Runs();
    }

    KnowsTheEstateToo round() {
        return new KnowsTheEstateToo();
    }
}

package planted.check;

import planted.estate.KnowsARunner;

public class KnowsTheEstateToo {
    KnowsARunner round() {
        return new KnowsARunner();
    }
}

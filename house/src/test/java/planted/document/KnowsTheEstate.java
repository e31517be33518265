package planted.document;

import planted.estate.KnowsARunner;

class KnowsTheEstate {
    KnowsARunner below() {
        return new KnowsARunner();
    }
}

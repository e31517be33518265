package planted.document;

import java.time.Instant;

class AsksTheClock {
    Instant now() {
        return Instant.now();
    }
}

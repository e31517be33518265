package planted.document;

import java.util.logging.Logger;

class Logs {
    void log() {
        Logger.getLogger("planted").info("said");
    }
}

package planted.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReadsADisk {
    String read() throws IOException {
        return Files.readString(Path.of("anything"));
    }
}

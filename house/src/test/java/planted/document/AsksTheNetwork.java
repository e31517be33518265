package planted.document;

import java.net.URI;

class AsksTheNetwork {
    URI where() {
        return URI.create("anywhere");
    }
}

package planted.document;

import java.net.InetAddress;
import java.net.UnknownHostException;

class AsksTheNetwork {
    InetAddress where() throws UnknownHostException {
        return InetAddress.getLocalHost();
    }
}

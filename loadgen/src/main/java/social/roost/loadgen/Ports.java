package social.roost.loadgen;

import java.io.IOException;
import java.net.ServerSocket;

/** Unused ports. */
final class Ports {
    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

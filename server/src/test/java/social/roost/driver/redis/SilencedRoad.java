package social.roost.driver.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A link to a server whose connections can be made to go nowhere without being closed. */
final class SilencedRoad implements AutoCloseable {
    private final ServerSocket entrance;
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile AtomicBoolean silence = new AtomicBoolean();

    SilencedRoad(int port) throws IOException {
        this.port = port;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String address() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    /** From now on drops everything on existing connections; later ones work. */
    void silence() {
        silence.set(true);
        silence = new AtomicBoolean();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(client);
                sockets.add(server);
                AtomicBoolean silent = silence;
                Thread.startVirtualThread(() -> carry(client, server, silent));
                Thread.startVirtualThread(() -> carry(server, client, silent));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private static void carry(Socket from, Socket to, AtomicBoolean silent) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8_192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (!silent.get()) {
                    out.write(bytes, 0, count);
                }
            }
        } catch (IOException _) {
            // One of its ends has closed, which closes the other.
        }
    }
}

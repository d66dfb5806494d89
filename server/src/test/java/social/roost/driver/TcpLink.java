package social.roost.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A link to a server that a test can cut and repair, with its own port on this machine. */
public final class TcpLink implements AutoCloseable {
    private static final int MAXIMUM_ATTEMPTS = 100;

    private final InetSocketAddress server;
    private final InetSocketAddress own;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private Thread acceptor;

    /**
     * Opens a link.
     *
     * @param server as host:port
     */
    public TcpLink(String server) {
        int colon = server.lastIndexOf(':');
        this.server = new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
        listener = listenSomewhere();
        acceptor = accept(listener);
        own = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** The address of the link, as host:port. */
    public String address() {
        return own.getAddress().getHostAddress() + ":" + own.getPort();
    }

    /** Closes all connections and refuses new ones. */
    public void cut() {
        close(listener);
        awaitEnd(acceptor);
        sockets.forEach(TcpLink::close);
        sockets.clear();
    }

    public void mend() {
        listener = listen(own);
        acceptor = accept(listener);
    }

    @Override
    public void close() {
        cut();
    }

    /** Below the ephemeral ports; otherwise a connection made while the link is cut could take its port. */
    private static ServerSocket listenSomewhere() {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(27_000, 32_000);
            try {
                return listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (UncheckedIOException e) {
                if (attempt == MAXIMUM_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static ServerSocket listen(InetSocketAddress address) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(address);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread accept(ServerSocket from) {
        return Thread.ofVirtual().start(() -> acceptAll(from));
    }

    private void acceptAll(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                connect(from, from.accept());
            } catch (IOException e) {
                // Closed, or the server is down: the caller sees the connection close.
            }
        }
    }

    private void connect(ServerSocket from, Socket caller) throws IOException {
        sockets.add(caller);
        Socket called = new Socket();
        sockets.add(called);
        try {
            called.connect(server, 2_000);
        } catch (IOException e) {
            close(caller);
            throw e;
        }
        Thread.ofVirtual().start(() -> copy(caller, called));
        Thread.ofVirtual().start(() -> copy(called, caller));
        if (from.isClosed()) {
            close(caller);
            close(called);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One end has closed, and both are closed now.
        }
    }

    /** Only then is the port free again. */
    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

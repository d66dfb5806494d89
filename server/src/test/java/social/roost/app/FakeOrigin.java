package social.roost.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server behind a cache that gives the same response to every request, or none. */
final class FakeOrigin implements AutoCloseable {
    private static final int BACKLOG = 100;
    private static final long WORK_MILLIS = 300;

    private final AtomicInteger requests;
    private final Listener listener;

    private FakeOrigin(AtomicInteger requests, Listener listener) {
        this.requests = requests;
        this.listener = listener;
    }

    @FunctionalInterface
    private interface Listener {
        void stop() throws IOException;
    }

    /** It takes a while for each response. */
    static FakeOrigin answering(int port, int status, String cacheControl) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            sleep();
            exchange.getResponseHeaders().add("cache-control", cacheControl);
            exchange.sendResponseHeaders(status, 1);
            try (var body = exchange.getResponseBody()) {
                body.write('x');
            }
        });
        server.start();
        return new FakeOrigin(requests, () -> {
            server.stop(0);
            threads.close();
        });
    }

    /** Accepts connections and does not respond. */
    static FakeOrigin silent(int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        return new FakeOrigin(new AtomicInteger(), socket::close);
    }

    private static void sleep() {
        try {
            Thread.sleep(WORK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        listener.stop();
    }
}

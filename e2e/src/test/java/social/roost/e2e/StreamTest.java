package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The stream during failures (E5, L2)")
@Timeout(180)
final class StreamTest {
    private static final int TOGETHER = 16;
    private static final int RECEIVE_BUFFER = 4_096;
    private static final byte[] PING = {(byte) 0x89, (byte) 0x80, 1, 2, 3, 4};

    private final Children children = new Children();

    @TempDir
    private Path folder;

    @AfterEach
    void killWhateverRuns() {
        children.close();
    }

    @Test
    void clientsAreToldToComeBackAtDifferentTimesWhenTheServerStops() {
        RoostProcess roost = children.start(folder.resolve("data"));
        Client bob = roost.client().join("bob");
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            listeners.add(Listener.webSocket(bob.streamAddress("/stream")));
            listeners.add(Listener.events(bob.streamAddress("/stream/events")));
        }
        listeners.forEach(each -> each.next("unread"));
        roost.askToStop();
        Set<Integer> pauses = new HashSet<>();
        for (Listener listener : listeners) {
            int pause = listener.next("reconnect").path("after_milliseconds").asInt(-1);
            assertThat(pause).isBetween(0, 10_000);
            pauses.add(pause);
            assertThat(listener.closeCode()).isEqualTo(1012);
        }
        assertThat(pauses).hasSizeGreaterThan(1);
        assertThat(roost.exitCode()).isEqualTo(143);
    }

    @Test
    void aClientThatTakesNothingInIsCutOffAndOthersGetAll() throws Exception {
        RoostProcess roost = children.start(folder.resolve("data"), "--live.patience=3s");
        Client alice = roost.client().join("alice");
        Client bob = roost.client().join("bob");
        bob.follow(alice);
        Set<String> posted = new HashSet<>();
        try (Listener other = Listener.webSocket(bob.streamAddress("/stream"));
                Socket slow = openAndReadNothing(URI.create(bob.streamAddress("/stream")));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String _ = other.next("unread").asText();
            Callable<String> post = () -> alice.tweet("a long story ".repeat(20).strip());
            while (isOpen(slow)) {
                for (Future<String> tweet : threads.invokeAll(Collections.nCopies(TOGETHER, post))) {
                    posted.add(tweet.get());
                }
            }
            while (!posted.isEmpty()) {
                assertThat(posted.remove(other.tweet())).isTrue();
            }
        }
    }

    private static Socket openAndReadNothing(URI address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: roost\r\n"
                        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    /** Writing to a connection that the other side has closed fails, at the latest the second time. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.getOutputStream().write(PING);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.ModelClient.Account;

/** Timelines that fail in requests and work only for events. */
@DisplayName("A failure after a commit fails no request: the event makes up for it")
@Timeout(240)
class FailingListenerTest {
    private static final Set<String> CHANGES = Set.of("push", "merge");

    private final AtomicInteger failures = new AtomicInteger();
    private ModelServer server;
    private ModelClient client;
    private Account author;
    private Account reader;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = ModelServer.start(
                folder,
                Map.of(),
                InstantSource.system(),
                stores -> Intercepted.stores(stores, this::fail, method -> {}));
        client = server.client();
        author = client.register("alice");
        reader = client.register("bob");
        assertThat(client.home(reader, 10, null).ids()).isEmpty();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("A post is answered 201")
    void aPost() {
        assertThat(client.home(author, 10, null).ids()).isEmpty();
        long tweet = client.post(author, "hello");
        assertThat(failures).hasValue(1);
        server.quiesce();
        assertThat(client.home(author, 10, null).ids()).containsExactly(tweet);
    }

    @Test
    @DisplayName("A follow is answered 200")
    void aFollow() {
        long tweet = client.post(author, "hello");
        int before = failures.get();
        assertThat(client.follow(reader, author)).isTrue();
        assertThat(failures).hasValue(before + 1);
        server.quiesce();
        assertThat(client.home(reader, 10, null).ids()).containsExactly(tweet);
    }

    private void fail(String method) {
        if (CHANGES.contains(method) && !Thread.currentThread().getName().startsWith(FanOutFeature.GROUP)) {
            failures.incrementAndGet();
            throw new IllegalStateException("no timeline just now");
        }
    }
}

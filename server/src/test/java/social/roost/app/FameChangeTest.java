package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.ModelClient.Account;

/**
 * Authors become famous or ordinary at the worst moment, between two steps of someone else. Two followers make an
 * author famous.
 */
@DisplayName("B3: no reader loses a tweet of an author")
class FameChangeTest {
    private static final Map<String, String> FAME = Map.of("fame.gained-at", "2", "fame.lost-at", "1");

    /** Runs once, after the next call of the method with this name. */
    private final AtomicReference<@Nullable Meanwhile> meanwhile = new AtomicReference<>();

    /** Deliveries by events wait for it. */
    private final AtomicReference<CountDownLatch> deliveries = new AtomicReference<>(new CountDownLatch(0));

    private ModelServer server;
    private ModelClient client;
    private Account author;
    private Account reader;
    private Account other;
    private long tweet;

    @BeforeEach
    void aFamousAuthorPosts(@TempDir Path folder) {
        server = ModelServer.start(
                folder, FAME, InstantSource.system(), stores -> Intercepted.stores(stores, this::before, this::after));
        client = server.client();
        author = client.register("alice");
        reader = client.register("bob");
        other = client.register("carol");
        client.follow(reader, author);
        client.follow(other, author);
        server.quiesce();
        tweet = client.post(author, "hello");
        server.quiesce();
    }

    @AfterEach
    void closes() {
        server.close();
    }

    @Test
    @DisplayName("who loses fame during a read")
    void aRead() {
        assertThat(home()).containsExactly(tweet);
        meanwhile.set(new Meanwhile("older", this::fameIsLost));
        assertThat(home()).containsExactly(tweet);
        assertThat(meanwhile.get()).as("fame was lost within the read").isNull();
        assertThat(home()).containsExactly(tweet);
    }

    @Test
    @DisplayName("who loses fame during a rebuild")
    void aRebuild() {
        meanwhile.set(new Meanwhile("merge", () -> assertThat(home()).containsExactly(tweet)));
        fameIsLost();
        assertThat(meanwhile.get()).as("there was a read within the loss").isNull();
        assertThat(home()).containsExactly(tweet);
    }

    @Test
    @DisplayName("who is famous, and followed while events are on their way (D4)")
    void aFollow() {
        assertThat(home()).containsExactly(tweet);
        Account late = client.register("dave");
        CountDownLatch held = new CountDownLatch(1);
        deliveries.set(held);
        long second = client.post(author, "and again");
        long third = client.post(author, "and once more");
        client.follow(late, author);
        assertThat(client.home(late, 10, null).ids()).containsExactly(third, second, tweet);
        held.countDown();
    }

    private List<Long> home() {
        return client.home(reader, 10, null).ids();
    }

    private void fameIsLost() {
        client.unfollow(other, author);
        server.quiesce();
    }

    private void before(String method) {
        if (method.equals("push") && Thread.currentThread().getName().startsWith(FanOutFeature.GROUP)) {
            try {
                assertThat(deliveries.get().await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void after(String method) {
        Meanwhile now = meanwhile.get();
        if (now != null && now.method().equals(method) && meanwhile.compareAndSet(now, null)) {
            now.what().run();
        }
    }

    private record Meanwhile(String method, Runnable what) {}
}

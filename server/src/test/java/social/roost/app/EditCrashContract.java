package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.LongRun;
import social.roost.base.Seed;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/**
 * An author edits tweets with several clients at once while a server is killed at random moments. Then each text that
 * was acknowledged is a version of its tweet, once, and the newest version is the one that everyone reads.
 */
abstract class EditCrashContract {
    private static final int KILLS = LongRun.times(2, 20);
    private static final int LATEST_KILL_MILLIS = 2_000;
    private static final int CLIENTS = 3;
    private static final int MOST_EDITS = 5;
    private static final String TWEETS = "/api/roost/v1/tweets";

    @RegisterExtension
    final Seed seed = new Seed();

    private final AtomicInteger texts = new AtomicInteger();

    /** The texts that were acknowledged, by tweet. */
    private final Map<String, Queue<String>> acknowledged = new ConcurrentHashMap<>();

    private String token = "";
    private volatile @Nullable String edited;

    /** Which stores to use. */
    abstract Map<String, String> stores();

    /** How many processes serve at once. */
    abstract int processes();

    @Test
    @Timeout(900)
    void noAcknowledgedTextIsLost() throws Exception {
        Random random = new Random(seed.value());
        try (MortalServers servers = new MortalServers(stores(), processes())) {
            for (int i = 0; i < KILLS; i++) {
                servers.complete();
                if (token.isEmpty()) {
                    String name = "editor" + Long.toString(System.nanoTime() & 0xffffff, 36);
                    token = RemoteUploads.register(servers.port(), name);
                }
                servers.killAfter(
                        LATEST_KILL_MILLIS / 4 + random.nextInt(LATEST_KILL_MILLIS),
                        Collections.nCopies(CLIENTS, this::editOnce));
            }
            servers.complete();
            assertThat(acknowledged).hasSizeGreaterThan(KILLS);
            for (int port : servers.ports()) {
                acknowledged.forEach((tweet, acked) -> compare(port, tweet, List.copyOf(acked)));
            }
        }
    }

    private void editOnce(int port) {
        String tweet = edited;
        String text = "Text " + texts.incrementAndGet();
        if (tweet == null) {
            String posted = expect(201, call(port, "POST", TWEETS, text)).member("id");
            acknowledge(posted, text);
            edited = posted;
            return;
        }
        Answer answer = call(port, "PATCH", TWEETS + "/" + tweet, text);
        if (answer.status() == 200) {
            acknowledge(tweet, text);
        } else {
            expect(409, answer);
            if (answer.member("code").equals("too_many_edits")) {
                edited = null;
            }
        }
    }

    private void acknowledge(String tweet, String text) {
        acknowledged.computeIfAbsent(tweet, _ -> new ConcurrentLinkedQueue<>()).add(text);
    }

    private void compare(int port, String tweet, List<String> acked) {
        List<String> versions = get(port, TWEETS + "/" + tweet + "/revisions")
                .valueStream()
                .map(version -> version.get("content").asText())
                .toList();
        assertThat(versions).doesNotHaveDuplicates().containsAll(acked).hasSizeLessThanOrEqualTo(1 + MOST_EDITS);
        JsonNode current = get(port, TWEETS + "/" + tweet);
        assertThat(current.get("content").asText()).isEqualTo(versions.getLast());
        assertThat(current.path("edits_count").asInt()).isEqualTo(versions.size() - 1);
    }

    private JsonNode get(int port, String path) {
        return expect(200, call(port, "GET", path, null)).json().get("data");
    }

    private Answer call(int port, String method, String path, @Nullable String text) {
        RawRequest request = RawRequest.of(method, path).token(token);
        try (RawClient client = new RawClient(port)) {
            return client.call(text == null ? request : request.json("{\"content\":\"" + text + "\"}"));
        }
    }
}

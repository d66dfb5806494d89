package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.LongRun;
import social.roost.base.Seed;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/** A server is killed again and again while tweets are posted, deleted and searched. */
@DisplayName("Search and kill -9 (I2, F1, issue 20)")
class SearchCrashTest {
    private static final int KILLS = LongRun.times(5, 20);

    @RegisterExtension
    final Seed seed = new Seed();

    @TempDir
    Path folder;

    /** Acknowledged, and not deleted. */
    private final TreeSet<Long> posted = new TreeSet<>();

    private final List<Long> deleted = new ArrayList<>();

    private String token = "";

    @Test
    @Timeout(900)
    void whatWasAcknowledgedIsFoundAndNothingDeletedIs() throws Exception {
        Random random = new Random(seed.value());
        for (int i = 0; i < KILLS; i++) {
            try (ServerProcess server = start();
                    RawClient client = new RawClient(server.port())) {
                begin(client);
                CountDownLatch enough = new CountDownLatch(5 + random.nextInt(60));
                Thread killer = Thread.ofPlatform().start(() -> kill(server, enough));
                workUntilItFails(client, random, enough);
                killer.join();
            }
        }
        try (ServerProcess server = start();
                RawClient client = new RawClient(server.port())) {
            awaitFound(client);
        }
    }

    private ServerProcess start() throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("data", folder.toString(), "http.port", "0"));
        settings.put("stores", "embedded");
        settings.put("limits.enabled", "false");
        settings.put("links.cards", "false");
        settings.put("sessions.password-memory", "1MiB");
        return ServerProcess.start(settings);
    }

    private void begin(RawClient client) {
        if (token.isEmpty()) {
            String account = "\"email\":\"alice@example.org\",\"password\":\"correct horse battery\"";
            Answer _ = client.call(
                    RawRequest.of("POST", "/api/roost/v1/users").json("{\"username\":\"alice\"," + account + "}"));
            token = client.call(RawRequest.of("POST", "/api/roost/v1/sessions")
                            .json("{\"login\":\"alice\",\"password\":\"correct horse battery\"}"))
                    .member("token");
        }
    }

    /** While requests are being answered. */
    private static void kill(ServerProcess server, CountDownLatch enough) {
        try {
            enough.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        server.process().destroyForcibly();
    }

    private void workUntilItFails(RawClient client, Random random, CountDownLatch enough) {
        while (true) {
            long deleting = random.nextInt(4) == 0 && !posted.isEmpty() ? posted.first() : 0;
            try {
                if (deleting == 0) {
                    posted.add(Long.parseLong(client.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                                    .token(token)
                                    .json("{\"content\":\"crash " + posted.size() + "\"}"))
                            .member("id")));
                } else {
                    assertThat(client.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + deleting)
                                            .token(token))
                                    .status())
                            .isEqualTo(204);
                    deleted.add(deleting);
                }
                enough.countDown();
            } catch (AssertionError | RuntimeException e) {

                return;
            } finally {
                // Without a response it is unknown whether it was deleted.
                posted.remove(deleting);
            }
        }
    }

    /** A post can be stored without being acknowledged, so others may be found too. */
    private void awaitFound(RawClient client) throws InterruptedException {
        assertThat(posted).hasSizeGreaterThan(KILLS);
        List<Long> found = found(client);
        for (int i = 0; i < 200 && !found.containsAll(posted); i++) {
            Thread.sleep(100);
            found = found(client);
        }
        assertThat(found)
                .containsAll(posted)
                .doesNotContainAnyElementsOf(deleted)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private List<Long> found(RawClient client) {
        List<Long> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.call(
                            RawRequest.of("GET", SearchSteps.TWEETS + "?sort=latest&limit=100&q=crash" + cursor))
                    .json();
            page.path("data").forEach(tweet -> found.add(tweet.path("id").asLong()));
            String next = page.at("/meta/next").asText();
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.ModelClient.Account;
import social.roost.event.Await;
import social.roost.http.RawRequest;

@DisplayName("Trends and kill -9, in one process (issue 21, F4)")
@Timeout(240)
class TrendsCrashTest {
    /** Of authors with the same text, three count. */
    private static final List<String> ENDINGS =
            List.of("today", "tonight", "wow", "finally", "look", "hurry", "maybe", "really", "again", "outside");

    private static final int PARTS = 3;

    @TempDir
    Path killed;

    @TempDir
    Path undisturbed;

    @Test
    void theTrendsAreThoseOfAServerThatWasNeverStopped() throws Exception {
        List<Account> authors = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            try (ServerProcess server = start(killed)) {
                post(new ModelClient(server.port()), authors, part);
            }
        }
        List<String> afterKills;
        try (LocalServer roost = new LocalServer(killed, new SettableClock(Instant.now()), UnaryOperator.identity())) {
            afterKills = trends(roost);
        }
        try (LocalServer roost =
                new LocalServer(undisturbed, new SettableClock(Instant.now()), UnaryOperator.identity())) {
            awaitTrends(roost);
            authors.clear();
            for (int part = 0; part < PARTS; part++) {
                post(new ModelClient(roost.port), authors, part);
            }
            assertThat(afterKills).isEqualTo(trends(roost)).contains("#storm " + ENDINGS.size());
        }
    }

    /** Closing it kills it. */
    private static ServerProcess start(Path folder) throws IOException {
        return ServerProcess.start(Map.of(
                "stores", "embedded",
                "data", folder.toString(),
                "http.port", "0",
                "limits.enabled", "false",
                "links.cards", "false",
                "sessions.password-memory", "1MiB"));
    }

    private static void post(ModelClient client, List<Account> authors, int part) {
        if (authors.isEmpty()) {
            for (int i = 0; i < ENDINGS.size(); i++) {
                authors.add(client.register("user" + i));
            }
        }
        for (int i = part; i < ENDINGS.size(); i += PARTS) {
            long _ = client.post(authors.get(i), "a #storm is coming " + ENDINGS.get(i));
        }
    }

    private static void awaitTrends(LocalServer roost) throws InterruptedException {
        Await.until(() -> roost.server.features().trends.isCurrent());
    }

    /** The topics and their authors, a minute later. */
    private static List<String> trends(LocalServer roost) throws InterruptedException {
        awaitTrends(roost);
        Await.until(() -> roost.server.backlog() == 0);
        roost.clock.advance(Duration.ofMinutes(1));
        roost.server.features().trends.tick();
        List<String> trends = new ArrayList<>();
        expect(200, roost.call(RawRequest.of("GET", "/api/roost/v1/trends")))
                .json()
                .get("data")
                .forEach(trend -> trends.add(trend.get("topic").asText() + " " + trend.get("authors_count")));
        return trends;
    }
}

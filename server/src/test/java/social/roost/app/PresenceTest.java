package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.Await;
import social.roost.live.Presence;
import social.roost.live.PresenceStore;

@DisplayName("E2: a user with an open stream is live, and active afterwards")
@Timeout(60)
class PresenceTest {
    private static final String STREAM = "/api/roost/v1/stream";

    private LocalServer roost;
    private PresenceStore presence;
    private long alice;
    private String token;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder, "live.lease=2s");
        presence = roost.server.stores().presence();
        String id = roost.register("alice");
        token = roost.token(id);
        alice = Long.parseLong(id);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, STREAM + "/events"})
    void oneStreamIsEnough(String path) throws Exception {
        StreamClient phone = open(path);
        awaitPresence(true);
        StreamClient laptop = open(path);
        phone.close();
        Thread.sleep(500);
        assertThat(isLive()).as("live with one of two streams").isTrue();
        laptop.close();
        awaitPresence(false);
    }

    @Test
    void theUsersOfAProcessThatDiesGoActive() throws Exception {
        presence.renew("dead", Duration.ofMillis(1));
        presence.arrive("dead", new long[] {alice});
        assertThat(isLive()).isTrue();
        roost.clock.advance(Duration.ofSeconds(1));
        awaitPresence(false);
    }

    @Test
    void aProcessThatWasTakenForDeadTellsAnewWhoIsHere() throws Exception {
        try (StreamClient _ = open(STREAM)) {
            awaitPresence(true);
            roost.clock.advance(Duration.ofMinutes(1));
            presence.endExpired();
            awaitPresence(true);
        }
    }

    @Test
    void whoeverIsHereLeavesWithTheServer() throws Exception {
        try (StreamClient _ = open(STREAM)) {
            awaitPresence(true);
            roost.server.close();
            assertThat(isLive()).isFalse();
        }
    }

    private void awaitPresence(boolean live) throws InterruptedException {
        Await.until(() -> presence.find(new long[] {alice}).containsKey(alice) && isLive() == live);
    }

    private boolean isLive() {
        Presence found = presence.find(new long[] {alice}).get(alice);
        return found != null && found.live();
    }

    private StreamClient open(String path) {
        return path.equals(STREAM)
                ? StreamClient.webSocket(roost.port, path, token)
                : StreamClient.events(roost.port, path, token);
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.ModelClient.Account;
import social.roost.driver.opensearch.OpenSearchStage;
import social.roost.event.Await;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
@DisplayName("A block of OpenSearch's index delays search and loses nothing (issue 20.4, elastic/elasticsearch#25541)")
@Tag("stack")
@Timeout(300)
class SearchBlockedIndexTest {
    private static final int TWEETS = 500;
    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final OpenSearchStage stage = new OpenSearchStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void tweetsPostedMeanwhileAreAllFoundWhenTheBlockIsRemoved() throws Exception {
        Map<String, String> settings = OwnCluster.settings();
        settings.put("data", folder.toString());
        settings.put("opensearch.prefix", stage.settings().prefix());
        try (Server server = OwnCluster.server(settings, "users,tweets,timelines,search")) {
            int port = server.listen();
            ModelClient client = new ModelClient(port);
            Account alice = client.register("a" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
            List<Long> posted = new ArrayList<>(List.of(client.post(alice, "before the block")));
            awaitFound(client, alice, posted);
            assertState(port, "closed");

            block(true);
            for (int i = 0; i < TWEETS; i++) {
                posted.addFirst(client.post(alice, "tweet " + i));
                if (i == 0) {
                    Await.until(() -> isFailing(server));
                    assertState(port, "open");
                }
            }
            assertThat(client.ids("/users/" + alice.id() + "/tweets", null, PAGE))
                    .isEqualTo(posted);

            block(false);
            awaitFound(client, alice, posted);
            assertThat(isFailing(server)).isFalse();
            assertState(port, "closed");
        }
    }

    /** As OpenSearch does when its disk is almost full. */
    private void block(boolean blocked) {
        var _ = stage.cluster()
                .send(
                        "PUT",
                        "/" + stage.settings().prefix() + "-*/_settings",
                        Collections.singletonMap("index.blocks.read_only_allow_delete", blocked ? true : null));
    }

    private static boolean isFailing(Server server) {
        return server.features().metrics.text().lines().anyMatch("roost_search_failing 1.0"::equals);
    }

    private static void assertState(int port, String state) {
        try (RawClient client = new RawClient(port)) {
            String health =
                    client.call(RawRequest.of("GET", "/health/ready")).json().toString();
            assertThat(health).contains("{\"name\":\"search index\",\"state\":\"" + state + "\"}");
        }
    }

    /** Events of an author are applied one after the other. */
    private static void awaitFound(ModelClient client, Account author, List<Long> posted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Long> found = List.of();
        while (!found.equals(posted)) {
            assertThat(System.nanoTime())
                    .as("found %s of %s", found.size(), posted.size())
                    .isLessThan(deadline);
            Thread.sleep(100);
            found = client.search(null, "from:" + author.name(), PAGE);
        }
    }
}

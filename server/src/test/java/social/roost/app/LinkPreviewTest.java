package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/** Skipped where the client is not part of the tested build. */
@DisplayName("What links to profiles and tweets look like elsewhere (issue 18.3)")
@Timeout(120)
class LinkPreviewTest {
    private LocalServer roost;
    private String alice;
    private String alices;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        alices = roost.token(alice);
        var _ = roost.call(RawRequest.of("PATCH", "/api/roost/v1/users/me")
                .token(alices)
                .json("{\"display_name\":\"Alice <3\",\"bio\":\"Birds & more\"}"));
        assumeTrue(roost.call(RawRequest.of("GET", "/")).text().contains("<!--preview-->"));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void profilesAndTweetsHaveOne() {
        assertThat(page("/@ALICE"))
                .contains("<title>Alice &lt;3 (@alice) · Roost</title>", "content=\"Birds &amp; more\"");
        String tweet = roost.post(alices, "A perch with a <view>.");
        assertThat(page("/tweet/" + tweet))
                .contains("<title>Alice &lt;3 (@alice) · Roost</title>", "content=\"A perch with a &lt;view&gt;.\"");
    }

    @Test
    void whatVisitorsDoNotSeeHasNone() {
        String tweet = roost.post(alices, "secret");
        var _ = roost.server.stores().users().accounts().suspend(Long.parseLong(alice), 1);
        roost.server.features().users.suspensions.lookUp();
        String unreadable = Unreadable.tweet(roost, alice, alice);
        for (String path :
                new String[] {"/@alice", "/tweet/" + tweet, "/tweet/" + unreadable, "/@nobody", "/tweet/1"}) {
            assertThat(page(path)).as(path).contains("<title>Roost</title>").doesNotContain("Alice", "secret");
        }
    }

    @Test
    void aGatewayAsksTheRoles() throws Exception {
        String role = "127.0.0.1:" + roost.port;
        Map<String, String> flags = Map.of(
                "stores", "cluster",
                "roles", "gateway",
                "http.port", "0",
                "gateway.check-period", "50ms",
                "gateway.roles", "users=" + role + ",tweets=" + role);
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        GatewayServer gateway = new GatewayServer(config);
        try (gateway;
                RawClient client = new RawClient(gateway.listen())) {
            Await.until(
                    () -> client.call(RawRequest.of("GET", "/@alice")).text().contains("Birds &amp; more"));
            assertThat(client.call(RawRequest.of("GET", "/@nobody")).text()).contains("<title>Roost</title>");
            roost.close();
            assertThat(client.call(RawRequest.of("GET", "/@alice")).text()).contains("<title>Roost</title>");
        }
    }

    private String page(String path) {
        Answer page = roost.call(RawRequest.of("GET", path).header("accept", "text/html"));
        assertThat(page.status()).isEqualTo(200);
        return page.text();
    }
}

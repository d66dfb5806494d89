package social.roost.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.logback.CapturedLog;
import social.roost.driver.otel.TraceReceiver;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.message.MessagePreferences;
import social.roost.user.NewAccount;
import social.roost.user.Session;
import social.roost.user.TokenHash;
import social.roost.user.User;

/** Searches everything that a process and the servers of a cluster write for what users write to each other. */
@DisplayName("In a cluster too, the text of a message is in its store only (H1, L1)")
@Tag("stack")
@Timeout(240)
class SharedMessageLeakTest {
    private static final String ALL = "/api/roost/v1/conversations";
    private static final String ROLES = "users,tweets,messages,notifications,live,search";

    /** Of this run: the servers keep what they have. */
    private final String marker = "tell7nobody" + Long.toString(System.nanoTime(), 36);

    private final Map<String, String> settings = OwnCluster.settings();
    private final ClusterSearch cluster = new ClusterSearch(settings, marker);
    private final List<String> published = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void andInNoLogTraceEventSignalTableOrIndex() throws Exception {
        settings.put("data", folder.toString());
        settings.put("http.access-log", "true");
        settings.put("tracing.sample", "1");
        String conversation;
        try (CapturedLog log = new CapturedLog("trace");
                TraceReceiver traces = new TraceReceiver()) {
            settings.put("tracing.endpoint", traces.address());
            try (Server server = OwnCluster.server(settings, ROLES);
                    RawClient client = new RawClient(server.listen())) {
                conversation = write(server, client);
            }
            assertThat(log.text()).contains("/conversations/{id}/messages").doesNotContain(marker);
            assertThat(traces.spans().toString())
                    .contains("POST " + ALL + "/{id}/messages", "message_sent")
                    .doesNotContain(marker);
        }
        assertThat(cluster.records().toString())
                .contains("message_sent", conversation)
                .doesNotContain(marker);
        assertThat(cluster.values().toString()).doesNotContain(marker);
        assertThat(published.toString()).contains("typing").doesNotContain(marker);
        assertThat(cluster.tables()).containsExactlyInAnyOrder("message", "conversation");
        assertThat(cluster.rows()).isEmpty();
        assertThat(cluster.documents()).isZero();
    }

    /** Returns the id of the conversation. */
    private String write(Server server, RawClient client) throws Exception {
        try (RedisStage redis = new RedisStage()) {
            List<String> signals = redis.published(requireNonNull(settings.get("redis.prefix")));
            User alice = user(server, "a");
            User bob = user(server, "b");
            String id = post(client, alice, ALL, 201, "{\"member_ids\":[\"" + bob.id() + "\"]}")
                    .member("id");
            String messages = ALL + "/" + id + "/messages";
            post(
                    client,
                    alice,
                    messages,
                    201,
                    draft("1", "\"text\":\"" + marker + " #" + marker + " @" + bob.username() + "\""));
            post(client, bob, messages, 201, draft("1", "\"text\":\"" + marker + "?\",\"reply_to_seq\":1"));
            post(client, bob, messages, 422, draft("2", "\"text\":\"" + marker + "\",\"reply_to_seq\":99"));
            post(client, alice, ALL + "/" + id + "/typing", 204, "{}");
            expect(
                    200,
                    client.call(
                            RawRequest.of("GET", ALL + "/search?q=" + marker).token(token(bob))));
            post(client, alice, ALL, 201, "{\"member_ids\":[\"" + bob.id() + "\"],\"name\":\"" + marker + "\"}");
            Await.until(() -> server.backlog() == 0);
            Await.until(() -> !signals.isEmpty());
            published.addAll(signals);
            return id;
        }
    }

    private static String draft(String key, String members) {
        return "{\"client_key\":\"" + key + "\"," + members + "}";
    }

    private Answer post(RawClient client, User user, String path, int status, String json) {
        return expect(
                status,
                client.call(RawRequest.of("POST", path).token(token(user)).json(json)));
    }

    /** An account with a session, which accepts messages from everyone. */
    private User user(Server server, String letter) {
        Stores stores = server.stores();
        long id = stores.infrastructure().ids().next();
        User user = User.named(id, letter + id, letter + id);
        var _ = stores.users().accounts().create(new NewAccount(user, user.username() + "@example.org", null));
        long now = System.currentTimeMillis();
        Session session = new Session(stores.infrastructure().ids().next(), id, "test", now, now + 86_400_000);
        var _ = stores.users().sessions().create(session, TokenHash.of(token(user)));
        stores.messages()
                .contacts()
                .editPreferences(id, _ -> new MessagePreferences(MessagePreferences.From.EVERYONE, true));
        return user;
    }

    private static String token(User user) {
        return "test-token-%032d".formatted(user.id());
    }
}

package social.roost.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.sql.SqliteStage;
import social.roost.link.AddressGuard;
import social.roost.link.Network;
import social.roost.push.FakePushService.Received;
import social.roost.push.PushDelivery.Outcome;
import social.roost.push.sql.SqlPushStore;
import social.roost.push.vertx.VertxPushClient;
import social.roost.user.Session;
import social.roost.user.TokenHash;
import social.roost.user.sql.SqlSessionStore;

@Timeout(60)
@DisplayName("What becomes of pushes, whatever the push service does")
class PushDeliveryTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofSeconds(31);

    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-20T12:00:00Z").toEpochMilli());
    private SqliteStage stage;
    private FakePushService service;
    private PushStore store;
    private SqlSessionStore sessions;
    private PushDelivery delivery;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        stage = new SqliteStage(folder);
        service = new FakePushService(folder);
        store = new SqlPushStore(stage.database());
        sessions = new SqlSessionStore(stage.database(), (_, _) -> {});
        delivery = delivery("127.0.0.1", List.of(Network.parse("127.0.0.1")), DEADLINE);
    }

    private PushDelivery delivery(String address, List<Network> allowed, Duration deadline) {
        return new PushDelivery(
                store,
                new ServerKey(new byte[32], "mailto:admin@example.org"),
                new AddressGuard(
                        _ -> new InetAddress[] {InetAddress.ofLiteral(address)}, allowed, Set.of(service.port())),
                new VertxPushClient(new HttpClientOptions()
                        .setTrustOptions(new PfxOptions()
                                .setPath(service.certificates.toString())
                                .setPassword(FakePushService.PASSWORD))),
                deadline,
                () -> Instant.ofEpochMilli(now.get()));
    }

    @AfterEach
    void close() {
        delivery.close();
        service.close();
        stage.close();
    }

    @Test
    void theBrowserReadsWhatWasSent() throws Exception {
        PushSubscription browser = subscribe("https://Push.Example:" + service.port() + "/a");
        push(browser, "n1", "Bob liked your tweet");
        until(Outcome.SENT, 1);
        Received push = service.received.getFirst();
        assertThat(push.text()).isEqualTo("Bob liked your tweet");
        assertThat(push.headers())
                .containsEntry("ttl", "86400")
                .containsEntry("topic", "n1")
                .containsEntry("urgency", "normal")
                .containsEntry("content-encoding", "aes128gcm");
        assertThat(FakePushService.claims(push))
                .isEqualTo("{\"aud\":\"https://push.example:%d\",\"exp\":%d,\"sub\":\"mailto:admin@example.org\"}"
                        .formatted(service.port(), now.get() / 1_000 + 43_200));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aSubscriptionThatIsGoneIsRemoved(int status) throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", status);
        push(browser, "n1", "x");
        until(Outcome.GONE, 1);
        assertThat(store.find(browser.id(), now.get())).isNull();
        passes(Duration.ofHours(2));
        assertThat(service.received).hasSize(1);
    }

    @Test
    void whoSendsTooMuchWaitsAsLongAsAsked() throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
        });
        push(browser, "n1", "old");
        until(Outcome.POSTPONED, 1);
        assertThat(store.find(browser.id(), now.get())).isNotNull();
        service.reply("/a", 201);
        push(browser, "n1", "new");
        push(browser, "n2", "other");
        passes(Duration.ofMinutes(59));
        assertThat(service.received).hasSize(1);
        passes(Duration.ofMinutes(1));
        until(Outcome.SENT, 2);
        assertThat(service.received).extracting(Received::text).containsExactly("old", "new", "other");
        assertThat(service.received.getLast().headers()).containsEntry("ttl", "82800");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void anOutageEndsNoSubscription(int status) throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", status);
        push(browser, "n1", "x");
        until(Outcome.POSTPONED, 1);
        delivery.retry();
        passes(LONGEST_FIRST_PAUSE);
        until(Outcome.POSTPONED, 2);
        service.reply("/a", 201);
        passes(LONGEST_FIRST_PAUSE.multipliedBy(2));
        until(Outcome.SENT, 1);
        assertThat(service.received).hasSize(3);
        assertThat(store.find(browser.id(), now.get())).isNotNull();
    }

    @Test
    void nobodyWaitsLongForASlowService() throws Exception {
        delivery.close();
        delivery = delivery("127.0.0.1", List.of(Network.parse("127.0.0.1")), Duration.ofSeconds(1));
        PushSubscription browser = subscribe("/a");
        service.reply("/a", _ -> Thread.sleep(Duration.ofMinutes(1)));
        push(browser, "n1", "x");
        until(Outcome.POSTPONED, 1);
        assertThat(store.find(browser.id(), now.get())).isNotNull();
    }

    @Test
    void nothingIsSentAfterADay() throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", 503);
        push(browser, "n1", "x");
        until(Outcome.POSTPONED, 1);
        passes(Duration.ofHours(24));
        push(browser, "n2", "y");
        until(Outcome.POSTPONED, 2);
        assertThat(service.received).extracting(Received::text).containsExactly("x", "y");
    }

    @Test
    void onlyTheLatestWait() throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", 503);
        push(browser, "n0", "0");
        until(Outcome.POSTPONED, 1);
        service.reply("/a", 201);
        for (int i = 1; i <= 30; i++) {
            push(browser, "n" + i, Integer.toString(i));
        }
        passes(LONGEST_FIRST_PAUSE);
        until(Outcome.SENT, EndpointQueue.MOST);
        assertThat(service.received.getLast().text()).isEqualTo("30");
        assertThat(service.received).hasSize(1 + EndpointQueue.MOST);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", exchange -> {
            exchange.getResponseHeaders().set("Location", "/b");
            exchange.sendResponseHeaders(307, -1);
        });
        push(browser, "n1", "x");
        until(Outcome.REFUSED, 1);
        assertThat(service.received).extracting(Received::path).containsExactly("/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "::ffff:127.0.0.1", "fd00::1"})
    void privateAddressesAreNotReached(String address) throws Exception {
        delivery.close();
        delivery = delivery(address, List.of(), DEADLINE);
        push(subscribe("/a"), "n1", "x");
        until(Outcome.POSTPONED, 1);
        assertThat(service.received).isEmpty();
    }

    @Test
    void anEndedSessionIsSentNothing() throws Exception {
        PushSubscription browser = subscribe("/a");
        service.reply("/a", 503);
        push(browser, "n1", "x");
        until(Outcome.POSTPONED, 1);
        var _ = sessions.delete(1, 11);
        service.reply("/a", 201);
        passes(LONGEST_FIRST_PAUSE);
        until(Outcome.GONE, 1);
        assertThat(service.received).hasSize(1);
    }

    private void passes(Duration time) throws InterruptedException {
        now.addAndGet(time.toMillis());
        delivery.retry();
        Thread.sleep(100);
    }

    private void until(Outcome outcome, int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (delivery.count(outcome) < count && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(delivery.count(outcome)).isEqualTo(count);
    }

    private void push(PushSubscription browser, String topic, String text) {
        PushContent content = new PushContent("like", text, "", "/", topic, 1, now.get());
        delivery.add(browser, content, text.getBytes(UTF_8));
    }

    private PushSubscription subscribe(String endpoint) throws Exception {
        var _ = sessions.create(
                new Session(11, 1, "test", 0, now.get() + Duration.ofDays(30).toMillis()), TokenHash.of("token"));
        PushSubscription browser = new PushSubscription(
                1,
                1,
                11,
                endpoint.startsWith("/") ? "https://push.example:" + service.port() + endpoint : endpoint,
                FakePushService.keys(),
                now.get());
        store.subscribe(browser);
        return browser;
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Event;
import social.roost.http.RawRequest;
import social.roost.link.AddressGuard;
import social.roost.link.PageAddress;
import social.roost.notification.NotificationType;
import social.roost.push.PushClient;
import social.roost.push.PushComposer;
import social.roost.push.PushContent;
import social.roost.push.PushDelivery;
import social.roost.push.PushKeys;
import social.roost.push.PushNews;
import social.roost.push.PushPreferences;
import social.roost.push.PushStore;
import social.roost.push.PushSubscription;
import social.roost.push.QuietHours;
import social.roost.push.ServerKey;
import social.roost.user.Session;

@DisplayName("Which news become pushes, and what they say")
class PushNewsTest {
    private static final PushKeys KEYS = new PushKeys(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    private static final PushClient TAKES_ALL = new PushClient() {
        @Override
        public Answer post(PageAddress endpoint, InetAddress connectTo, Message message, Duration deadline) {
            return new Answer(201, null);
        }

        @Override
        public void close() {}
    };

    private final List<PushContent> pushed = new CopyOnWriteArrayList<>();
    private LocalServer roost;
    private PushStore store;
    private PushDelivery delivery;
    private PushNews news;
    private String alice;
    private String bob;
    private String tokenOfBob;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        store = roost.server.stores().push().subscriptions();
        delivery = new PushDelivery(
                store,
                new ServerKey(new byte[32], "mailto:admin@example.org"),
                new AddressGuard(_ -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1")}, List.of(), Set.of(443)),
                TAKES_ALL,
                Duration.ofSeconds(5),
                roost.clock);
        Features features = roost.server.features();
        news = new PushNews(
                new PushComposer(
                        store,
                        roost.server.stores().presence(),
                        features.notifications.pages,
                        new PushComposer.Messages(
                                features.messages.stores.conversations(),
                                features.messages.stores.messages(),
                                features.messages.messaging.receipts,
                                features.users.users),
                        content -> {
                            pushed.add(content);
                            return new byte[1];
                        },
                        delivery),
                roost.clock);
        alice = roost.register("alice");
        bob = roost.register("bob");
        tokenOfBob = roost.token(bob);
        subscribe(alice, 1);
    }

    @AfterEach
    void stop() {
        delivery.close();
        roost.close();
    }

    @Test
    void aLikeIsPushedAfterTenSecondsAndOnce() {
        String tweet = liked("A nest of my own");
        assertThat(news.push()).isFalse();
        passes(10);
        assertThat(pushed).singleElement().satisfies(push -> {
            assertThat(push.title()).isEqualTo("bob liked your tweet");
            assertThat(push.body()).isEqualTo("A nest of my own");
            assertThat(push.path()).isEqualTo("/tweet/" + tweet);
            assertThat(push.type()).isEqualTo("like");
            assertThat(push.unread()).isEqualTo(1);
            assertThat(push.topic()).matches("n[a-z0-9]{1,31}");
        });
        news.consume(new Event.NotificationsChanged(Long.parseLong(alice), newest()));
        passes(10);
        assertThat(pushed).hasSize(1);
    }

    @Test
    void whoIsThereIsNotDisturbed() {
        long[] users = {Long.parseLong(alice)};
        roost.server.stores().presence().arrive("node", users);
        liked("one");
        passes(5);
        roost.server.stores().presence().leave("node", users);
        passes(5);
        assertThat(pushed).isEmpty();
        passes(10);
        liked("two");
        passes(10);
        assertThat(pushed).hasSize(1);
    }

    @Test
    void whatIsReadOrOldOrUnwantedIsNotPushed() {
        liked("read");
        call("POST", "/api/roost/v1/notifications/read", roost.token(alice), "{}");
        passes(10);
        assertThat(pushed).isEmpty();

        liked("too late");
        passes(3_600);
        assertThat(pushed).isEmpty();

        prefer(new PushPreferences(Set.of(NotificationType.LIKE), true, false, null));
        liked("unwanted");
        passes(10);
        assertThat(pushed).isEmpty();

        LocalTime now = LocalTime.ofInstant(Instant.ofEpochMilli(roost.clock.millis()), ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0);
        prefer(new PushPreferences(
                Set.of(), true, false, new QuietHours(now.minusMinutes(5), now.plusMinutes(5), ZoneOffset.UTC)));
        liked("at night");
        passes(10);
        assertThat(pushed).isEmpty();
    }

    @Test
    void aMessageIsPushedWithoutItsTextUnlessThatIsWanted() {
        call(
                "PATCH",
                "/api/roost/v1/users/me/preferences",
                roost.token(alice),
                "{\"messages\":{\"from\":\"everyone\"}}");
        String conversation = LocalServer.expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/conversations")
                                .token(tokenOfBob)
                                .json("{\"member_ids\":[\"" + alice + "\"]}")))
                .member("id");
        message(conversation, "1", "a secret");
        message(conversation, "2", "another secret");
        passes(10);
        assertThat(pushed).singleElement().satisfies(push -> {
            assertThat(push.title()).isEqualTo("bob");
            assertThat(push.body()).isEqualTo("Sent you a message");
            assertThat(push.path()).isEqualTo("/messages/" + conversation);
        });
        prefer(new PushPreferences(Set.of(), true, true, null));
        message(conversation, "3", "a third secret");
        passes(10);
        assertThat(pushed.getLast().body()).isEqualTo("a third secret");
        call("POST", "/api/roost/v1/conversations/" + conversation + "/read", roost.token(alice), "{\"seq\":3}");
        news.consume(new Event.MessageSent(Long.parseLong(conversation), Long.parseLong(bob), 3));
        passes(10);
        prefer(new PushPreferences(Set.of(), false, true, null));
        message(conversation, "4", "unwanted");
        passes(10);
        assertThat(pushed).hasSize(2);
    }

    private void message(String conversation, String key, String text) {
        String path = "/api/roost/v1/conversations/" + conversation + "/messages";
        long seq = LocalServer.expect(
                        201,
                        roost.call(RawRequest.of("POST", path)
                                .token(tokenOfBob)
                                .json("{\"client_key\":\"%s\",\"text\":\"%s\"}".formatted(key, text))))
                .json()
                .at("/data/seq")
                .asLong();
        news.consume(new Event.MessageSent(Long.parseLong(conversation), Long.parseLong(bob), seq));
    }

    private void prefer(PushPreferences preferences) {
        store.editPreferences(Long.parseLong(alice), _ -> preferences);
    }

    /** Bob likes a new tweet of alice, who is notified. */
    private String liked(String text) {
        String tweet = roost.post(roost.token(alice), text);
        long before = newest();
        call("PUT", "/api/roost/v1/tweets/" + tweet + "/like", tokenOfBob, null);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (newest() == before && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(newest()).isNotEqualTo(before);
        news.consume(new Event.NotificationsChanged(Long.parseLong(alice), newest()));
        return tweet;
    }

    private long newest() {
        return roost
                .server
                .stores()
                .notifications()
                .list(Long.parseLong(alice), Set.of(NotificationType.LIKE), null, 1)
                .stream()
                .mapToLong(each -> each.id())
                .findFirst()
                .orElse(0);
    }

    private void call(String method, String path, String token, @Nullable String body) {
        RawRequest request = RawRequest.of(method, path).token(token);
        assertThat(roost.call(body == null ? request : request.json(body)).status())
                .isBetween(200, 299);
    }

    private void passes(long seconds) {
        roost.clock.advance(Duration.ofSeconds(seconds));
        while (news.push()) {
            Thread.onSpinWait();
        }
    }

    private void subscribe(String userId, long id) {
        String _ = roost.token(userId);
        Session session = roost.server
                .stores()
                .users()
                .sessions()
                .list(Long.parseLong(userId), roost.clock.millis())
                .getFirst();
        store.subscribe(new PushSubscription(
                id, session.userId(), session.id(), "https://push.example/" + id, KEYS, roost.clock.millis()));
    }
}

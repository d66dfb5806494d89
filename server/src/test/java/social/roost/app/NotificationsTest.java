package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.Await;
import social.roost.event.Event;
import social.roost.http.RawRequest;
import social.roost.notification.Notifier;

@DisplayName("Notifications: who is notified of what (G1)")
@Timeout(60)
class NotificationsTest extends NotificationStage {

    @Test
    void everyKindIsToldWithItsActorsAndItsTweet() throws Exception {
        String tweet = roost.post(alices, "bread");
        String mention = roost.post(bobs, "hello @Alice");
        String reply = roost.reply(bobs, tweet, "and butter");
        String quote = roost.quote(bobs, tweet, "she bakes");
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", bobs, "tweets", tweet, "retweet");
        act("PUT", bobs, "users", alice, "follow");
        JsonNode page = page(alices, "");
        assertThat(told(page))
                .containsExactlyInAnyOrder(
                        "mention " + mention,
                        "reply " + reply,
                        "quote " + quote,
                        "like " + tweet,
                        "retweet " + tweet,
                        "follow ");
        for (JsonNode each : page.get("data")) {
            assertThat(texts(each.get("actors"))).containsExactly(bob);
            assertThat(each.get("actors_count").asInt()).isOne();
            assertThat(each.get("read").asBoolean()).isFalse();
        }
        assertThat(page.at("/includes/users").findValuesAsText("id")).containsExactlyInAnyOrder(alice, bob);
        assertThat(page.at("/includes/tweets").findValuesAsText("content"))
                .containsExactlyInAnyOrder("bread", "hello @Alice", "and butter", "she bakes");
        assertThat(unread(alices)).isEqualTo(6);
        assertThat(told(page(bobs, ""))).isEmpty();
    }

    @Test
    void oneTweetIsToldOnceToEachAndNeverToItsAuthor() throws Exception {
        String tweet = roost.post(alices, "bread");
        String reply = roost.reply(bobs, tweet, "@alice @ALICE @bob @carol @nobody yes");
        String quote = roost.quote(bobs, tweet, "as @alice says");
        roost.reply(alices, tweet, "@alice talks to herself");
        act("PUT", alices, "tweets", tweet, "like");
        act("PUT", alices, "tweets", tweet, "retweet");
        assertThat(told(page(alices, ""))).containsExactly("quote " + quote, "reply " + reply);
        assertThat(told(page(carols, ""))).containsExactly("mention " + reply);
        assertThat(told(page(bobs, ""))).isEmpty();
    }

    @Test
    void aThreadIsToldOnceToEachOfThoseItAddresses() throws Exception {
        String tweet = roost.post(alices, "bread");
        JsonNode thread = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/threads")
                                .token(bobs)
                                .json("""
                                        {"tweets": [
                                            {"content": "nobody yet"},
                                            {"content": "@Alice bakes", "quote_of_id": "%s"},
                                            {"content": "@alice and @carol eat"},
                                            {"content": "@CAROL and @alice and @bob", "quote_of_id": "%s"}]}
                                        """.formatted(tweet, tweet))))
                .json();
        String second = thread.at("/data/1/id").asText();
        String third = thread.at("/data/2/id").asText();
        assertThat(told(page(alices, ""))).containsExactly("quote " + second);
        assertThat(told(page(carols, ""))).containsExactly("mention " + third);
        assertThat(told(page(bobs, ""))).isEmpty();

        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + third).token(bobs)));
        assertThat(told(page(carols, ""))).isEmpty();
        Notifier notifier = roost.server.features().notifications.notifier;
        long last = thread.at("/data/3/id").asLong();
        notifier.consume(new Event.TweetPosted(last, Long.parseLong(bob)));
        assertThat(told(page(carols, "")))
                .as("the event of the last one comes again")
                .isEmpty();
    }

    @Test
    void likesOfADayAreGatheredAndAnotherMakesItUnreadAgain() throws Exception {
        String tweet = roost.post(alices, "bread");
        act("PUT", bobs, "tweets", tweet, "like");
        JsonNode first = page(alices, "").at("/data/0");
        expect(200, read("{\"up_to\":\"" + first.get("id").asText() + "\"}"));
        assertThat(unread(alices)).isZero();
        roost.clock.advance(Duration.ofHours(1));
        act("PUT", carols, "tweets", tweet, "like");
        JsonNode gathered = page(alices, "").at("/data/0");
        assertThat(gathered.get("id")).isEqualTo(first.get("id"));
        assertThat(texts(gathered.get("actors"))).containsExactly(carol, bob);
        assertThat(gathered.get("actors_count").asInt()).isEqualTo(2);
        assertThat(gathered.get("read").asBoolean()).isFalse();
        assertThat(gathered.get("created_at")).isEqualTo(first.get("created_at"));
        assertThat(gathered.get("updated_at").asText())
                .isGreaterThan(first.get("updated_at").asText());
        assertThat(unread(alices)).isOne();
    }

    @Test
    void aDayLaterFollowsBeginAnother() throws Exception {
        act("PUT", bobs, "users", alice, "follow");
        assertThat(told(page(alices, ""))).hasSize(1);
        roost.clock.advance(Duration.ofHours(24));
        alices = roost.token(alice);
        act("PUT", roost.token(carol), "users", alice, "follow");
        assertThat(page(alices, "").get("data").findValues("actors_count"))
                .extracting(JsonNode::asInt)
                .containsExactly(1, 1);
    }

    @Test
    void whatIsTakenBackIsNotToldAnyMore() throws Exception {
        String tweet = roost.post(alices, "bread");
        for (String token : List.of(bobs, carols)) {
            act("PUT", token, "tweets", tweet, "like");
            act("PUT", token, "tweets", tweet, "retweet");
            act("PUT", token, "users", alice, "follow");
        }
        settle();
        act("DELETE", carols, "tweets", tweet, "like");
        act("DELETE", carols, "tweets", tweet, "retweet");
        act("DELETE", carols, "users", alice, "follow");
        assertThat(page(alices, "").get("data"))
                .hasSize(3)
                .allSatisfy(each -> assertThat(texts(each.get("actors"))).containsExactly(bob));
        act("DELETE", bobs, "tweets", tweet, "like");
        act("DELETE", bobs, "tweets", tweet, "retweet");
        act("DELETE", bobs, "users", alice, "follow");
        assertThat(told(page(alices, ""))).isEmpty();
        assertThat(unread(alices)).isZero();
    }

    @Test
    void aDeletedTweetTakesBackWhatItCausedAndWhatWasToldOfIt() throws Exception {
        String tweet = roost.post(alices, "bread");
        List<String> made = List.of(
                roost.reply(bobs, tweet, "hm"),
                roost.quote(bobs, tweet, "well"),
                roost.post(bobs, "dear @alice and @carol"));
        assertThat(told(page(alices, ""))).hasSize(3);
        for (String each : made) {
            expect(
                    204,
                    roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + each)
                            .token(bobs)));
        }
        assertThat(told(page(alices, ""))).isEmpty();
        assertThat(told(page(carols, ""))).isEmpty();
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", bobs, "tweets", tweet, "retweet");
        assertThat(unread(alices)).isEqualTo(2);
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweet).token(alices)));
        assertThat(told(page(alices, ""))).isEmpty();
        assertThat(unread(alices)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "mute"})
    void whoIsNotToBeSeenIsNotToldOf(String how) throws Exception {
        String tweet = roost.post(alices, "bread");
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", carols, "tweets", tweet, "like");
        String mention = roost.post(bobs, "hello @alice");
        assertThat(unread(alices)).isEqualTo(2);
        act("PUT", alices, "users", bob, how);
        roost.post(bobs, "again @alice");
        JsonNode page = page(alices, "");
        assertThat(told(page)).containsExactly("like " + tweet);
        assertThat(texts(page.at("/data/0/actors"))).containsExactly(carol);
        assertThat(page.at("/data/0/actors_count").asInt()).isOne();
        assertThat(unread(alices)).isOne();
        act("DELETE", alices, "users", bob, how);
        assertThat(told(page(alices, ""))).containsExactlyInAnyOrder("like " + tweet, "mention " + mention);
    }

    @Test
    void whoBlocksOneIsNotToldOfEither() throws Exception {
        String tweet = roost.post(alices, "bread");
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", bobs, "users", alice, "block");
        roost.post(bobs, "hello @alice");
        assertThat(told(page(alices, ""))).isEmpty();
    }

    /** SECURITY 16. */
    @Test
    void whatIsTakenBackAndDoneAgainIsNotUnreadAgain() throws Exception {
        String tweet = roost.post(alices, "bread");
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", bobs, "tweets", tweet, "retweet");
        act("PUT", bobs, "users", alice, "follow");
        assertThat(unread(alices)).isEqualTo(3);
        expect(200, read("{}"));
        List<Event> told = new CopyOnWriteArrayList<>();
        try (var _ = roost.server.stores().infrastructure().events().follow(event -> {
            if (event instanceof Event.NotificationsChanged(long _, long id) && id != 0) {
                told.add(event);
            }
        })) {
            roost.clock.advance(Duration.ofMinutes(1));
            for (String method : List.of("DELETE", "PUT")) {
                act(method, bobs, "tweets", tweet, "like");
                act(method, bobs, "tweets", tweet, "retweet");
                act(method, bobs, "users", alice, "follow");
                assertThat(unread(alices)).isZero();
            }
            assertThat(told).isEmpty();
        }
        assertThat(told(page(alices, ""))).containsExactlyInAnyOrder("like " + tweet, "retweet " + tweet, "follow ");
    }

    /** SECURITY 16. */
    @Test
    void fiftyOfThoseWhoAreMentionedAreTold() throws Exception {
        String names = IntStream.range(0, 50).mapToObj(i -> "@n" + i).collect(Collectors.joining(" "));
        roost.post(bobs, names + " @alice");
        assertThat(unread(alices)).isZero();
        roost.post(bobs, names.replace("@n49", "@alice") + " @carol");
        assertThat(unread(alices)).isOne();
        assertThat(unread(carols)).isZero();
    }

    @Test
    void eachChangeIsToldToTheLog() throws Exception {
        List<Event> told = new CopyOnWriteArrayList<>();
        try (var _ = roost.server.stores().infrastructure().events().follow(event -> {
            if (event instanceof Event.OfNotifications) {
                told.add(event);
            }
        })) {
            String tweet = roost.post(alices, "bread");
            act("PUT", bobs, "tweets", tweet, "like");
            long id = page(alices, "").at("/data/0/id").asLong();
            act("DELETE", bobs, "tweets", tweet, "like");
            settle();
            expect(200, read("{}"));
            long user = Long.parseLong(alice);
            Await.until(() -> told.size() == 3);
            assertThat(told)
                    .containsExactly(
                            new Event.NotificationsChanged(user, id),
                            new Event.NotificationsChanged(user, 0),
                            new Event.NotificationsChanged(user, 0));
        }
    }

    @Test
    void eventsThatComeAgainChangeNothing() throws Exception {
        List<Event> heard = new CopyOnWriteArrayList<>();
        try (var _ = roost.server.stores().infrastructure().events().follow(heard::add)) {
            String tweet = roost.post(alices, "bread");
            String gone = roost.post(alices, "stale bread");
            for (String token : List.of(bobs, carols)) {
                roost.reply(token, tweet, "hello @alice");
                act("PUT", token, "tweets", tweet, "like");
                act("PUT", token, "tweets", gone, "like");
                act("PUT", token, "tweets", tweet, "retweet");
                act("PUT", token, "users", alice, "follow");
            }
            act("DELETE", bobs, "tweets", tweet, "like");
            act("DELETE", bobs, "users", alice, "follow");
            act("DELETE", bobs, "tweets", tweet, "retweet");
            act("PUT", bobs, "tweets", tweet, "retweet");
            expect(
                    204,
                    roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + gone)
                            .token(alices)));
            expect(200, read("{}"));
            JsonNode before = page(alices, "");
            assertThat(told(before)).hasSize(5);
            roost.clock.advance(Duration.ofDays(2));
            for (int times = 0; times < 2; times++) {
                for (Event event : List.copyOf(heard)) {
                    roost.server.features().notifications.notifier.consume(event);
                }
            }
            alices = roost.token(alice);
            assertThat(page(alices, "")).isEqualTo(before);
        }
    }
}

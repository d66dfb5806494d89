package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What users do, from their first to their last step; the same against one process or many, given an address. */
abstract class Journeys {
    /** Names that no earlier run on the same servers has taken. */
    private static final AtomicInteger NUMBER =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000, 900_000_000));

    /** Where the API is. */
    abstract String address();

    /** A new user with that name and a number. */
    final Client join(String name) {
        return Client.at(address()).join(name + "_" + NUMBER.incrementAndGet());
    }

    /** Waits until the reader's home timeline begins with these tweets. */
    static void awaitHome(Client reader, List<String> tweets) {
        Await.equal(
                "home timeline", () -> reader.home(Math.max(1, tweets.size())).ids(), tweets);
    }

    @Test
    void aUserRegistersFollowsPostsDeletesAndLogsOut() {
        Client alice = join("alice");
        Client bob = join("bob");
        var _ = alice.send("PATCH", "/users/me", Map.of("display_name", "Alice Moreau", "bio", "Bread.\nBicycles."))
                .expect(200);
        assertThat(bob.get("/users/" + alice.id()).expect(200).text("/data/bio"))
                .isEqualTo("Bread.\nBicycles.");
        bob.follow(alice);
        assertThat(bob.home(1).ids()).isEmpty();

        String tweet = alice.tweet("Good morning @bob #bread https://example.org");
        assertThat(alice.home(1).ids()).as("the own tweet, on the next read").containsExactly(tweet);
        awaitHome(bob, List.of(tweet));
        Answer page = bob.home(1);
        assertThat(page.text("/data/0/content")).isEqualTo("Good morning @bob #bread https://example.org");
        assertThat(page.text("/data/0/entities/hashtags/0/tag")).isEqualTo("bread");
        assertThat(page.text("/includes/users/0/display_name")).isEqualTo("Alice Moreau");

        alice.delete(tweet);
        assertThat(bob.home(1).ids()).as("deleted is gone at once").isEmpty();
        assertThat(bob.get("/tweets/" + tweet).status()).isEqualTo(404);
        assertThat(bob.get("/users/" + alice.id() + "/tweets").expect(200).ids())
                .isEmpty();
        assertThat(alice.profile().data().path("tweets_count").asInt(-1)).isZero();

        var _ = alice.send("DELETE", "/sessions/current").expect(204);
        assertThat(alice.get("/timelines/home").status()).isEqualTo(401);
        assertThat(bob.get("/timelines/home").status()).isEqualTo(200);
    }

    @Test
    void tenRetriesLeaveOneTweetAndAnotherBodyUnderTheKeyIsAConflictC7() {
        Client alice = join("alice");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            ids.add(alice.tweetOnce("key", "once"));
        }
        assertThat(ids).hasSize(1);
        assertThat(alice.home(10).ids()).containsExactlyElementsOf(ids);
        assertThat(alice.profile().data().path("tweets_count").asInt()).isOne();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> alice.tweetOnce("key", "something else"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("idempotency_key_reused"));
        assertThat(alice.home(10).ids()).hasSize(1);
    }

    @Test
    void sessionsAreListedAndRevokedAtOnceA1() {
        Client here = join("alice");
        String username = here.profile().text("/data/username");
        Client there = here.logIn(username, Client.PASSWORD);
        JsonNode sessions = here.get("/sessions").expect(200).data();
        assertThat(sessions).hasSize(2);
        String other = "";
        for (JsonNode session : sessions) {
            other = session.path("current").asBoolean()
                    ? other
                    : session.path("id").asText();
        }

        assertThat(there.get("/sessions").status()).isEqualTo(200);
        var _ = here.send("DELETE", "/sessions/" + other).expect(204);
        assertThat(there.get("/sessions").status()).isEqualTo(401);
        assertThat(here.get("/sessions").expect(200).data()).hasSize(1);
    }

    @Test
    void aBrowserKeepsItsSessionInACookieThatOtherOriginsCannotUseJ4() {
        String username = join("alice").profile().text("/data/username");
        Client page = Client.at(address());
        Map<String, Object> logIn = Map.of("login", username, "password", Client.PASSWORD, "cookie", true);
        Answer answer = page.post("/sessions", logIn).expect(201);
        assertThat(answer.data().has("token")).isFalse();
        String cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        Map<String, String> tweet = Map.of("content", "from a page");
        var _ = page.post("/tweets", tweet, "Cookie", cookie, "Origin", address())
                .expect(201);
        Answer refused = page.post("/tweets", tweet, "Cookie", cookie, "Origin", "http://elsewhere.test");
        assertThat(refused.expect(403).text("/code")).isEqualTo("cross_origin");
        var _ = page.send("DELETE", "/sessions/current", Map.of(), "Cookie", cookie)
                .expect(204);
        assertThat(page.post("/tweets", tweet, "Cookie", cookie).status()).isEqualTo(401);
    }

    @Test
    void someonesSessionCannotBeRevokedByOthersA1() {
        Client alice = join("alice");
        Client bob = join("bob");
        String session = alice.get("/sessions").expect(200).text("/data/0/id");
        assertThat(bob.send("DELETE", "/sessions/" + session).status()).isEqualTo(404);
        assertThat(alice.get("/sessions").status()).isEqualTo(200);
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileTweetsArriveD1() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        List<String> before = new ArrayList<>(
                IntStream.range(0, 25).mapToObj(i -> alice.tweet("before " + i)).toList());
        Collections.reverse(before);
        awaitHome(bob, before);

        List<String> read = new ArrayList<>();
        Answer page = bob.home(4);
        read.addAll(page.ids());
        for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
            String _ = alice.tweet("meanwhile " + read.size());
            page = bob.home(4, next.get());
            read.addAll(page.ids());
        }
        assertThat(read).isEqualTo(before);
    }

    @Test
    void pollingBringsEachNewTweetOnceD1() {
        Client alice = join("alice");
        Client carol = join("carol");
        Client bob = join("bob");
        bob.follow(alice);
        bob.follow(carol);
        String cursor = bob.home(10).previous();
        List<String> posted = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            posted.add((i % 3 == 0 ? carol : alice).tweet("news " + i));
            cursor = poll(bob, cursor, read);
        }
        long end = System.nanoTime() + Await.BOUND.toNanos();
        while (read.size() < posted.size() && System.nanoTime() < end) {
            cursor = poll(bob, cursor, read);
        }
        String _ = poll(bob, cursor, read);
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(posted);
    }

    private static String poll(Client reader, String cursor, List<String> read) {
        Answer page = reader.home(5, cursor);
        read.addAll(page.ids());
        return page.previous();
    }

    @Test
    void followingBringsRecentTweetsInAndUnfollowingTakesThemOutAtOnceD4() {
        Client alice = join("alice");
        Client bob = join("bob");
        String first = alice.tweet("first");
        String second = alice.tweet("second");
        String own = bob.tweet("mine");
        assertThat(bob.home(10).ids()).containsExactly(own);

        bob.follow(alice);
        assertThat(bob.home(10).ids()).containsExactly(own, second, first);
        bob.unfollow(alice.id());
        assertThat(bob.home(10).ids()).containsExactly(own);
        bob.follow(alice);
        assertThat(bob.home(10).ids()).containsExactly(own, second, first);
    }

    @Test
    void followsMayBeRepeatedAndAreCountedOnceA4B1() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        bob.follow(alice);
        bob.follow(alice);
        carol.follow(alice);
        assertThat(alice.allIds("/users/" + alice.id() + "/followers")).containsExactlyInAnyOrder(carol.id(), bob.id());
        assertThat(alice.profile().data().path("followers_count").asInt()).isEqualTo(2);
        assertThat(bob.profile().data().path("following_count").asInt()).isOne();

        bob.unfollow(alice.id());
        bob.unfollow(alice.id());
        assertThat(alice.allIds("/users/" + alice.id() + "/followers")).containsExactly(carol.id());
        assertThat(alice.profile().data().path("followers_count").asInt()).isOne();
        assertThat(bob.profile().data().path("following_count").asInt()).isZero();
        assertThat(bob.send("PUT", "/users/" + bob.id() + "/follow").status()).isEqualTo(422);
    }

    @Test
    void aConversationIsReadFromItsFirstTweetOnC4() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String root = alice.tweet("What is for lunch?");
        String bread = bob.reply(root, "Bread.");
        String thread = alice.reply(root, "It is nearly noon.");
        String soup = carol.reply(root, "Soup.");
        String fresh = alice.reply(bread, "Fresh?");
        assertThat(conversation(carol, root)).containsExactly(root, thread, bread, soup);
        assertThat(conversation(carol, fresh)).containsExactly(root, bread, fresh);
        Await.equal("replies", () -> counts(carol, root, "replies"), 3);

        bob.delete(bread);
        Await.equal("replies", () -> counts(carol, root, "replies"), 2);
        Answer page = carol.get("/tweets/" + fresh + "/conversation").expect(200);
        assertThat(page.ids()).containsExactly(root, bread, fresh);
        assertThat(page.text("/data/1/tombstone")).isEqualTo("deleted");
        assertThat(page.data().get(1).has("content")).isFalse();
        Await.equal("with the tombstone", () -> conversation(carol, root), List.of(root, thread, bread, soup));
        assertThat(bob.post("/tweets", Map.of("content", "?", "reply_to_id", bread))
                        .status())
                .isEqualTo(422);
    }

    private static List<String> conversation(Client reader, String tweet) {
        return reader.get("/tweets/" + tweet + "/conversation").expect(200).ids();
    }

    private static int counts(Client reader, String tweet, String which) {
        return reader.get("/tweets/" + tweet)
                .expect(200)
                .json()
                .at("/data/counts/" + which)
                .asInt(-1);
    }

    @Test
    void whatOthersDoIsToldGatheredAndReadG1G2() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String tweet = alice.tweet("What is for lunch?");
        for (Client other : List.of(bob, carol)) {
            var _ = other.engage(tweet, "like", true);
            other.follow(alice);
        }
        String reply = bob.reply(tweet, "Bread.");
        Await.equal("told", () -> told(alice), Set.of("like 2 " + tweet, "follow 2 ", "reply 1 " + reply));
        Answer page = alice.get("/notifications?types=reply").expect(200);
        assertThat(page.text("/data/0/actors/0")).isEqualTo(bob.id());
        assertThat(page.text("/includes/tweets/0/content")).isEqualTo("Bread.");
        assertThat(unread(alice)).isEqualTo(3);
        assertThat(alice.send("POST", "/notifications/read").expect(200).text("/data/unread_count"))
                .isEqualTo("0");
        var _ = bob.engage(tweet, "like", false);
        bob.delete(reply);
        Await.equal("told", () -> told(alice), Set.of("like 1 " + tweet, "follow 2 "));
        var _ = alice.send("PATCH", "/users/me/preferences", Map.of("notifications", Map.of("retweet", false)))
                .expect(200);
        var _ = carol.engage(tweet, "retweet", true);
        String quote = carol.post("/tweets", Map.of("content", "She asks.", "quote_of_id", tweet))
                .expect(201)
                .text("/data/id");
        Await.equal("told", () -> told(alice), Set.of("like 1 " + tweet, "follow 2 ", "quote 1 " + quote));
        assertThat(unread(alice)).isEqualTo(1);
    }

    /** Each as its type, how many did it, and the tweet. */
    private static Set<String> told(Client reader) {
        Set<String> told = new HashSet<>();
        reader.get("/notifications")
                .expect(200)
                .data()
                .forEach(each -> told.add(String.join(
                        " ",
                        each.path("type").asText(),
                        each.path("actors_count").asText(),
                        each.path("tweet_id").asText())));
        return told;
    }

    private static int unread(Client reader) {
        return reader.get("/notifications/unread-count")
                .expect(200)
                .data()
                .path("unread_count")
                .asInt(-1);
    }

    @Test
    void whatHappensIsToldAsItHappensE1E3E4G3() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        String missed;
        String last;
        try (Listener socket = Listener.webSocket(bob.streamAddress("/stream"));
                Listener events = Listener.events(bob.streamAddress("/stream/events"));
                Listener alices = Listener.webSocket(alice.streamAddress("/stream"))) {
            List.of(socket, events, alices).forEach(each -> each.next("unread"));
            String tweet = alice.tweet("Live!");
            String gone = alice.tweet("Not for long.");
            for (Listener listener : List.of(socket, events)) {
                assertThat(List.of(listener.tweet(), listener.tweet())).containsExactly(tweet, gone);
            }
            var _ = bob.engage(tweet, "like", true);
            alice.delete(gone);
            for (Listener listener : List.of(socket, events)) {
                assertThat(listener.next("delete").path("tweet_id").asText()).isEqualTo(gone);
            }
            JsonNode told = alices.next("notification");
            while (told.at("/data/0/type").asText().equals("follow")) {
                told = alices.next("notification");
            }
            assertThat(told.at("/data/0/tweet_id").asText()).isEqualTo(tweet);
            assertThat(alices.next("unread").at("/data/unread_count").asInt()).isEqualTo(2);
            last = socket.lastId();
        }
        missed = alice.tweet("While you were away.");
        try (Listener again = Listener.webSocket(bob.streamAddress("/stream") + "&last_event_id=" + last)) {
            assertThat(again.tweet()).isEqualTo(missed);
            var _ = bob.send("DELETE", "/sessions/current").expect(204);
            assertThat(again.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void likesAndBookmarksMayBeRepeatedAndTakenBackC3() {
        Client alice = join("alice");
        Client bob = join("bob");
        String tweet = alice.tweet("Like this.");
        for (int i = 0; i < 2; i++) {
            assertThat(bob.engage(tweet, "like", true).json().at("/data/liked").asBoolean())
                    .isTrue();
            var _ = bob.engage(tweet, "bookmark", true);
        }
        Answer shown = bob.get("/tweets/" + tweet).expect(200);
        assertThat(shown.text("/viewer/liked/0")).isEqualTo(tweet);
        assertThat(shown.text("/viewer/bookmarked/0")).isEqualTo(tweet);
        Await.equal("likes", () -> counts(alice, tweet, "likes"), 1);
        Await.equal("who likes it", () -> alice.allIds("/tweets/" + tweet + "/likes"), List.of(bob.id()));
        assertThat(bob.allIds("/bookmarks")).containsExactly(tweet);
        assertThat(alice.allIds("/users/" + bob.id() + "/likes")).containsExactly(tweet);
        for (int i = 0; i < 2; i++) {
            var _ = bob.engage(tweet, "like", false);
            var _ = bob.engage(tweet, "bookmark", false);
        }
        Await.equal("likes", () -> counts(alice, tweet, "likes"), 0);
        Await.equal("who likes it", () -> alice.allIds("/tweets/" + tweet + "/likes"), List.of());
        assertThat(bob.allIds("/bookmarks")).isEmpty();
    }

    @Test
    void aRetweetIsShownToFollowersOnceAndGoneWithItsOriginalC3D8() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        Client dave = join("dave");
        carol.follow(bob);
        carol.follow(dave);
        assertThat(carol.home(1).ids()).isEmpty();
        String tweet = alice.tweet("Worth showing.");
        var _ = bob.engage(tweet, "retweet", true);
        var _ = bob.engage(tweet, "retweet", true);
        String retweet = bob.get("/users/" + bob.id() + "/tweets").expect(200).text("/data/0/id");
        awaitHome(carol, List.of(retweet));
        Answer home = carol.home(5);
        assertThat(home.text("/data/0/retweet_of_id")).isEqualTo(tweet);
        assertThat(home.text("/includes/tweets/0/content")).isEqualTo("Worth showing.");
        assertThat(home.json().at("/includes/users").findValuesAsText("id"))
                .containsExactlyInAnyOrder(alice.id(), bob.id());
        Await.equal("retweets", () -> counts(carol, tweet, "retweets"), 1);

        var _ = dave.engage(tweet, "retweet", true);
        String later = dave.tweet("Something else.");
        awaitHome(carol, List.of(later, retweet));
        var _ = bob.engage(tweet, "retweet", false);
        String another = dave.get("/users/" + dave.id() + "/tweets").expect(200).text("/data/1/id");
        awaitHome(carol, List.of(later, another));

        alice.delete(tweet);
        assertThat(carol.home(5).ids()).as("at once").containsExactly(later);
        Await.equal("tweets", () -> dave.profile().data().path("tweets_count").asInt(), 1);
    }

    @Test
    void aReplyIsShownToThoseWhoFollowBothD8() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client both = join("carol");
        Client one = join("dave");
        both.follow(alice);
        both.follow(bob);
        one.follow(bob);
        alice.follow(bob);
        String tweet = alice.tweet("Hello?");
        String reply = bob.reply(tweet, "Hello.");
        String last = bob.tweet("To all.");
        awaitHome(both, List.of(last, reply, tweet));
        awaitHome(alice, List.of(last, reply, tweet));
        awaitHome(one, List.of(last));
        assertThat(one.home(5).ids()).containsExactly(last);
        assertThat(one.get("/users/" + bob.id() + "/tweets").expect(200).ids()).containsExactly(last);
        assertThat(one.get("/users/" + bob.id() + "/tweets?with=replies")
                        .expect(200)
                        .ids())
                .containsExactly(last, reply);
    }

    @Test
    void aBlockEndsAllThatTwoHaveToDoWithEachOtherB4() {
        Client alice = join("alice");
        Client bob = join("bob");
        alice.follow(bob);
        bob.follow(alice);
        String tweet = alice.tweet("Hello.");
        awaitHome(bob, List.of(tweet));
        var _ = alice.send("PUT", "/users/" + bob.id() + "/block").expect(200);
        assertThat(bob.home(5).ids()).as("at once").isEmpty();
        assertThat(bob.get("/tweets/" + tweet).status()).isEqualTo(403);
        assertThat(bob.get("/users/" + alice.id() + "/tweets").status()).isEqualTo(403);
        assertThat(bob.send("PUT", "/users/" + alice.id() + "/follow").status()).isEqualTo(403);
        assertThat(bob.send("PUT", "/tweets/" + tweet + "/like").status()).isEqualTo(403);
        assertThat(bob.post("/tweets", Map.of("content", "?", "reply_to_id", tweet))
                        .status())
                .isEqualTo(403);
        assertThat(alice.allIds("/blocks")).containsExactly(bob.id());
        assertThat(alice.profile().data().path("followers_count").asInt()).isZero();
        assertThat(alice.profile().data().path("following_count").asInt()).isZero();

        var _ = alice.send("DELETE", "/users/" + bob.id() + "/block").expect(200);
        Await.equal("the tweet's status", () -> bob.get("/tweets/" + tweet).status(), 200);
        bob.follow(alice);
        assertThat(bob.home(5).ids()).containsExactly(tweet);
    }

    @Test
    void whoIsMutedIsNotSeenB4() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        String tweet = alice.tweet("Hello.");
        awaitHome(bob, List.of(tweet));
        var _ = bob.send("PUT", "/users/" + alice.id() + "/mute").expect(200);
        assertThat(bob.home(5).ids()).as("at once").isEmpty();
        assertThat(bob.get("/tweets/" + tweet).status()).isEqualTo(200);
        var _ = bob.send("DELETE", "/users/" + alice.id() + "/mute").expect(200);
        assertThat(bob.home(5).ids()).containsExactly(tweet);
    }
}

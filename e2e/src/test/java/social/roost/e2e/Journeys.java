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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What users do, from their first to their last step; the same against one process or many, given an address. */
abstract class Journeys {
    private static final AtomicInteger NUMBER = new AtomicInteger();

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
        long end = System.nanoTime() + 10_000_000_000L;
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
}

package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.e2e.Journey.awaitHome;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Follows, blocks and mutes. */
interface GraphJourneys extends Journey {
    @Test
    default void followsMayBeRepeatedAndAreCountedOnceA4B1() {
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
    default void aBlockEndsAllThatTwoHaveToDoWithEachOtherB4() {
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
    default void whoIsMutedIsNotSeenB4() {
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

    @Test
    default void whomFolloweesFollowIsSuggestedUntilDismissed() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        Client dave = join("dave");
        alice.follow(bob);
        bob.follow(carol);
        bob.follow(dave);
        bob.follow(alice);
        assertThat(suggestedByFollowees(alice)).containsExactlyInAnyOrder(carol.id(), dave.id());

        for (int i = 0; i < 2; i++) {
            var _ = alice.send("DELETE", "/users/suggestions/" + carol.id()).expect(204);
        }
        assertThat(suggestedByFollowees(alice)).containsExactly(dave.id());
        alice.follow(dave);
        assertThat(suggestedByFollowees(alice)).isEmpty();
        assertThat(suggestedByFollowees(bob)).as("whom he follows, too").isEmpty();
    }

    private static List<String> suggestedByFollowees(Client reader) {
        return reader.get("/users/suggestions?limit=50")
                .expect(200)
                .data()
                .valueStream()
                .filter(one -> one.path("reason").asText().equals("followed_by_people_you_follow"))
                .map(one -> one.path("user_id").asText())
                .toList();
    }
}

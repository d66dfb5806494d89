package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static social.roost.e2e.Journey.counts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Posts, replies and engagement. */
interface TweetJourneys extends Journey {
    @Test
    default void tenRetriesLeaveOneTweetAndAnotherBodyUnderTheKeyIsAConflictC7() {
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
    default void aThreadIsPostedOnceAndAsAWholeC7() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice.id());
        String name = "@" + bob.profile().text("/data/username");
        List<String> texts = List.of("One.", "Two, " + name, "Three, " + name);
        List<String> ids = alice.postOnce("thread", texts);
        assertThat(alice.postOnce("thread", texts)).isEqualTo(ids);
        assertThat(alice.home(10).ids()).isEqualTo(ids.reversed());
        assertThat(conversation(bob, ids.getFirst())).isEqualTo(ids);
        assertThat(alice.profile().data().path("tweets_count").asInt()).isEqualTo(3);
        Await.equal("home", () -> bob.home(10).ids(), ids.reversed());
        Await.equal("mentions", () -> mentions(bob), List.of(ids.get(1)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> alice.postOnce("thread", texts.reversed()))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409));
    }

    private static List<String> mentions(Client reader) {
        return reader.get("/notifications?types=mention").expect(200).data().findValuesAsText("tweet_id");
    }

    @Test
    default void aConversationIsReadFromItsFirstTweetOnC4() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String root = alice.tweet("What is for lunch?");
        String bread = bob.reply(root, "Bread.");
        String thread = alice.reply(root, "It is nearly noon.");
        String soup = carol.reply(root, "Soup.");
        String fresh = alice.reply(bread, "Fresh?");
        List<String> all = List.of(root, thread, bread, fresh, soup);
        Await.equal("the whole conversation", () -> conversation(carol, root), all);
        assertThat(conversation(carol, fresh)).containsExactly(root, bread, fresh);
        Await.equal("replies", () -> counts(carol, root, "replies"), 3);

        bob.delete(bread);
        Await.equal("replies", () -> counts(carol, root, "replies"), 2);
        Answer page = carol.get("/tweets/" + fresh + "/conversation").expect(200);
        assertThat(page.ids()).containsExactly(root, bread, fresh);
        assertThat(page.text("/data/1/tombstone")).isEqualTo("deleted");
        assertThat(page.data().get(1).has("content")).isFalse();
        Await.equal("with the tombstone", () -> conversation(carol, root), all);
        assertThat(bob.post("/tweets", Map.of("content", "?", "reply_to_id", bread))
                        .status())
                .isEqualTo(422);
    }

    private static List<String> conversation(Client reader, String tweet) {
        return reader.get("/tweets/" + tweet + "/conversation").expect(200).ids();
    }

    @Test
    default void likesAndBookmarksMayBeRepeatedAndTakenBackC3() {
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
}

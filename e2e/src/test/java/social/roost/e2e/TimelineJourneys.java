package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.e2e.Journey.awaitHome;
import static social.roost.e2e.Journey.counts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The content and paging of home timelines. */
interface TimelineJourneys extends Journey {
    @Test
    default void pagesNeitherSkipNorRepeatWhileTweetsArriveD1() {
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
    default void pollingBringsEachNewTweetOnceD1() {
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
    default void followingBringsRecentTweetsInAndUnfollowingTakesThemOutAtOnceD4() {
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
    default void aRetweetIsShownToFollowersOnceAndGoneWithItsOriginalC3D8() {
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
    default void aReplyIsShownToThoseWhoFollowBothD8() {
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
    default void visitorsReadTheNewestTweetsOfEveryone() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client visitor = Client.at(address());
        String first = alice.tweet("first");
        String reply = bob.reply(first, "a reply");
        String second = bob.tweet("second");
        Await.equal("the public timeline", () -> newest(visitor).containsAll(List.of(first, second)), true);
        assertThat(newest(visitor)).containsSubsequence(second, first).doesNotContain(reply);
        alice.delete(first);
        Await.equal("the deleted tweet", () -> newest(visitor).contains(first), false);
    }

    private static List<String> newest(Client reader) {
        return reader.get("/timelines/public?limit=100").expect(200).ids();
    }
}

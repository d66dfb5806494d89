package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Ids;
import social.roost.base.Seed;
import social.roost.event.Event;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;

/** The tweets of the members of lists, merged (SPEC N1). */
@Timeout(60)
class RecentTweetsTest {
    @RegisterExtension
    final Seed seed = new Seed();

    private SqliteStage stage;
    private SqlTweetStore posts;
    private RecentTweets recent;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        posts = new SqlTweetStore(stage.database(), stage.events());
        recent = new RecentTweets(posts, 1 << 20);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theMergeIsThatOfTheStoreWhateverIsCachedPostedAndDeleted() {
        Random random = new Random(seed.value());
        List<Tweet> kept = new ArrayList<>();
        long next = 1;
        for (int i = 0; i < 3_000; i++) {
            if (random.nextInt(5) > 0) {
                // A few authors have far more tweets than are cached, some have none.
                Tweet tweet = tweet(next++, random.nextBoolean() ? random.nextLong(2) : random.nextLong(30));
                post(tweet);
                kept.add(tweet);
            } else if (random.nextBoolean() && !kept.isEmpty()) {
                delete(kept.remove(random.nextInt(kept.size())));
            } else {
                check(random, kept, next);
            }
        }
    }

    @Test
    void aTweetIsThereOnceHoweverOftenItIsAnnouncedAndInWhateverOrder() {
        assertThat(recent.newest(new long[] {1}, Long.MAX_VALUE, 10)).isEmpty();
        post(tweet(7, 1));
        var _ = posts.post(tweet(9, 1), null);
        var _ = posts.post(tweet(8, 1), null);
        recent.consume(new Event.TweetPosted(9, 1));
        recent.consume(new Event.TweetPosted(7, 1));
        recent.consume(new Event.TweetPosted(8, 1));
        assertThat(recent.newest(new long[] {1}, Long.MAX_VALUE, 10)).containsExactly(9, 8, 7);
        assertThat(recent.oldest(new long[] {1}, 7, 10)).containsExactly(9, 8);
    }

    private void check(Random random, List<Tweet> kept, long next) {
        long[] authors =
                random.longs(random.nextInt(20), 0, 40).distinct().sorted().toArray();
        long bound = random.nextInt(3) == 0 ? Long.MAX_VALUE - 1 : random.nextLong(next + 1);
        int limit = 1 + random.nextInt(random.nextBoolean() ? 30 : 300);
        assertThat(recent.newest(authors, bound, limit))
                .isEqualTo(naive(kept, authors, 0, bound, limit, Comparator.reverseOrder()));
        assertThat(recent.oldest(authors, bound, limit))
                .isEqualTo(naive(kept, authors, bound, Long.MAX_VALUE, limit, Comparator.naturalOrder()));
    }

    private void post(Tweet tweet) {
        var _ = posts.post(tweet, null);
        recent.consume(new Event.TweetPosted(tweet.id(), tweet.authorId()));
    }

    private void delete(Tweet tweet) {
        posts.delete(tweet.id(), 1);
        recent.consume(new Event.TweetDeleted(tweet.id(), tweet.authorId()));
    }

    private static long[] naive(
            List<Tweet> tweets, long[] authors, long after, long before, int limit, Comparator<Long> order) {
        return tweets.stream()
                .filter(tweet -> Ids.contains(authors, tweet.authorId()))
                .map(Tweet::id)
                .filter(id -> id > after && id < before)
                .sorted(order)
                .limit(limit)
                .sorted(Comparator.reverseOrder())
                .mapToLong(id -> id)
                .toArray();
    }

    private static Tweet tweet(long id, long author) {
        return new Tweet(id, author, "tweet " + id, Entities.NONE, References.NONE, id, Visibility.PUBLIC);
    }
}

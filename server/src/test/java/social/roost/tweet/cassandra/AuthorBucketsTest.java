package social.roost.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.tweet.cassandra.TweetStage.ALICE;
import static social.roost.tweet.cassandra.TweetStage.NOON;
import static social.roost.tweet.cassandra.TweetStage.idBefore;
import static social.roost.tweet.cassandra.TweetStage.tweet;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tweets of an author over many buckets: their order, and stored counts (SPEC A4, C8). */
class AuthorBucketsTest extends OnTweetStage {
    private static final long LONG_AGO = idBefore(200);

    /** One every ten days for 200 days, newest first. */
    private long[] postTwenty() {
        long[] ids = LongStream.range(1, 21).map(i -> idBefore((int) i * 10)).toArray();
        LongStream.of(ids).forEach(id -> stage.store().post(tweet(id), null));
        return ids;
    }

    @Test
    void orderGoesOnFromBucketToBucket() {
        long[] ids = postTwenty();
        long[] authors = {ALICE, 11};
        assertThat(stage.newest()).isEqualTo(ids);
        assertThat(stage.store().newest(authors, ids[4], 6))
                .isEqualTo(LongStream.of(ids).skip(5).limit(6).toArray());
        assertThat(stage.store().oldest(authors, ids[12], 6))
                .isEqualTo(LongStream.of(ids).skip(6).limit(6).toArray());
        assertThat(stage.store().newest(authors, ids[19], 6)).isEmpty();
    }

    @Test
    void aKeptCountChangesWithItsTweets() {
        postTwenty();
        assertThat(stage.count()).isEqualTo(20);
        assertThat(stage.count()).as("kept").isEqualTo(20);
        stage.store().delete(LONG_AGO, NOON);
        assertThat(stage.count()).isEqualTo(19);
        stage.store().post(tweet(LONG_AGO + 1), null);
        assertThat(stage.count()).isEqualTo(20);
    }

    @Test
    void aDeletionBetweenCountingAndKeepingIsNotMissed() {
        postTwenty();
        stage.cassandra.before("SET tweets = ?", () -> stage.store().delete(LONG_AGO, NOON));
        stage.count();
        assertThat(stage.count()).isEqualTo(19);
    }

    @Test
    void aCountThatIsKeptWhileADeletionGoesOnDoesNotLast() {
        postTwenty();
        stage.cassandra.before("SET tweets = null", stage::count);
        stage.store().delete(LONG_AGO, NOON);
        stage.cassandra.before("DELETE FROM tweet_by_author", stage::count);
        stage.store().delete(idBefore(190), NOON);
        assertThat(stage.count()).isEqualTo(18);
    }

    @Test
    void aPostIntoAnOldBucketBetweenCountingAndKeepingIsNotMissed() {
        postTwenty();
        stage.cassandra.before("SET tweets = ?", () -> stage.store().post(tweet(LONG_AGO + 1), null));
        stage.count();
        assertThat(stage.count()).isEqualTo(21);
    }
}

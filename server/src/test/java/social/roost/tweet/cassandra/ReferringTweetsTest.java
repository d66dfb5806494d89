package social.roost.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.tweet.cassandra.TweetStage.idBefore;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import social.roost.tweet.Reference;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** Replies to a tweet over many buckets, and among many deleted ones (SPEC C4). */
class ReferringTweetsTest extends OnTweetStage {
    private static final long BOB = 11;
    private static final long PARENT = idBefore(2_000);

    @Test
    void bucketsOfAgeAreFewAndTellTheirTweetsApart() {
        int[] buckets = LongStream.of(2_000, 1_999, 1_998, 1_996, 1_984, 1_900, 0)
                .mapToInt(days -> Bucket.ofAge(PARENT, idBefore((int) days)))
                .toArray();
        assertThat(buckets).containsExactly(0, 1, 1, 2, 3, 4, 6);
        assertThat(Bucket.ofAge(PARENT, 1)).as("of a clock that was behind").isZero();
        assertThat(Bucket.ofAge(1, Long.MAX_VALUE)).isLessThan(10);
    }

    @Test
    void orderGoesOnFromBucketToBucket() {
        long[] ids = LongStream.rangeClosed(0, 40)
                .map(i -> idBefore(2_000 - (int) (i * i)))
                .toArray();
        LongStream.of(ids).forEach(this::reply);
        long[] newestFirst =
                LongStream.of(ids).map(id -> -id).sorted().map(id -> -id).toArray();
        assertThat(newest(Long.MAX_VALUE, 100)).isEqualTo(newestFirst);
        assertThat(newest(ids[30], 7))
                .isEqualTo(LongStream.of(newestFirst).skip(11).limit(7).toArray());
        assertThat(newest(ids[0], 7)).isEmpty();
        assertThat(stage.store().replies(PARENT, 0, 100)).isEqualTo(ids);
        assertThat(stage.store().replies(PARENT, ids[3], 7))
                .isEqualTo(LongStream.of(ids).skip(4).limit(7).toArray());
        assertThat(stage.store().replies(PARENT, ids[40], 7)).isEmpty();
    }

    private void reply(long id) {
        var _ = stage.store()
                .post(
                        new Tweet(
                                id,
                                BOB,
                                "yes",
                                Entities.NONE,
                                new References(PARENT, 10L, null, null),
                                PARENT,
                                Visibility.PUBLIC),
                        null);
    }

    private long[] newest(long before, int limit) {
        return stage.store().referring(Reference.REPLY, PARENT, before, limit);
    }
}

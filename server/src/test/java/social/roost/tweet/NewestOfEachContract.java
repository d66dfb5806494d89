package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.tweet.text.Entities;

/** What every {@link TweetStore} promises of {@link TweetStore#newestOfEach}. */
@Timeout(60)
public abstract class NewestOfEachContract {
    /** Longer than a partition of any store, as a difference of ids. */
    private static final long LONG_TIME = 20_000_000_000_000_000L;

    /** The store of this test, empty at first. */
    protected abstract TweetStore store();

    @Test
    void eachAuthorHasTheirOwnNewestTweetsHoweverOld() {
        for (long i = 1; i <= 7; i++) {
            post(i * LONG_TIME, 1);
            post(i, 2);
        }
        post(10, 3);
        Map<Long, long[]> newest = store().newestOfEach(new long[] {1, 2, 3, 4}, 5);
        assertThat(newest.get(1L))
                .isEqualTo(LongStream.of(7, 6, 5, 4, 3).map(i -> i * LONG_TIME).toArray());
        assertThat(newest.get(2L)).containsExactly(7, 6, 5, 4, 3);
        assertThat(newest.get(3L)).containsExactly(10);
        assertThat(newest.getOrDefault(4L, new long[0])).isEmpty();
        assertThat(store().newestOfEach(new long[0], 5)).isEmpty();
    }

    @Test
    void deletedTweetsAreNotAmongThem() {
        for (long i = 1; i <= 5; i++) {
            post(i, 1);
        }
        store().delete(4, 1_800_000_000_000L);
        assertThat(store().newestOfEach(new long[] {1}, 3).get(1L)).containsExactly(5, 3, 2);
    }

    private void post(long id, long author) {
        var _ = store().post(new Tweet(id, author, "hi", Entities.NONE, References.NONE, id, Visibility.PUBLIC), null);
    }
}

package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.Seed;

/** What every {@link RecentTweetStore} promises, a test for each promise (issue 18.3). */
@Timeout(60)
public abstract class RecentTweetStoreContract {
    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long CAROL = 12;

    @RegisterExtension
    final Seed seed = new Seed();

    /** The store of this test, empty at first. */
    protected abstract RecentTweetStore store();

    /** Posts a tweet, until the store has it. */
    protected abstract void post(long tweetId, long authorId);

    @Test
    void anEmptyStoreHasNothing() {
        assertThat(store().older(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(store().newer(0, 10)).isEmpty();
        assertThat(store().authors(10)).isEmpty();
    }

    /** Also several ids of one millisecond, and ids with every bit set somewhere. */
    @Test
    void allTweetsAreReadInTheOrderOfTheirIdsInWhateverOrderTheyArrive() {
        Random random = new Random(seed.value());
        long first = 0x1999_9999_FE00_0000L;
        List<Long> ids = new ArrayList<>(LongStream.concat(
                        random.longs(150, 0, 1 << 26).map(bits -> first + bits),
                        LongStream.range(0, 50).map(i -> first + i * 40_000))
                .distinct()
                .boxed()
                .toList());
        Collections.shuffle(ids, random);
        ids.forEach(id -> post(id, id % 7 + 1));
        Long[] falling = ids.stream().sorted(Collections.reverseOrder()).toArray(Long[]::new);

        assertThat(down(7)).containsExactly(falling);
        assertThat(down(1_000)).containsExactly(falling);
        assertThat(up(7)).containsExactly(falling);
    }

    @Test
    void boundsAreExclusive() {
        LongStream.rangeClosed(1, 5).forEach(id -> post(id, ALICE));
        assertThat(store().older(4, 2)).containsExactly(3, 2);
        assertThat(store().older(1, 2)).isEmpty();
        assertThat(store().older(0, 2)).isEmpty();
        assertThat(store().newer(2, 2)).containsExactly(4, 3);
        assertThat(store().newer(5, 2)).isEmpty();
        assertThat(store().newer(Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    void authorsAreOrderedByTheirNewestTweet() {
        post(second(1), ALICE);
        post(second(2), BOB);
        post(second(3), CAROL);
        post(second(5), ALICE);
        post(second(4), ALICE);
        assertThat(store().authors(10)).containsExactly(ALICE, CAROL, BOB);
        assertThat(store().authors(2)).containsExactly(ALICE, CAROL);
    }

    private List<Long> down(int limit) {
        List<Long> read = new ArrayList<>();
        long[] page = store().older(Long.MAX_VALUE, limit);
        while (page.length > 0) {
            LongStream.of(page).forEach(read::add);
            page = store().older(page[page.length - 1], limit);
        }
        return read;
    }

    private List<Long> up(int limit) {
        List<Long> read = new ArrayList<>();
        long[] page = store().newer(0, limit);
        while (page.length > 0) {
            read.addAll(0, LongStream.of(page).boxed().toList());
            page = store().newer(page[0], limit);
        }
        return read;
    }

    private static long second(int number) {
        return (number * 1_000L) << 22;
    }
}

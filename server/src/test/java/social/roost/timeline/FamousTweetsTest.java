package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/** The famous authors' lists follow the store (SPEC D1, B3). */
@Timeout(20)
class FamousTweetsTest {
    private static final long AUTHOR = 10;

    private final OneAuthorStore store = new OneAuthorStore();
    private final FamousTweets famous = new FamousTweets(store, 4, 1_000_000);

    @Test
    void aListIsFilledFromTheStoreAndFollowsPostsAndDeletions() {
        store.ids = new long[] {3, 1};
        assertThat(famous.of(AUTHOR).ids()).containsExactly(3, 1);
        famous.add(AUTHOR, 5);
        famous.add(AUTHOR, 4);
        famous.add(AUTHOR, 5);
        famous.remove(AUTHOR, 1);
        assertThat(famous.of(AUTHOR).ids()).containsExactly(5, 4, 3);
        assertThat(famous.of(AUTHOR).floor()).isZero();
    }

    @Test
    void aFullListKeepsTheNewestAndSaysFromWhereOn() {
        store.ids = new long[] {4, 3, 2, 1};
        assertThat(famous.of(AUTHOR).floor()).isEqualTo(1);
        famous.add(AUTHOR, 6);
        famous.add(AUTHOR, 1);
        assertThat(famous.of(AUTHOR).ids()).containsExactly(6, 4, 3, 2);
        assertThat(famous.of(AUTHOR).floor()).isEqualTo(2);
    }

    @Test
    void aTweetThatComesDuringALoadIsNotLost() throws Exception {
        store.holdsReads = true;
        store.ids = new long[] {1};
        CompletableFuture<TimelineStore.Slice> reading = CompletableFuture.supplyAsync(() -> famous.of(AUTHOR));
        OneAuthorStore.await(store.looked);
        Thread adding = Thread.ofPlatform().start(() -> famous.add(AUTHOR, 2));
        while (adding.getState() == Thread.State.RUNNABLE || adding.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        store.go.countDown();
        adding.join();
        reading.get(10, TimeUnit.SECONDS);
        assertThat(famous.of(AUTHOR).ids()).containsExactly(2, 1);
    }

    /** A store that only lists one author's tweets, as slowly as the test wants. */
    private static final class OneAuthorStore implements TweetStore {
        private final CountDownLatch looked = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile long[] ids = {};
        private volatile boolean holdsReads;

        @Override
        public long[] newest(long[] authorIds, long before, int limit) {
            long[] found = ids;
            if (holdsReads) {
                looked.countDown();
                await(go);
            }
            return found;
        }

        static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Posted post(Tweet tweet, @Nullable IdempotencyKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(long id, long now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, Tweet> find(long[] ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Tweet findPosted(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long[] oldest(long[] authorIds, long after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, Long> counts(long[] authorIds) {
            throw new UnsupportedOperationException();
        }
    }
}

package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The famous authors' lists follow the store (SPEC D1, B3). */
@Timeout(240)
class FamousTweetsTest {
    private static final int ENTRIES = 4;
    private static final long AUTHOR = 10;

    private final AuthorsTweets store = new AuthorsTweets();
    private final FamousTweets famous = new FamousTweets(store::newest, ENTRIES, 1_000_000);

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
        AuthorsTweets.await(store.looked);
        Thread adding = Thread.ofPlatform().start(() -> famous.add(AUTHOR, 2));
        while (adding.getState() == Thread.State.RUNNABLE || adding.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        store.go.countDown();
        adding.join();
        reading.get(10, TimeUnit.SECONDS);
        assertThat(famous.of(AUTHOR).ids()).containsExactly(2, 1);
    }

    /** Lists the author's tweets, as slowly as the test wants. */
    private static final class AuthorsTweets {
        private final CountDownLatch looked = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private volatile long[] ids = {};
        private volatile boolean holdsReads;

        TimelineStore.Slice newest(long author) {
            assertThat(author).isEqualTo(AUTHOR);
            long[] found = ids;
            if (holdsReads) {
                looked.countDown();
                await(go);
            }
            return new TimelineStore.Slice(found, found.length < ENTRIES ? 0 : found[found.length - 1]);
        }

        static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package social.roost.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Together;

/** The promises of {@link SeenTweets}. */
@DisplayName("D6: seen tweets")
public abstract class SeenTweetsContract {
    private final long alice = System.nanoTime();
    private final long bob = alice + 1;

    protected abstract SeenTweets store();

    @Test
    void eachReaderHasTheirOwn() {
        store().add(alice, new long[] {3, 1});
        store().add(alice, new long[0]);
        store().add(alice, new long[] {2});
        assertThat(store().of(alice)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(store().of(bob)).isEmpty();
    }

    @Test
    void theLastOnesAreKept() {
        for (int i = 0; i < 60; i++) {
            store().add(alice, LongStream.range(100L * i, 100L * i + 100).toArray());
        }
        assertThat(store().of(alice))
                .containsExactlyInAnyOrder(
                        LongStream.range(6_000 - SeenTweets.KEPT, 6_000).toArray());
    }

    @Test
    void theyAreForgotten() {
        store().add(alice, new long[] {1});
        store().add(bob, new long[] {1});
        store().forget(alice);
        store().forget(alice);
        assertThat(store().of(alice)).isEmpty();
        assertThat(store().of(bob)).containsExactly(1);
    }

    @Test
    void concurrentReportsAreAllKept() throws Exception {
        var _ = Together.call(8, thread -> {
            for (int i = 0; i < 50; i++) {
                store().add(alice, new long[] {100L * thread + i});
            }
            return thread;
        });
        assertThat(store().of(alice)).hasSize(400).doesNotHaveDuplicates();
    }
}

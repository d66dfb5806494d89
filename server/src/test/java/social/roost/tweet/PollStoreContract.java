package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.tweet.PollStore.Ending;

/** What every {@link PollStore} promises, a test for each promise (issue 23.4). */
@Timeout(60)
public abstract class PollStoreContract {
    private static final long POLL = 100;
    private static final long OTHER = 200;
    private static final long END = 1_000;
    private static final int RACERS = 20;

    /** The store of this test, empty at first. */
    protected abstract PollStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void votesAreCountedByOption() {
        assertThat(vote(1, 2)).isEqualTo(2);
        assertThat(vote(2, 0)).isZero();
        assertThat(vote(3, 2)).isEqualTo(2);
        assertThat(store().vote(OTHER, END, 1, 1)).isEqualTo(1);
        assertThat(store().totals(new long[] {POLL, OTHER, 300}))
                .isEqualTo(Map.of(POLL, List.of(1L, 0L, 2L), OTHER, List.of(0L, 1L)));
        assertThat(store().choices(3, new long[] {POLL, OTHER, 300})).isEqualTo(Map.of(POLL, 2));
        assertThat(store().choices(1, new long[] {POLL, OTHER})).isEqualTo(Map.of(POLL, 2, OTHER, 1));
        assertThat(store().choices(1, new long[0])).isEmpty();
    }

    @Test
    void theFirstVoteOfAUserStays() {
        assertThat(vote(1, 1)).isEqualTo(1);
        assertThat(vote(1, 0)).isEqualTo(1);
        assertThat(vote(1, 1)).isEqualTo(1);
        assertThat(totals()).containsExactly(0L, 1L);
        assertThat(store().choices(1, new long[] {POLL})).isEqualTo(Map.of(POLL, 1));
    }

    @Test
    void ofManyVotesAtOnceOneCountsAndAllLearnWhich() {
        List<Integer> answers = IntStream.range(0, RACERS)
                .parallel()
                .mapToObj(i -> vote(1, i % 4))
                .toList();
        assertThat(answers).hasSize(RACERS).containsOnly(answers.getFirst());
        assertThat(totals().stream().mapToLong(each -> each).sum()).isOne();
        assertThat(store().choices(1, new long[] {POLL})).isEqualTo(Map.of(POLL, answers.getFirst()));
    }

    @Test
    void votersAreListedInPages() {
        LongStream.of(5, 3, 9, 1).forEach(user -> vote(user, 0));
        assertThat(store().voters(POLL, 0, 2)).containsExactly(1, 3);
        assertThat(store().voters(POLL, 3, 10)).containsExactly(5, 9);
        assertThat(store().voters(POLL, 9, 10)).isEmpty();
        assertThat(store().voters(OTHER, 0, 10)).isEmpty();
    }

    @Test
    void aPollIsLeasedByOneAtATimeOnceItHasEnded() {
        store().open(POLL, END);
        store().open(OTHER, END + 1);
        assertThat(store().lease(END - 1, END, END + 50, 10)).isEmpty();
        Ending first = new Ending(POLL, 0, END + 50);
        assertThat(store().lease(END, END, END + 50, 10)).containsExactly(first);
        assertThat(store().lease(END, END + 1, END + 90, 10)).isEmpty();
        Ending taken = new Ending(POLL, 0, END + 100);
        assertThat(store().lease(END, END + 50, END + 100, 10)).containsExactly(taken);
        assertThat(store().told(first, 7, END + 200)).isFalse();
        assertThat(store().told(taken, 7, END + 200)).isTrue();
        assertThat(store().lease(END, END + 200, END + 300, 10)).containsExactly(new Ending(POLL, 7, END + 300));
    }

    @Test
    void anAnnouncedPollIsNotLeasedAgainWhateverHappens() {
        vote(1, 0);
        store().announced(POLL);
        store().announced(POLL);
        store().open(POLL, END);
        vote(2, 0);
        assertThat(store().lease(END, END, END + 50, 10)).isEmpty();
    }

    @Test
    void ofManyProcessesOneGetsTheLease() {
        LongStream.rangeClosed(1, 5).forEach(poll -> store().open(poll, END));
        List<Long> leased = IntStream.range(0, RACERS)
                .parallel()
                .mapToObj(_ -> store().lease(END, END, END + 50, 10))
                .flatMap(List::stream)
                .map(Ending::pollId)
                .toList();
        assertThat(leased).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void theFirstToEndAreLeasedFirst() {
        LongStream.rangeClosed(1, 5).forEach(poll -> store().open(poll, END - poll));
        assertThat(store().lease(END, END, END + 50, 2))
                .extracting(Ending::pollId)
                .containsExactly(5L, 4L);
    }

    @Test
    void nothingIsLeftOfARemovedPoll() {
        vote(1, 0);
        vote(2, 1);
        store().vote(OTHER, END, 1, 0);
        store().remove(POLL);
        store().remove(POLL);
        assertThat(totals()).isEmpty();
        assertThat(store().choices(1, new long[] {POLL, OTHER})).containsOnlyKeys(OTHER);
        assertThat(store().voters(POLL, 0, 10)).isEmpty();
        assertThat(store().lease(END, END, END + 50, 10))
                .extracting(Ending::pollId)
                .containsExactly(OTHER);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        vote(1, 1);
        store().open(OTHER, END);
        store().announced(OTHER);
        crash();
        assertThat(totals()).containsExactly(0L, 1L);
        assertThat(store().choices(1, new long[] {POLL})).isEqualTo(Map.of(POLL, 1));
        assertThat(store().lease(END, END, END + 50, 10))
                .extracting(Ending::pollId)
                .containsExactly(POLL);
    }

    private List<Long> totals() {
        return store().totals(new long[] {POLL}).getOrDefault(POLL, List.of());
    }

    private int vote(long user, int choice) {
        return store().vote(POLL, END, user, choice);
    }
}

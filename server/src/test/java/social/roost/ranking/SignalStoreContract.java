package social.roost.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.ranking.Signal.Kind;

/** The promises of {@link SignalStore}. */
@DisplayName("D6: signals of readers")
public abstract class SignalStoreContract {
    private final long alice = System.nanoTime();
    private final long bob = alice + 1;

    protected abstract SignalStore store();

    /** Continues as another process would after a crash. */
    protected abstract void crash() throws Exception;

    @Test
    void signalsAreListedNewestFirstAndSurviveACrash() throws Exception {
        Signal like = new Signal(1, 10, Kind.LIKE, 1_000);
        Signal less = new Signal(2, 11, Kind.LESS, 3_000);
        Signal reply = new Signal(3, 12, Kind.REPLY, 2_000);
        List.of(like, less, reply).forEach(signal -> store().add(alice, signal));
        store().add(bob, like);
        crash();
        assertThat(store().of(alice)).containsExactly(less, reply, like);
        assertThat(store().of(bob)).containsExactly(like);
        assertThat(store().of(bob + 1)).isEmpty();
    }

    @Test
    void aRepetitionReplacesTheFirst() {
        store().add(alice, new Signal(1, 10, Kind.LIKE, 1_000));
        store().add(alice, new Signal(1, 10, Kind.LIKE, 2_000));
        store().add(alice, new Signal(1, 10, Kind.RETWEET, 500));
        assertThat(store().of(alice))
                .containsExactly(new Signal(1, 10, Kind.LIKE, 2_000), new Signal(1, 10, Kind.RETWEET, 500));
    }

    @Test
    void oneKindIsRemoved() {
        store().add(alice, new Signal(1, 10, Kind.LIKE, 1_000));
        store().add(alice, new Signal(1, 10, Kind.RETWEET, 2_000));
        store().remove(alice, 1, Kind.LIKE);
        store().remove(alice, 1, Kind.LIKE);
        store().remove(alice, 2, Kind.LIKE);
        assertThat(store().of(alice)).extracting(Signal::kind).containsExactly(Kind.RETWEET);
    }

    @Test
    void theNewestInteractionsAreKeptAndAllWishes() {
        store().add(alice, new Signal(1, 10, Kind.MORE, 1));
        for (int i = 0; i < SignalStore.KEPT + 20; i++) {
            store().add(alice, new Signal(100 + i, 10, Kind.LIKE, 100 + i));
        }
        List<Signal> kept = store().of(alice);
        assertThat(kept).hasSize(SignalStore.KEPT + 1);
        assertThat(kept.getFirst().at()).isEqualTo(100 + SignalStore.KEPT + 19);
        assertThat(kept.get(SignalStore.KEPT - 1).at()).isEqualTo(120);
        assertThat(kept.getLast().kind()).isEqualTo(Kind.MORE);
    }

    @Test
    void aChoiceReplacesTheOneBefore() throws Exception {
        assertThat(store().choice(alice)).isEqualTo(HomeChoice.DEFAULT);
        store().choose(alice, new HomeChoice(Order.TOP, false));
        store().choose(alice, new HomeChoice(Order.HYBRID, false));
        crash();
        assertThat(store().choice(alice)).isEqualTo(new HomeChoice(Order.HYBRID, false));
        assertThat(store().choice(bob)).isEqualTo(HomeChoice.DEFAULT);
    }
}

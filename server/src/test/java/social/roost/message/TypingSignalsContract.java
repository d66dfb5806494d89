package social.roost.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.message.TypingSignals.Typing;

/** What all {@link TypingSignals} promise, a test for each promise. */
@DisplayName("Typing signals (H1)")
@Timeout(60)
public abstract class TypingSignalsContract {
    private static final Typing FIRST = new Typing(1L << 60, 10, List.of(11L, 1L << 61));
    private static final Typing SECOND = new Typing(2, 11, List.of());

    /** Those of one process. */
    protected abstract TypingSignals signals();

    /** Those of another process; of the same one if there is only one. */
    protected abstract TypingSignals other();

    @Test
    void listenersOfAllProcessesAreToldOnce() throws Exception {
        Heard here = new Heard(signals());
        Heard hereToo = new Heard(signals());
        Heard there = new Heard(other());
        signals().publish(FIRST);
        for (Heard heard : List.of(here, hereToo, there)) {
            assertThat(heard.next()).isEqualTo(FIRST);
        }
        other().publish(SECOND);
        for (Heard heard : List.of(here, hereToo, there)) {
            assertThat(heard.next()).isEqualTo(SECOND);
            assertThat(heard.rest()).isEmpty();
        }
    }

    @Test
    void thoseOfOneProcessArriveInOrder() throws Exception {
        Heard there = new Heard(other());
        for (int i = 0; i < 100; i++) {
            signals().publish(new Typing(i, 10, List.of(11L)));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(there.next().conversationId()).isEqualTo(i);
        }
    }

    @Test
    void manyAtOnceAllArrive() throws Exception {
        Heard there = new Heard(other());
        Together.call(8, thread -> {
            for (int i = 0; i < 20; i++) {
                signals().publish(new Typing(thread * 20L + i, 10, List.of(11L)));
            }
            return true;
        });
        boolean[] seen = new boolean[160];
        for (int i = 0; i < 160; i++) {
            seen[Math.toIntExact(there.next().conversationId())] = true;
        }
        assertThat(seen).containsOnly(true);
        assertThat(there.rest()).isEmpty();
    }

    /** What a listener was told. */
    private static final class Heard {
        private static final int PATIENCE_SECONDS = 20;

        private final BlockingQueue<Typing> told = new LinkedBlockingQueue<>();

        Heard(TypingSignals signals) {
            signals.listen(told::add);
        }

        Typing next() throws InterruptedException {
            Typing next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing came");
            }
            return next;
        }

        List<Typing> rest() {
            return List.copyOf(told);
        }
    }
}

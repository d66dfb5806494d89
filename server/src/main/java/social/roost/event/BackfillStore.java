package social.roost.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far each {@link Backfill} has got, and which of several processes has the turn to go on with it.
 *
 * <p>Promises: what is stored is durable. A turn belongs to one process until it ends, unless that extends it. The clock is the
 * store's own.
 */
public interface BackfillStore {

    /**
     * Gives the turn to a process, or extends it, unless another process has it.
     *
     * @return how far the backfill has got; null when another process is working on it
     */
    @Nullable
    Progress takeTurn(String group, String process, Duration turn);

    /**
     * Stores how far the backfill has got, and extends the turn.
     *
     * @return false when the process does not have the turn any more, and nothing was stored
     */
    boolean store(String group, String process, Progress progress, Duration turn);

    /** Ends the process's turn, if it has it. */
    void endTurn(String group, String process);

    /**
     * How far a backfill has got.
     *
     * @param position where to go on; empty at the beginning
     * @param events how many events were consumed so far
     */
    record Progress(String position, long events, boolean done) {
        public static final Progress NONE = new Progress("", 0, false);
    }
}

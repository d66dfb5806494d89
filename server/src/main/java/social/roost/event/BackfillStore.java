package social.roost.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The progress of each {@link Backfill}, and which process has the turn to continue it.
 *
 * <p>Promises: what is stored is durable. A turn belongs to one process until it expires, unless the process extends
 * it. The clock is that of the store.
 */
public interface BackfillStore {

    /**
     * Gives the turn to a process, or extends it, unless another process has it.
     *
     * @return the progress of the backfill; null if another process has the turn
     */
    @Nullable
    Progress takeTurn(String group, String process, Duration turn);

    /** The progress of a backfill; {@link Progress#NONE} if it has not begun. */
    Progress find(String group);

    /**
     * Stores the progress of the backfill, and extends the turn.
     *
     * @return false if the process no longer has the turn and nothing was stored
     */
    boolean store(String group, String process, Progress progress, Duration turn);

    /** Ends the process's turn, if it has it. */
    void endTurn(String group, String process);

    /**
     * The progress of a backfill.
     *
     * @param position where to continue; empty at the beginning
     * @param events the number of events consumed so far
     */
    record Progress(String position, long events, boolean done) {
        public static final Progress NONE = new Progress("", 0, false);
    }
}

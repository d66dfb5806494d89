package social.roost.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a log.
 *
 * @param event null when the payload is unreadable
 * @param problem why it is unreadable, null when it is not
 * @param trace as {@link TracedEvent} has it
 */
public record LoggedEvent(
        long offset,
        long key,
        String payload,
        @Nullable Event event,
        @Nullable String problem,
        @Nullable String trace) {

    /** The event of one that is known to have it. */
    Event readable() {
        return Objects.requireNonNull(event);
    }

    /** Never fails, so that one unreadable entry does not stop the reading of the others. */
    public static LoggedEvent decode(long offset, long key, String payload, EventCodec codec) {
        try {
            TracedEvent read = codec.decodeTraced(payload);
            return new LoggedEvent(offset, key, payload, read.event(), null, read.trace());
        } catch (UnreadableEventException e) {
            return new LoggedEvent(offset, key, payload, null, e.getMessage(), null);
        }
    }
}

package social.roost.event;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a log.
 *
 * @param event null when the payload is unreadable
 * @param problem why it is unreadable, null when it is not
 */
public record LoggedEvent(
        long offset,
        long key,
        String payload,
        @Nullable Event event,
        @Nullable String problem) {

    /** Never fails, so that one unreadable entry does not stop the reading of the others. */
    public static LoggedEvent decode(long offset, long key, String payload, EventCodec codec) {
        try {
            return new LoggedEvent(offset, key, payload, codec.decode(payload), null);
        } catch (UnreadableEventException e) {
            return new LoggedEvent(offset, key, payload, null, e.getMessage());
        }
    }
}

package social.roost.event;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a log.
 *
 * @param payload the event as it was written
 * @param content the same as far as this version understands it
 */
public record LoggedEvent(long offset, long key, String payload, Decoded content) {

    public static LoggedEvent decode(long offset, long key, String payload, EventCodec codec) {
        return new LoggedEvent(offset, key, payload, codec.read(payload));
    }

    /** Null if this version cannot read it. */
    public @Nullable Event event() {
        return content instanceof TracedEvent traced ? traced.event() : null;
    }

    /** The event of a readable entry. */
    TracedEvent readable() {
        return (TracedEvent) content;
    }
}

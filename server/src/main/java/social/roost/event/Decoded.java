package social.roost.event;

import org.jspecify.annotations.Nullable;

/** An encoded event as far as this program understands it. */
public sealed interface Decoded permits TracedEvent, Decoded.Unknown, Decoded.Malformed {

    /**
     * An event of a type or version that this program does not know, because a newer program wrote it, or an older one did
     * and it is not used any more.
     *
     * @param stream null when no consumer of this program can need the event: it is of a stream that only newer programs
     *     know, or not used any more
     */
    record Unknown(Event.@Nullable Stream stream, String problem) implements Decoded {}

    /** Not an event of any program. */
    record Malformed(String problem) implements Decoded {}
}

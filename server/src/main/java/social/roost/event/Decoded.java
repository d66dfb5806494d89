package social.roost.event;

import org.jspecify.annotations.Nullable;

/** An encoded event as far as this version understands it. */
public sealed interface Decoded permits TracedEvent, Decoded.Unknown, Decoded.Malformed {

    /**
     * An event of a type or version that this program does not know: a newer version wrote it, or an older one wrote a
     * type that is no longer used.
     *
     * @param stream null if no consumer of this version can need the event: its stream is known only to newer versions,
     *     or is no longer used
     */
    record Unknown(Event.@Nullable Stream stream, String problem) implements Decoded {}

    /** Not an event of any version. */
    record Malformed(String problem) implements Decoded {}
}

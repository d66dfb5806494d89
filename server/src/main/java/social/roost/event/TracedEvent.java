package social.roost.event;

import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;

/**
 * An event to be appended to the log.
 *
 * @param trace the {@link Span#context} with which consumers continue the trace of its request; null if that is not
 *     recorded, as usual
 */
public record TracedEvent(Event event, @Nullable String trace) implements Decoded {

    /** An event of this thread's activity. */
    public static TracedEvent of(Event event) {
        Span current = Activity.currentSpan();
        return new TracedEvent(event, current == null ? null : appended(event, current));
    }

    private static String appended(Event event, Span current) {
        Span step = current.child("append " + EventCodec.nameOf(event.getClass()), Span.Kind.EVENT);
        step.end();
        return step.context();
    }
}

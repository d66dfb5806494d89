package social.roost.event;

import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;

/**
 * An event on its way into the log.
 *
 * @param trace the {@link Span#context} with which its consumers go on with the trace of what it tells of; null when that
 *     is not recorded, as nearly always
 */
public record TracedEvent(Event event, @Nullable String trace) implements Decoded {

    /** One of what this thread is busy with. */
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

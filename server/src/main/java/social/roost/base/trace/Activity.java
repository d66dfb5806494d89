package social.roost.base.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Identifies what a thread works on, so that store calls, appended events and log messages can be attributed without
 * passing it through everything in between. Work for another thread takes it along with {@link #run}.
 *
 * @param correlationId the request's id; null if it is not a request
 * @param route the template of the request's route; null if it is not a request
 * @param span the recorded span; null if nothing is recorded
 */
public record Activity(
        @Nullable String correlationId,
        @Nullable String route,
        @Nullable Span span) {
    private static final ScopedValue<Activity> CURRENT = ScopedValue.newInstance();

    /** For example the consumption of an event. */
    public static Activity of(@Nullable Span span) {
        return new Activity(null, null, span);
    }

    /** The activity of this thread; null if it has none. */
    public static @Nullable Activity current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** The span of this thread's activity; null if it is not recorded. */
    public static @Nullable Span currentSpan() {
        return CURRENT.isBound() ? CURRENT.get().span : null;
    }

    /** The same activity with a span within it. */
    public Activity within(Span step) {
        return new Activity(correlationId, route, step);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work::run);
    }

    /**
     * Runs the work as a span of its own, if this thread's activity is recorded.
     *
     * @param size the number of objects processed
     */
    public static void step(String name, int size, Runnable work) {
        Activity current = current();
        if (current == null || current.span == null) {
            work.run();
            return;
        }
        Span step = current.span.child(name, Span.Kind.STEP).set("roost.size", Integer.toString(size));
        try {
            current.within(step).run(work);
        } finally {
            step.end();
        }
    }

    /** The same work for another thread, with this thread's activity. */
    public static <T extends @Nullable Object> Supplier<T> carried(Supplier<T> work) {
        Activity current = current();
        return current == null ? work : () -> current.call(work::get);
    }

    /** Work that can throw. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T run() throws X;
    }
}

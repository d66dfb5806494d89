package social.roost.base.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is busy with: so that whoever calls a store, appends an event or writes to the log on the way can tell what it
 * belongs to, without being told by everyone in between. Work that is handed to another thread takes it along with {@link #run}
 * there.
 *
 * @param correlationId the request's id; null where it is no request
 * @param route the template of the request's route; null where it is no request
 * @param span the step that is recorded; null when nothing is
 */
public record Activity(
        @Nullable String correlationId,
        @Nullable String route,
        @Nullable Span span) {
    private static final ScopedValue<Activity> CURRENT = ScopedValue.newInstance();

    /** The consumption of an event, say. */
    public static Activity of(@Nullable Span span) {
        return new Activity(null, null, span);
    }

    /** Of this thread; null when it has none. */
    public static @Nullable Activity current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** What this thread's activity is recorded in; null when it is not. */
    public static @Nullable Span currentSpan() {
        return CURRENT.isBound() ? CURRENT.get().span : null;
    }

    /** The same, as far as a step within it goes. */
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
     * Does the work as a step of its own, where this thread's activity is recorded.
     *
     * @param size how many it is done for
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

    /** The same work for another thread, which takes this thread's activity along. */
    public static <T extends @Nullable Object> Supplier<T> carried(Supplier<T> work) {
        Activity current = current();
        return current == null ? work : () -> current.call(work::get);
    }

    /** Something that can be done. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T run() throws X;
    }
}

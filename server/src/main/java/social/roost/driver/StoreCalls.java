package social.roost.driver;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;

/**
 * Observes the calls to a store as their callers see them, with all attempts and pauses. A call is a span of its trace,
 * and is reported to the store's observer.
 */
public final class StoreCalls {
    private final String store;
    private volatile Observer observer = (_, _, _) -> {};

    /** @param store its name, for messages and metrics */
    public StoreCalls(String store) {
        this.store = store;
    }

    public String store() {
        return store;
    }

    /** Replaces the observer. */
    public void observedBy(Observer other) {
        observer = other;
    }

    /**
     * Makes a call.
     *
     * @param operation a name out of a small set
     */
    public <T extends @Nullable Object> T call(String operation, Supplier<T> call) {
        Activity current = Activity.current();
        Span span = current == null ? null : current.span();
        if (current == null || span == null) {
            return observed(operation, call, null);
        }
        Span step = span.child(store + " " + operation, Span.Kind.CALL);
        return current.within(step).call(() -> observed(operation, call, step));
    }

    private <T extends @Nullable Object> T observed(String operation, Supplier<T> call, @Nullable Span step) {
        long begin = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        try {
            T result = call.get();
            outcome = Outcome.OK;
            return result;
        } catch (UnavailableException e) {
            outcome = Outcome.UNAVAILABLE;
            throw e;
        } catch (OverloadedException e) {
            outcome = Outcome.OVERLOADED;
            throw e;
        } finally {
            observer.called(operation, outcome, System.nanoTime() - begin);
            if (step != null) {
                end(step, operation, outcome);
            }
        }
    }

    private void end(Span step, String operation, Outcome outcome) {
        step.set("db.system.name", store).set("db.operation.name", operation).set("roost.outcome", outcome.text());
        if (outcome != Outcome.OK) {
            step.failed(outcome.text());
        }
        step.end();
    }

    /** How a call ended. */
    public enum Outcome {
        OK,
        /** The store is down, or remained so through all attempts. */
        UNAVAILABLE,
        /** Too many calls were waiting. */
        OVERLOADED,
        /** It rejected the request, or the request was invalid. */
        FAILED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Called after each call; must be fast and must not throw. */
    @FunctionalInterface
    public interface Observer {
        void called(String operation, Outcome outcome, long nanos);
    }
}

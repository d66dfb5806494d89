package social.roost.driver;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;

/**
 * Watches the calls of one store, as their callers see them: with all attempts and pauses. A call is a step of the trace that it
 * is made in, and whoever observes the store is told of each.
 */
public final class StoreCalls {
    private final String store;
    private volatile Observer observer = (_, _, _) -> {};

    /** @param store its name, for messages and measurements */
    public StoreCalls(String store) {
        this.store = store;
    }

    public String store() {
        return store;
    }

    /** From now on this one is told, and nobody else. */
    public void observedBy(Observer other) {
        observer = other;
    }

    /**
     * Makes a call.
     *
     * @param operation what is done, one of few
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
        /** The store is down, or stayed so through all attempts. */
        UNAVAILABLE,
        /** Too many waited already. */
        OVERLOADED,
        /** It refused what was asked, or that was wrong. */
        FAILED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Is told of each call after it; must be quick, and not fail. */
    @FunctionalInterface
    public interface Observer {
        void called(String operation, Outcome outcome, long nanos);
    }
}

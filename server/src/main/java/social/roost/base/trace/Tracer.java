package social.roost.base.trace;

import org.jspecify.annotations.Nullable;

/** Begins traces, and goes on with those that others have begun. It decides which are recorded. */
public interface Tracer extends AutoCloseable {
    /** The header with which the trace of a request goes on in another process, as the W3C has it. */
    String HEADER = "traceparent";

    /** Tells another process that a request is not recorded; that needs no numbers of its own. */
    String NOT_RECORDED = "00-00000000000000000000000000000001-0000000000000001-00";

    /** Records nothing. */
    Tracer NONE = new Tracer() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public @Nullable Span request(String name, @Nullable String caller) {
            return null;
        }

        @Override
        public @Nullable Span consumption(String name, String producer) {
            return null;
        }

        @Override
        public void close() {}
    };

    boolean isOn();

    /**
     * Begins the answer to a request; null when it is not recorded.
     *
     * @param caller what a caller who is trusted said in {@link #HEADER}, which decides whether it is recorded
     */
    @Nullable
    Span request(String name, @Nullable String caller);

    /**
     * Begins the consumption of an event; null when it cannot be recorded.
     *
     * @param producer the {@link Span#context} in which it was appended
     */
    @Nullable
    Span consumption(String name, String producer);

    /** Sends what was recorded, as far as that can be had soon. */
    @Override
    void close();
}

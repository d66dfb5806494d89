package social.roost.base.trace;

import org.jspecify.annotations.Nullable;

/** Starts traces and continues those of others. It decides which are recorded. */
public interface Tracer extends AutoCloseable {
    /** The header that continues the trace of a request in another process, defined by W3C. */
    String HEADER = "traceparent";

    /** Tells another process that a request is not recorded; needs no real ids. */
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
     * Starts the span of a request; null if it is not recorded.
     *
     * @param caller the {@link #HEADER} of a trusted caller, which decides whether it is recorded
     */
    @Nullable
    Span request(String name, @Nullable String caller);

    /**
     * Starts the span of an event's consumption; null if it cannot be recorded.
     *
     * @param producer the {@link Span#context} in which it was appended
     */
    @Nullable
    Span consumption(String name, String producer);

    /** Sends what was recorded, as far as that is possible quickly. */
    @Override
    void close();
}

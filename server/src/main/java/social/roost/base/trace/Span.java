package social.roost.base.trace;

/**
 * A step of a recorded trace. It starts when it is created, and may be passed from thread to thread. A span that never
 * ends is dropped.
 */
public interface Span {

    /** Starts a span within this one. */
    Span child(String name, Kind kind);

    /** Adds an attribute; no user content and no secrets. */
    Span set(String key, String value);

    /** Marks it as failed. */
    Span failed(String why);

    void end();

    /** In hexadecimal, the same for all spans of a trace. */
    String traceId();

    /** The context to continue the trace elsewhere, as W3C {@code traceparent}. */
    String context();

    /** The kind of work. */
    enum Kind {
        /** A call to a server or a file. */
        CALL,
        /** An event is appended for consumers. */
        EVENT,
        /** A step within this process. */
        STEP
    }
}

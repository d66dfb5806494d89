package social.roost.base.trace;

/**
 * A step of what is done for one request, recorded because its trace is. It begins when it is made, and may be handed from
 * thread to thread. One that never ends is forgotten.
 */
public interface Span {

    /** Begins a step within this one. */
    Span child(String name, Kind kind);

    /** Says more of it; nothing that users wrote, and no secret. */
    Span set(String key, String value);

    /** It did not do what it should. */
    Span failed(String why);

    void end();

    /** In hexadecimal, the same for all steps of a trace. */
    String traceId();

    /** With what the trace goes on elsewhere, in the form of the W3C's {@code traceparent}. */
    String context();

    /** What is done in it. */
    enum Kind {
        /** A call of a server or a file. */
        CALL,
        /** An event is appended, for others to consume. */
        EVENT,
        /** Something within this process. */
        STEP
    }
}

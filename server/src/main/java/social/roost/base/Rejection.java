package social.roost.base;

import org.jspecify.annotations.Nullable;

/**
 * A use case rejects a request, for a reason that the caller may know. It is independent of HTTP: {@code http} turns it
 * into a response, in one place.
 */
public final class Rejection extends RuntimeException {

    /** The kind of reason. */
    public enum Kind {
        /** A value is missing, malformed or out of range. */
        INVALID,
        /** The caller's identity is not proven. */
        UNAUTHENTICATED,
        /** The caller may not do this. */
        FORBIDDEN,
        NOT_FOUND,
        /** It contradicts the current state. */
        CONFLICT,
        /** It existed and was deleted. */
        GONE,
        /** The caller asks for too much or too often. */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final String text;
    private final @Nullable String field;
    private final long retryAfterSeconds;

    /**
     * A rejection with a specific code.
     *
     * @param code stable, for programs
     * @param text for people: says what to do, and reveals no secret
     * @param field the wrong value; null for none
     */
    public Rejection(Kind kind, String code, String text, @Nullable String field) {
        this(kind, code, text, field, 0);
    }

    public Rejection(Kind kind, String code, String text) {
        this(kind, code, text, null);
    }

    private Rejection(Kind kind, String code, String text, @Nullable String field, long retryAfterSeconds) {
        super(code + ": " + text, null, false, false);
        this.kind = kind;
        this.code = code;
        this.text = text;
        this.field = field;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A value that is invalid, without a more specific code. */
    public static Rejection invalid(String field, String text) {
        return new Rejection(Kind.INVALID, "invalid_value", text, field);
    }

    /**
     * Something that does not exist.
     *
     * @param what a noun
     */
    public static Rejection notFound(String what) {
        return new Rejection(Kind.NOT_FOUND, "not_found", "The " + what + " does not exist.");
    }

    /**
     * Too many requests.
     *
     * @param what a sentence without its end
     * @param seconds until a retry makes sense
     */
    public static Rejection tooMany(String code, String what, long seconds) {
        String wait = seconds == 1 ? "a second" : seconds + " seconds";
        return new Rejection(Kind.TOO_MANY, code, what + ": try again in " + wait + ".", null, seconds);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public @Nullable String field() {
        return field;
    }

    /** When a retry makes sense; 0 if unknown. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

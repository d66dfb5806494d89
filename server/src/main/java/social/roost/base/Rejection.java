package social.roost.base;

import org.jspecify.annotations.Nullable;

/**
 * A use case does not do what it was asked to, for a reason that whoever asks may know. It says nothing of how it is answered:
 * {@code http} turns it into a response, in one place.
 */
public final class Rejection extends RuntimeException {

    /** What kind of reason it is. */
    public enum Kind {
        /** A value is missing, malformed or out of range. */
        INVALID,
        /** It is not proven who asks. */
        UNAUTHENTICATED,
        /** Whoever asks may not do this. */
        FORBIDDEN,
        NOT_FOUND,
        /** It contradicts what is there. */
        CONFLICT,
        /** It was there, and was deleted. */
        GONE,
        /** Too much was asked for, or too often. */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final String text;
    private final @Nullable String field;
    private final long retryAfterSeconds;

    /**
     * A rejection with a code of its own.
     *
     * @param code stable, for programs
     * @param text for people: says what to do, and reveals no secret
     * @param field the value that is wrong; null for none
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

    /** A value that nothing else is known of than that it is wrong. */
    public static Rejection invalid(String field, String text) {
        return new Rejection(Kind.INVALID, "invalid_value", text, field);
    }

    /**
     * Something that is not there.
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
     * @param seconds until it makes sense to retry
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

    /** When it makes sense to retry; 0 for not known. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

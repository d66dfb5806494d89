package social.roost.tweet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import social.roost.base.Rejection;

/**
 * A client's name for a post, so that retrying it does not post twice; valid for one author and for {@link #LIFETIME}.
 *
 * @param name as the client sent it
 * @param request the SHA-256 of the request, to detect a different request with the same name
 * @param tweets how many tweets the request posts
 */
public record IdempotencyKey(String name, String request, int tweets) {
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** The field of the request that contains it, whatever the API. */
    static final String FIELD = "Idempotency-Key";

    private static final int MAXIMUM_LENGTH = 255;

    /** The rejection of a key that was used for a different request. */
    public static Rejection reused() {
        return new Rejection(
                Rejection.Kind.CONFLICT,
                "idempotency_key_reused",
                "This key was used for a different request. Use a new key for each tweet.",
                FIELD);
    }

    /**
     * Creates a key for a request.
     *
     * @param name 1 to 255 characters
     * @param request the complete encoded request: every field counts, including those added in the future
     * @param tweets how many tweets it posts
     * @throws Rejection INVALID for an invalid name
     */
    public static IdempotencyKey of(String name, byte[] request, int tweets) {
        if (name.isBlank() || name.length() > MAXIMUM_LENGTH) {
            throw Rejection.invalid(FIELD, "Expected 1 to " + MAXIMUM_LENGTH + " characters.");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(request);
            return new IdempotencyKey(name, HexFormat.of().formatHex(hash), tweets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

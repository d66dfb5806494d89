package social.roost.tweet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import social.roost.base.Rejection;

/**
 * What a client names a post by, so that retrying it does not post twice; the author's own, kept for {@link #LIFETIME}.
 *
 * @param name as the client sent it
 * @param request the SHA-256 of what was asked, to notice another request under the same name
 */
public record IdempotencyKey(String name, String request) {
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** Of the request that brings it, wherever an API has it. */
    static final String FIELD = "Idempotency-Key";

    private static final int MAXIMUM_LENGTH = 255;

    /**
     * Names a request.
     *
     * @param name 1 to 255 characters
     * @param request whole, encoded: every field that it has takes part, also those added later
     * @throws Rejection INVALID for a name that does not fit
     */
    public static IdempotencyKey of(String name, byte[] request) {
        if (name.isBlank() || name.length() > MAXIMUM_LENGTH) {
            throw Rejection.invalid(FIELD, "Expected 1 to " + MAXIMUM_LENGTH + " characters.");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(request);
            return new IdempotencyKey(name, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

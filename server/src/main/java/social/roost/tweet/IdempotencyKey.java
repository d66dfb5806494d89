package social.roost.tweet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import social.roost.http.Json;

/**
 * What a client names a post by, so that retrying it does not post twice; the author's own, kept for {@link #LIFETIME}.
 *
 * @param name as the client sent it
 * @param request the SHA-256 of what was asked, to notice another request under the same name
 */
public record IdempotencyKey(String name, String request) {
    public static final Duration LIFETIME = Duration.ofHours(24);
    static final int MAXIMUM_LENGTH = 255;

    /**
     * Names a request.
     *
     * @param request as it was read, whole: every field that it has takes part, also those added later
     */
    static IdempotencyKey of(String name, Object request) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Json.encode(request));
            return new IdempotencyKey(name, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

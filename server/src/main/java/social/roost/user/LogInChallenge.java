package social.roost.user;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Proves that its bearer knew an account's password a short time ago, and so needs only the second factor to log in. It
 * is signed with an {@link AccountMac} and can be used again until it expires; the code cannot.
 */
final class LogInChallenge {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int LENGTH = 64;
    private static final String PURPOSE = "roost log-in challenge 1";

    private final long userId;
    private final long issuedAt;
    private final byte[] mac;

    private LogInChallenge(long userId, long issuedAt, byte[] mac) {
        this.userId = userId;
        this.issuedAt = issuedAt;
        this.mac = mac;
    }

    static String issue(long userId, String passwordHash, long now) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES + AccountMac.BYTES)
                .putLong(userId)
                .putLong(now)
                .put(AccountMac.of(PURPOSE, passwordHash, userId, now))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a client sent, of which nothing is proven yet; empty if it is malformed. */
    static Optional<LogInChallenge> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte[] mac = new byte[AccountMac.BYTES];
            LogInChallenge challenge = new LogInChallenge(bytes.getLong(), bytes.getLong(), mac);
            bytes.get(mac);
            return Optional.of(challenge);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    long userId() {
        return userId;
    }

    /** Whether it was issued for the password with this hash, and has not expired. */
    boolean isValid(String passwordHash, long now) {
        return MessageDigest.isEqual(mac, AccountMac.of(PURPOSE, passwordHash, userId, issuedAt))
                && now - issuedAt < LIFETIME.toMillis();
    }
}

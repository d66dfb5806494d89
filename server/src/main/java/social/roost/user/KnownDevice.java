package social.roost.user;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * A value that a browser or app gets at a log-in and sends with the next one. Then guesses of others do not lock it
 * out. It does not replace the password.
 *
 * <p>It consists of the time of the log-in, and an {@link AccountMac} of account and time.
 */
public final class KnownDevice {
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final int LENGTH = 54;
    private static final String PURPOSE = "roost known device 1";

    private KnownDevice() {}

    public static String issue(long userId, String passwordHash, long now) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + AccountMac.BYTES)
                .putLong(now)
                .put(AccountMac.of(PURPOSE, passwordHash, userId, now))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it was issued for this account with its current password, within its lifetime. */
    static boolean isOf(String device, long userId, String passwordHash, long now) {
        return issuedAt(device, userId, passwordHash, now).isPresent();
    }

    /** When it was issued, in milliseconds since 1970; empty if {@link #isOf} is false. */
    static OptionalLong issuedAt(String device, long userId, String passwordHash, long now) {
        if (device.length() != LENGTH) {
            return OptionalLong.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(device));
            long issuedAt = bytes.getLong();
            byte[] mac = new byte[AccountMac.BYTES];
            bytes.get(mac);
            boolean isOfAccount = MessageDigest.isEqual(mac, AccountMac.of(PURPOSE, passwordHash, userId, issuedAt));
            return isOfAccount && now - issuedAt < LIFETIME.toMillis()
                    ? OptionalLong.of(issuedAt)
                    : OptionalLong.empty();
        } catch (IllegalArgumentException _) {
            return OptionalLong.empty();
        }
    }
}

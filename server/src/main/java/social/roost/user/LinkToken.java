package social.roost.user;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the tokens of links in emails: 256 random bits. */
final class LinkToken {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

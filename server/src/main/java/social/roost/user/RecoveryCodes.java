package social.roost.user;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Codes that each replace one code of an authenticator app. They have 80 random bits, so they cannot be guessed, and a
 * fast hash protects stored ones.
 */
final class RecoveryCodes {
    static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final Pattern GROUP = Pattern.compile("(?<=\\G.{4})(?=.)");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New codes, in lower-case groups such as {@code abcd-efgh-2345-wxyz}. */
    static List<String> create() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    private static String one() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return GROUP.matcher(Base32.encode(bytes).toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** The form in which a user's code is stored, however it was typed. */
    static TokenHash hash(long userId, String code) {
        String plain = SEPARATORS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        return TokenHash.of("recovery code " + userId + " " + plain);
    }
}

package social.roost.user;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String RFC_SECRET = Base32.encode("12345678901234567890".getBytes(US_ASCII));

    /** RFC 6238, appendix B, of which the last 6 digits remain. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheRfc(long seconds, String code) {
        assertThat(Totp.code(RFC_SECRET, seconds / 30)).isEqualTo(code);
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterIsRightAndNoOther() {
        for (long step = 98; step <= 102; step++) {
            String code = Totp.code(RFC_SECRET, step);
            boolean isRight = step >= 99 && step <= 101;
            assertThat(Totp.stepOf(code, RFC_SECRET, 100 * 30_000 + 29_999).isPresent())
                    .as("step %d", step)
                    .isEqualTo(isRight);
        }
        assertThat(Totp.stepOf("", RFC_SECRET, 100 * 30_000)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @Test
    void base32IsThatOfTheRfc() {
        assertThat(Base32.encode("fooba".getBytes(US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.decode("MZXW6YTB")).isEqualTo("fooba".getBytes(US_ASCII));
    }

    @Test
    void aSecretHas160BitsAndTheUriNamesIt() {
        String secret = Totp.newSecret();
        assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
        assertThat(Totp.uri("alice", secret))
                .isEqualTo("otpauth://totp/Roost:alice?secret=" + secret
                        + "&issuer=Roost&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void recoveryCodesAreDistinctAndRecognizedHoweverTheyAreTyped() {
        assertThat(RecoveryCodes.create())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        TokenHash hash = RecoveryCodes.hash(10, "abcd-efgh-2345-wxyz");
        assertThat(RecoveryCodes.hash(10, " ABCD efgh2345-WXYZ")).isEqualTo(hash);
        assertThat(RecoveryCodes.hash(11, "abcd-efgh-2345-wxyz")).isNotEqualTo(hash);
    }
}

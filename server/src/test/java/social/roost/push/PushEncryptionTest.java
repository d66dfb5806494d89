package social.roost.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pushes are encrypted and signed as in the examples of RFC 8291 and RFC 8292")
class PushEncryptionTest {
    private static final PushKeys BROWSER = new PushKeys(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    private static final BigInteger OWN = number("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");

    @Test
    void matchesTheExampleOfRfc8291() throws GeneralSecurityException {
        byte[] encrypted = PushEncryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                BROWSER,
                P256.privateKey(OWN),
                P256.publicKey(OWN),
                decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(encode(encrypted))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void thePublicKeyFollowsFromThePrivateOne() throws GeneralSecurityException {
        assertThat(encode(P256.encode(P256.publicKey(OWN))))
                .isEqualTo("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        BigInteger browser = number("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94");
        assertThat(P256.encode(P256.publicKey(browser))).isEqualTo(BROWSER.p256dh());
        assertThat(P256.publicKey(BigInteger.ONE).getW())
                .isEqualTo(P256.parameters().getGenerator());
    }

    @Test
    void noTwoPushesAreEncryptedWithTheSameKey() {
        PushEncryption encryption = new PushEncryption();
        assertThat(encryption.encrypt(new byte[3], BROWSER)).isNotEqualTo(encryption.encrypt(new byte[3], BROWSER));
    }

    @Test
    void whatIsTooLongIsNotEncrypted() {
        PushEncryption encryption = new PushEncryption();
        assertThat(encryption.encrypt(new byte[PushEncryption.MOST_BYTES], BROWSER))
                .hasSizeLessThan(4_096);
        assertThatThrownBy(() -> encryption.encrypt(new byte[PushEncryption.MOST_BYTES + 1], BROWSER))
                .hasMessageContaining("too long");
    }

    @Test
    void theSignatureIsThatOfTheKey() throws GeneralSecurityException {
        ServerKey key = new ServerKey(new byte[32], "mailto:admin@example.org");
        assertThat(new ServerKey(new byte[32], "").publicKey()).isEqualTo(key.publicKey());
        String header = key.authorization("https://push.example.net", 1_453_480_568_000L);
        assertThat(header)
                .startsWith("vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.")
                .endsWith(", k=" + key.publicKey());
        String[] token =
                header.substring("vapid t=".length(), header.indexOf(", k=")).split("\\.", -1);
        assertThat(new String(decode(token[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"aud\":\"https://push.example.net\",\"exp\":1453523768,"
                        + "\"sub\":\"mailto:admin@example.org\"}");
        assertThat(isSigned(key.publicKey(), token[0] + "." + token[1], token[2]))
                .isTrue();
        assertThat(isSigned(key.publicKey(), token[0] + "." + token[1] + "x", token[2]))
                .isFalse();
    }

    @Test
    void theExampleOfRfc8292IsSigned() throws GeneralSecurityException {
        assertThat(isSigned(
                        "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs",
                        "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOj"
                                + "E0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0",
                        "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA"))
                .isTrue();
    }

    @Test
    void onlyPointsOfTheCurveAreKeys() {
        byte[] wrong = BROWSER.p256dh();
        wrong[64] ^= 1;
        assertThat(PushKeys.isKey(encode(wrong))).isFalse();
        assertThat(PushKeys.isKey(encode(BROWSER.p256dh()))).isTrue();
        assertThat(PushKeys.isKey(BROWSER.p256dhText() + "=")).isTrue();
        assertThat(PushKeys.isKey("")).isFalse();
        assertThat(PushKeys.isKey("no base 64!")).isFalse();
        assertThat(PushKeys.isKey("A".repeat(1_000_000))).isFalse();
        assertThat(PushKeys.isSecret("AAAA")).isFalse();
        assertThat(PushKeys.isSecret(BROWSER.authText())).isTrue();
    }

    private static boolean isSigned(String publicKey, String text, String signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(P256.decode(decode(publicKey)));
        verifier.update(text.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(decode(signature));
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, decode(text));
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

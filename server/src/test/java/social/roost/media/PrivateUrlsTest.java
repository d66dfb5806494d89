package social.roost.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.media.PrivateUrls.Parameters;

@DisplayName("Signed URLs of private files (H1)")
class PrivateUrlsTest {
    private static final long BOB = 910_214_132_695_695_361L;
    private static final long CAROL = 910_214_132_695_695_362L;
    private static final MediaContent.File FILE = file("6wz1-r8zQp2vKdr8zQp2vKdr8zQp2v.jpg");
    private static final Pattern URL =
            Pattern.compile("/media-files/([\\w-]+\\.jpg)\\?reader=(\\d+)&expires=(\\d+)&signature=([0-9a-f]{64})");

    private Instant now = Instant.parse("2026-06-01T12:34:56.789Z");
    private final InstantSource clock = () -> now;
    private final PrivateUrls urls = urls("secret");

    private PrivateUrls urls(String secret) {
        return new PrivateUrls(() -> secret(secret), clock);
    }

    private static byte[] secret(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MediaContent.File file(String name) {
        return new MediaContent.File(Rendition.SMALL, name, "image/jpeg", 64, 48, 5);
    }

    private static Parameters parameters(String url) {
        Matcher matcher = URL.matcher(url);
        assertThat(url).matches(URL);
        assertThat(matcher.matches()).isTrue();
        return new Parameters(group(matcher, 2), group(matcher, 3), group(matcher, 4));
    }

    private static String group(Matcher matcher, int number) {
        return Objects.requireNonNull(matcher.group(number));
    }

    private Parameters signed() {
        return parameters(urls.url(FILE, BOB));
    }

    private long left(Parameters parameters, long viewerId) {
        return urls.secondsLeft(FILE.name(), parameters, viewerId);
    }

    @Test
    void itIsForItsReaderAndThoseWithoutASession() {
        assertThat(left(signed(), 0)).isPositive();
        assertThat(left(signed(), BOB)).isEqualTo(left(signed(), 0));
        assertThat(left(signed(), CAROL)).isZero();
    }

    @Test
    void noPartOfItCanBeChanged() {
        Parameters signed = signed();
        String later = Long.toString(Long.parseLong(signed.expires()) + 1);
        for (Parameters wrong : List.of(
                new Parameters(Long.toString(CAROL), signed.expires(), signed.signature()),
                new Parameters(signed.reader(), later, signed.signature()),
                new Parameters("0" + signed.reader(), signed.expires(), signed.signature()),
                new Parameters(signed.reader(), "+" + signed.expires(), signed.signature()),
                new Parameters(signed.expires(), signed.reader(), signed.signature()),
                new Parameters(signed.reader() + "\n" + signed.expires(), "", signed.signature()),
                new Parameters("", "", signed.signature()),
                new Parameters(signed.reader(), signed.expires(), ""),
                new Parameters(signed.reader(), signed.expires(), "0".repeat(64)),
                new Parameters(
                        signed.reader(), signed.expires(), signed.signature().substring(1)))) {
            assertThat(left(wrong, 0)).as("%s", wrong).isZero();
        }
        assertThat(urls.secondsLeft("6wz1-other.jpg", signed, BOB)).isZero();
        assertThat(urls("another").secondsLeft(FILE.name(), signed, BOB)).isZero();
    }

    @Test
    void anUploadIsSignedWithAnotherKey() {
        String text = String.join("\n", FILE.name(), signed().reader(), signed().expires());
        assertThat(HexFormat.of().formatHex(Hmac.of(secret("secret"), text))).isNotEqualTo(signed().signature());
    }

    @Test
    void itIsValidForOneToTwoHoursAndTheSameForOne() {
        Set<String> seen = new HashSet<>();
        for (int minute = 0; minute < 24 * 60; minute++) {
            Parameters signed = signed();
            assertThat(left(signed, 0)).isBetween(3_600L - 1, 7_200L);
            seen.add(signed.expires());
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(seen).hasSizeBetween(24, 25);
    }

    @Test
    void notAMillisecondLonger() {
        Parameters signed = signed();
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(signed.expires()));
        now = expiry.minusSeconds(1);
        assertThat(left(signed, BOB)).isEqualTo(1);
        now = expiry.minusMillis(500);
        assertThat(left(signed, BOB)).as("Nobody keeps it for longer").isZero();
        now = expiry;
        assertThat(left(signed, BOB)).isZero();
        now = expiry.plus(Duration.ofDays(1));
        assertThat(left(signed, BOB)).isZero();
    }

    @Test
    void theUrlsOfAllReadersDoNotChangeAtOnce() {
        assertThat(signed().expires())
                .isNotEqualTo(parameters(urls.url(FILE, CAROL)).expires());
    }
}

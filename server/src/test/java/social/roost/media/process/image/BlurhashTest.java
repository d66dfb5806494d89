package social.roost.media.process.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlurhashTest {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    @Test
    void blackIsTheHashThatEveryEncoderGives() {
        assertThat(Blurhash.of(filled(32, 24, 0))).isEqualTo("L00000fQfQfQfQfQfQfQfQfQfQfQ");
    }

    @Test
    void theFirstLettersAreTheShapeAndTheAverageColor() {
        String white = Blurhash.of(filled(24, 32, 255));
        assertThat(white).hasSize(28).startsWith("T"); // three columns, four rows
        assertThat(white.substring(2, 6)).isEqualTo("TSUA");
    }

    @Test
    void aBrightRightSideMakesTheFirstWaveNegative() {
        Picture picture = new Picture(32, 32, 3, false);
        for (int y = 0; y < 32; y++) {
            for (int x = 16; x < 32; x++) {
                picture.data()[picture.offset(x, y)] = (byte) 255;
            }
        }
        String hash = Blurhash.of(picture);
        assertThat(hash).hasSize(36); // four by four
        int wave = DIGITS.indexOf(hash.charAt(6)) * 83 + DIGITS.indexOf(hash.charAt(7));
        assertThat(wave / (19 * 19)).isZero(); // all of red, none of the others
        assertThat(wave / 19 % 19).isEqualTo(9);
    }

    @Test
    void whatIsTransparentIsWhite() {
        Picture transparent = new Picture(8, 8, 4, true);
        assertThat(Blurhash.of(transparent).substring(2, 6)).isEqualTo("TSUA");
    }

    private static Picture filled(int width, int height, int value) {
        Picture picture = new Picture(width, height, 3, false);
        Arrays.fill(picture.data(), (byte) value);
        return picture;
    }
}

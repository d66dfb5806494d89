package social.roost.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void textsThatFitStayAsTheyAre() {
        assertThat(Utf8.cut("", 3)).isEmpty();
        assertThat(Utf8.cut("abc", 3)).isEqualTo("abc");
        assertThat(Utf8.cut("né", 3)).isEqualTo("né");
    }

    @Test
    void otherTextsAreCutBetweenCharacters() {
        assertThat(Utf8.cut("abcd", 3)).isEqualTo("…");
        assertThat(Utf8.cut("😀😀😀", 11)).isEqualTo("😀😀…");
        for (int bytes = 3; bytes < 100; bytes++) {
            String cut = Utf8.cut("aé€😀".repeat(20), bytes);
            assertThat(cut.getBytes(UTF_8).length).isLessThanOrEqualTo(bytes).isGreaterThan(bytes - 7);
            assertThat(new String(cut.getBytes(UTF_8), UTF_8)).isEqualTo(cut);
        }
    }

    @Test
    void emojisOfFourKilobytesFitIntoAPush() {
        PushContent long4 = new PushContent("mention", "Bob", "😀".repeat(1_024), "/tweet/1", "n1", 1, 0);
        byte[] encoded = PushTexts.encode(long4, content -> ("{\"" + content.body() + "\"}").getBytes(UTF_8));
        assertThat(encoded).hasSizeLessThanOrEqualTo(PushEncryption.MOST_BYTES).hasSizeGreaterThan(500);
        byte[] worst = PushTexts.encode(
                long4, content -> "\\u0000".repeat(content.body().length()).getBytes(UTF_8));
        assertThat(worst).hasSizeLessThanOrEqualTo(PushEncryption.MOST_BYTES);
    }
}

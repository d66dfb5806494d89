package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    /** CASES. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x20, 0x09, 0x0A, 0x85, 0xA0, 0xAD, 0x0301, 0x034F, 0x0378, 0x0903, 0x115F, 0x1160, 0x180E, 0x200B,
                0x200D, 0x2028, 0x202E, 0x2060, 0x20E3, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFC, 0x13441,
                0x1D159, 0x1D173, 0xE0041, 0xE0100, 0x10FFFF
            })
    void whatShowsNothingIsInvisible(int codePoint) {
        String text = Character.toString(codePoint);
        assertThat(VisibleText.hasVisible(text)).isFalse();
        assertThat(VisibleText.hasVisible(text + " " + text + "\n")).isFalse();
        assertThat(VisibleText.hasVisible(text + "a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "日", "가", "ᄀ", "☀️", "🇩🇪", "1️⃣", "e\u0301", "\uF8FF", "⠁", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
    void whatShowsIsVisible(String text) {
        assertThat(VisibleText.hasVisible(text)).isTrue();
    }

    /** An emoji of Unicode 17, which this JDK may not know. */
    @Test
    void newEmojiAreVisible() {
        assertThat(VisibleText.hasVisible(Character.toString(0x1FAEA))).isTrue();
    }

    @Test
    void nothingIsInvisible() {
        assertThat(VisibleText.hasVisible("")).isFalse();
    }

    /** CASES A-26. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B})
    void controlCharactersAreFound(int codePoint) {
        assertThat(VisibleText.hasControl("a" + Character.toString(codePoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "a\nb", "a\r\nb", "\u200B\u202E\u2028"})
    void lineBreaksAndTabsAreNotControl(String text) {
        assertThat(VisibleText.hasControl(text)).isFalse();
    }
}

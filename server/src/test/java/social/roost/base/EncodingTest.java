package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A value is encoded once in each format, and keeps the result. */
class EncodingTest {
    private final List<String> encoded = new ArrayList<>();

    @Test
    void aValueIsEncodedAtItsFirstUseAndThenNoMore() {
        Encoding<Word> plain = encoding("");
        Word word = new Word("tea");
        assertThat(encoded).isEmpty();
        byte[] first = plain.of(word);
        assertThat(first).isEqualTo(utf8("tea"));
        assertThat(plain.of(word)).isSameAs(first);
        assertThat(encoded).containsExactly("tea");
    }

    @Test
    void formatsDoNotKnowOfEachOther() {
        Encoding<Word> plain = encoding("");
        Encoding<Word> loud = encoding("!");
        Encoding<Word> asking = encoding("?");
        Word word = new Word("tea");
        for (int i = 0; i < 3; i++) {
            assertThat(plain.of(word)).isEqualTo(utf8("tea"));
            assertThat(loud.of(word)).isEqualTo(utf8("tea!"));
            assertThat(asking.of(word)).isEqualTo(utf8("tea?"));
        }
        assertThat(encoded).containsExactly("tea", "tea!", "tea?");
    }

    @Test
    void valuesDoNotShareWhatWasMadeOfThem() {
        Encoding<Word> plain = encoding("");
        assertThat(plain.of(new Word("tea"))).isEqualTo(utf8("tea"));
        assertThat(plain.of(new Word("milk"))).isEqualTo(utf8("milk"));
    }

    private Encoding<Word> encoding(String end) {
        return new Encoding<>(word -> {
            encoded.add(word.text + end);
            return utf8(word.text + end);
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Word extends Encodable {
        private final String text;

        Word(String text) {
            this.text = text;
        }
    }
}

package social.roost.mute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.Seed;
import social.roost.mute.MutedWord.Scope;
import social.roost.search.text.FoldedText;

/** Which texts a muted word hides (issue 23.2, N4). */
@Timeout(60)
class WordMatcherTest {
    @RegisterExtension
    final Seed seed = new Seed();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cat | A CAT!",
                "Cat | #cat",
                "cat | (cat)",
                "cat | cat's",
                "café | CAFE",
                "cafe | cafe\u0301 noir",
                "ZAHLER | Zähler",
                "strasse | STRAßE",
                "istanbul | İSTANBUL",
                "don't | DON’T",
                "cat | ｃａｔ",
                "red bicycle | a Red\u00A0 bicycle",
                "#cats | I like #Cats.",
                "#猫 | ＃猫",
                "猫 | 今日は東京で猫カフェに行った",
                "東京 | 今日は東京で猫カフェに行った",
                "カフェ | 猫ｶﾌｪ",
                "커피 | 서울에서 커피를 마셨다",
                "กาแฟ | ฉันชอบกาแฟมาก",
                "तीन | मैंने तीन देखे",
                "🍎 | an 🍎",
                "👍 | 👍🏽",
                "ca\u00ADt | cat",
                "cat | ca\u200Bt",
                "c++ | learn C++ today",
                "42 | ٤٢",
                "example.org | see https://example.org/x"
            })
    void isFound(String word, String text) {
        assertThat(matches(text, word(word, true))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat | category",
                "cat | concatenate",
                "cat | tomcat",
                "cat | snake_cat",
                "cat | cat9",
                "red bicycle | bicycle red",
                "#cat | cat",
                "#cat | #cats",
                "#猫 | #猫カフェ",
                "京東 | 今日は東京で猫カフェに行った",
                "กา | ฉันชอบกาแฟมาก",
                "ती | तीन",
                "क | कि",
                "cat | сат"
            })
    void isNotFoundAsAPartOfAWord(String word, String text) {
        assertThat(matches(text, word(word, true))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"cat | concatenate", "#cat | #cats", "กา | ฉันชอบกาแฟมาก", "ähl | Zahler", "t o | cat of"})
    void aPartIsFoundWithinWords(String word, String text) {
        assertThat(matches(text, word(word, false))).isTrue();
        assertThat(matches(text, word(word, true))).isFalse();
    }

    @Test
    void aPhraseMayContinueOnTheNextLine() {
        assertThat(matches("a Red\n\n bicycle", word("red  bicycle", true))).isTrue();
    }

    @Test
    void nothingMatchesNothing() {
        assertThat(WordMatcher.OF_NOTHING.isEmpty()).isTrue();
        assertThat(WordMatcher.OF_NOTHING.matches("cat", word -> true)).isFalse();
        assertThat(matches("", word("cat", false))).isFalse();
    }

    @Test
    void aWordThatDoesNotCountHidesNoOther() {
        MutedWord ended = new MutedWord(1, "hers", false, Scope.EVERYWHERE, 5, 1);
        MutedWord lasting = new MutedWord(2, "he", false, Scope.EVERYWHERE, 10, 1);
        WordMatcher matcher = new WordMatcher(List.of(ended, lasting));
        assertThat(matcher.matches("ushers", word -> word.until() > 5)).isTrue();
        assertThat(matcher.matches("ushers", word -> word.until() > 10)).isFalse();
    }

    /** Any words in any text, in comparison with a search for one after the other. */
    @Test
    void findsWhatASearchForEachWordFinds() {
        Random random = new Random(seed.value());
        for (int round = 0; round < 3_000; round++) {
            List<MutedWord> words = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                MutedWord word = word(text(random, 1 + random.nextInt(4)), random.nextBoolean());
                boolean isNew = words.stream().noneMatch(each -> each.key().equals(word.key()));
                if (isNew && !word.key().isEmpty()) {
                    words.add(word);
                }
            }
            String text = text(random, random.nextInt(12));
            boolean found = words.stream().anyMatch(word -> matches(text, word));
            assertThat(new WordMatcher(words).matches(text, word -> true))
                    .as("%s in '%s'", words, text)
                    .isEqualTo(found || words.stream().anyMatch(word -> isIn(word, text)));
            words.forEach(word ->
                    assertThat(matches(text, word)).as("%s in '%s'", word, text).isEqualTo(isIn(word, text)));
        }
    }

    private static boolean isIn(MutedWord word, String text) {
        FoldedText folded = FoldedText.of(text);
        String key = word.key();
        for (int at = folded.text().indexOf(key); at >= 0; at = folded.text().indexOf(key, at + 1)) {
            int end = at + key.length();
            boolean ends = key.startsWith("#") ? folded.isEndOfTag(end) : folded.isEdge(end);
            if (!word.wholeWord() || (folded.isEdge(at) && ends)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, 7).forEach(i -> text.append("abA #é猫".charAt(i)));
        return text.toString();
    }

    @Test
    void manyWordsThatEndAlikeTakeOnePass() {
        List<MutedWord> words = IntStream.rangeClosed(1, MutedWords.LONGEST)
                .mapToObj(length -> word("a".repeat(length) + "b", true))
                .toList();
        WordMatcher matcher = new WordMatcher(words);
        String text = "a".repeat(280);
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(matcher.matches(text, word -> true)).isFalse();
        }
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        assertThat(matcher.bytes()).isLessThan(500_000);
    }

    private static boolean matches(String text, MutedWord word) {
        return new WordMatcher(List.of(word)).matches(text, each -> true);
    }

    private static MutedWord word(String text, boolean whole) {
        return new MutedWord(1, text, whole, Scope.EVERYWHERE, MutedWord.FOR_EVER, 1);
    }
}

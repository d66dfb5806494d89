package social.roost.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

class TextAnalysisTest {
    @Test
    void aWordHasItsFormsAndPlace() {
        assertThat(document("Zähler, CATS!"))
                .containsExactly(
                        new Token(0, new Word("zähler", "zahler", "zahler", false), 0, 6),
                        new Token(1, new Word("cats", "cats", "cat", false), 8, 12));
    }

    @Test
    void aRunOfCjkCharactersIsPairsAndSingleCharacters() {
        assertThat(document("東京へ go"))
                .containsExactly(
                        new Token(0, Word.pair("東京"), 0, 2),
                        new Token(0, Word.single("東"), 0, 1),
                        new Token(1, Word.pair("京へ"), 1, 3),
                        new Token(1, Word.single("京"), 1, 2),
                        new Token(1, Word.single("へ"), 2, 3),
                        new Token(2, new Word("go", "go", "go", false), 4, 6));
        assertThat(document("猫 go"))
                .containsExactly(
                        new Token(0, Word.single("猫"), 0, 1), new Token(1, new Word("go", "go", "go", false), 2, 4));
    }

    @Test
    void aQueryHasPairsAndASingleCharacterOnlyWhereItStandsAlone() {
        assertThat(exact("東京へ")).containsExactly("東京", "京へ");
        assertThat(exact("猫")).containsExactly("猫");
        assertThat(exact("猫 東京")).containsExactly("猫", "東京");
        assertThat(TextAnalysis.words("猫").getFirst().single()).isTrue();
        assertThat(TextAnalysis.words("東京").getFirst().single()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "STRASSE, strasse, strasse",
        "straße, strasse, strasse",
        "Ísland, ísland, island",
        "ŁÓDŹ, łódź, lodz",
        "œuvre, œuvre, oeuvre",
        "ﬁne, fine, fine",
        "ＦＵＬＬ, full, full",
        "don’t, don't, don't",
        "Καφές, καφέσ, καφεσ",
        "Ёлка, ёлка, елка",
        "أحمد, أحمد, احمد",
        "مُحَمَّد, مُحَمَّد, محمد",
        "كـتاب, كـتاب, كتاب",
        "שָׁלוֹם, שָׁלוֹם, שלום",
        "١٢٣, ١٢٣, 123",
        "हिन्दी, हिन्दी, हिन्दी",
        "👍🏽, 👍🏽, 👍",
        "❤️, ❤, ❤",
    })
    void formsOfAWord(String text, String exact, String folded) {
        assertThat(TextAnalysis.words(text)).singleElement().satisfies(word -> {
            assertThat(word.exact()).isEqualTo(exact);
            assertThat(word.folded()).isEqualTo(folded);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "cats, cat",
        "boxes, box",
        "churches, church",
        "wishes, wish",
        "glasses, glass",
        "cities, city",
        "houses, house",
        "tomatoes, tomato",
        "shoes, shoe",
        "cat's, cat",
        "cats', cat",
        "bus, bus",
        "glass, glass",
        "this, this",
        "analysis, analysis",
        "gas, gas",
        "is, is",
        "able, able",
        "ablative, ablative",
        "running, running",
        "happiness, happiness",
        "été, été"
    })
    void onlyPluralsAreStripped(String word, String stem) {
        assertThat(EnglishPlural.strip(word)).isEqualTo(stem);
    }

    @Test
    void theWordsOfEntitiesAreWordsOfTheText() {
        assertThat(document("#RedBicycle @al_ice $TWTR #猫カフェ"))
                .extracting(token -> token.word().exact())
                .containsExactly("redbicycle", "al_ice", "twtr", "猫カ", "猫", "カフ", "カ", "フェ", "フ", "ェ");
        assertThat(document("#ok then").getFirst()).isEqualTo(new Token(0, Word.of("ok"), 1, 3));
    }

    @Test
    void aLinkIsItsHostAndTheWordsOfItsPath() {
        assertThat(document("see https://www.Example.com/Red-Bicycles?id=42 now"))
                .extracting(token -> token.word().exact())
                .containsExactly("see", "example.com", "red", "bicycles", "id", "42", "now");
        assertThat(Links.terms("https://a.blog.example.org/x/y"))
                .isEqualTo(Set.of("a.blog.example.org", "blog.example.org", "example.org", "a", "x", "y"));
        assertThat(Links.wanted("blog.example.org/x")).isEqualTo(Set.of("blog.example.org", "x"));
        assertThat(Links.wanted("bicycles")).isEqualTo(Set.of("bicycles"));
        assertThat(Links.wanted("!")).isEmpty();
    }

    @Test
    void placesCountCodePoints() {
        assertThat(document("🚲🚲 ab")).extracting(Token::start).containsExactly(0, 1, 3);
        assertThat(document("👨‍👩‍👧 #ok"))
                .last()
                .satisfies(token -> assertThat(token.start()).isEqualTo(7));
    }

    @Test
    void voicedHalfWidthKanaAreOneCharacter() {
        assertThat(document("ｶﾞｽ"))
                .containsExactly(
                        new Token(0, Word.pair("ガス"), 0, 3),
                        new Token(0, Word.single("ガ"), 0, 2),
                        new Token(0, Word.single("ス"), 2, 3));
    }

    @Test
    void wordsWithoutSpacesAreFoundByDictionary() {
        assertThat(exact("ฉันรักแมว")).contains("แมว");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "\u0000", "\uD800", "\u200D", "\uFE0F", "\u0301", "\uFDFA", "\u2028", "((("})
    void anyTextHasWordsWithoutSpaces(String text) {
        assertThat(TextAnalysis.words(text))
                .allSatisfy(word -> assertThat(word.exact()).isNotEmpty().doesNotContainAnyWhitespaces());
        assertThat(TextAnalysis.document(text, Entities.NONE)).hasSameSizeAs(TextAnalysis.words(text));
    }

    @Test
    void aWordHasALimitedLength() {
        assertThat(exact("a".repeat(4_000)))
                .singleElement()
                .satisfies(word -> assertThat(word).hasSize(50));
    }

    @ParameterizedTest
    @CsvSource({
        "すし, en, ja",
        "東京大学, ja, ja",
        "东京大学, , zh",
        "iPhoneを買う, en, ja",
        "hello, EN-au, en",
        "hello, , und",
        "привет, en, en",
        "สวัสดี, en, th",
        "שלום, yi, yi",
        "שלום, , he",
        "12345, , und",
    })
    void theLanguageIsDeclaredUnlessTheScriptContradicts(String text, String declared, String language) {
        assertThat(Languages.of(text, declared)).isEqualTo(language);
    }

    private static List<Token> document(String text) {
        ParsedText parsed = TweetText.parse(text);
        return TextAnalysis.document(parsed.content(), parsed.entities());
    }

    private static List<String> exact(String text) {
        return TextAnalysis.words(text).stream().map(Word::exact).toList();
    }
}

package social.roost.search.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.tweet.text.TweetText;

@DisplayName("Which hashtags are the same (issue 20.2)")
class HashtagTest {

    @ParameterizedTest
    @CsvSource({
        "CAFE, cafe, cafe",
        "café, café, cafe",
        "cafe\u0301, café, cafe",
        "ISLAND, island, island",
        "Ísland, ísland, island",
        "Zähler, zähler, zahler",
        "Zahler, zahler, zahler",
        "STRASSE, strasse, strasse",
        "straße, strasse, strasse",
        "ＣＡＴＳ, cats, cats",
        "ทวิตล่ม, ทวิตล่ม, ทวิตล่ม",
        "हिन्दी, हिन्दी, हिन्दी",
        "日本語, 日本語, 日本語",
        "ﾃｽﾄ, テスト, テスト",
        "مُحَمَّد, مُحَمَّد, محمد",
        "ΣΊΣΥΦΟΣ, σίσυφοσ, σισυφοσ",
    })
    void tagsAreTheSameRegardlessOfCaseButNotOfMarks(String form, String key, String folded) {
        Hashtag tag = Hashtag.of(form);
        assertThat(tag.key()).isEqualTo(Normalizer.normalize(key, Normalizer.Form.NFC));
        assertThat(tag.folded()).isEqualTo(Normalizer.normalize(folded, Normalizer.Form.NFC));
        assertThat(tag.form()).isEqualTo(form);
    }

    /** SA#10778; GTS#2233, #1049, #3700. */
    @ParameterizedTest
    @CsvSource({
        "\"#Cleveland's\", Cleveland",
        "(#ok), ok",
        "#a_b, a_b",
        "#१२३ #नमस्ते, नमस्ते",
        "#日本語タグ。, 日本語タグ",
        "#ทวิตล่ม, ทวิตล่ม",
        "＃全角, 全角",
    })
    void theTagsOfATweetAreThoseThatItShows(String content, String form) {
        List<Hashtag> tags = Hashtag.in(TweetText.parse(content).entities());
        assertThat(tags).extracting(Hashtag::form).containsExactly(form);
    }

    @Test
    void aTweetHasATagOnce() {
        assertThat(Hashtag.in(TweetText.parse("#Cats #b #cats #CATS").entities()))
                .extracting(Hashtag::form)
                .containsExactly("b", "Cats");
    }

    @Test
    void aTextIsATagIfATweetCanHaveIt() {
        assertThat(Hashtag.parse("#Cats")).contains(Hashtag.of("Cats"));
        assertThat(Hashtag.parse("Cats")).contains(Hashtag.of("Cats"));
        assertThat(Hashtag.parse("cafe\u0301")).contains(Hashtag.of("caf\u00E9"));
        assertThat(Hashtag.parse("\uFF03\u5168\u89D2")).contains(Hashtag.of("\u5168\u89D2"));
        assertThat(List.of("", "#", "##", "a b", "a#b", "no-tag", "123", "a\u0000", "\uD83E\uDD8A", "a".repeat(5_000)))
                .allSatisfy(text -> assertThat(Hashtag.parse(text)).isEmpty());
    }
}

package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.tweet.text.Entities.Cashtag;
import social.roost.tweet.text.Entities.Hashtag;
import social.roost.tweet.text.Entities.Mention;
import social.roost.tweet.text.Entities.Url;

class TweetTextTest {

    @Test
    void entitiesAreFoundWithTheirPlaces() {
        Entities entities =
                TweetText.parse("@alice #roost $TWTR https://example.com").entities();
        assertThat(entities.mentions()).containsExactly(new Mention(0, 6, "alice"));
        assertThat(entities.hashtags()).containsExactly(new Hashtag(7, 13, "roost"));
        assertThat(entities.cashtags()).containsExactly(new Cashtag(14, 19, "TWTR"));
        assertThat(entities.urls()).containsExactly(new Url(20, 39, "https://example.com"));
    }

    @Test
    void offsetsCountCodePoints() {
        assertThat(TweetText.parse("😀😀 @alice #日本").entities())
                .isEqualTo(new Entities(
                        List.of(new Mention(3, 9, "alice")), List.of(new Hashtag(10, 13, "日本")), List.of(), List.of()));
    }

    @Test
    void offsetsReferToTheComposedText() {
        ParsedText parsed = TweetText.parse("cafe\u0301 @alice");
        assertThat(parsed.content()).isEqualTo("caf\u00E9 @alice");
        assertThat(parsed.weightedLength()).isEqualTo(11);
        assertThat(parsed.entities().mentions()).containsExactly(new Mention(5, 11, "alice"));
    }

    @Test
    void whatStartsFirstWinsWhereTwoOverlap() {
        Entities inAddress = TweetText.parse("http://example.com/#top").entities();
        assertThat(inAddress.urls()).hasSize(1);
        assertThat(inAddress.hashtags()).isEmpty();
        Entities inHashtag = TweetText.parse("#日本example.com").entities();
        assertThat(inHashtag.hashtags()).containsExactly(new Hashtag(0, 10, "日本example"));
        assertThat(inHashtag.urls()).isEmpty();
    }

    @Test
    void longUsernamesAreMentionedWholeOrNotAtAll() {
        String longest = "a".repeat(50);
        assertThat(TweetText.parse("@" + longest).entities().mentions()).containsExactly(new Mention(0, 51, longest));
        assertThat(TweetText.parse("@a" + longest).entities().mentions()).isEmpty();
    }

    @Test
    void entitiesKeepTheirShapeInJson() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        Entities entities = TweetText.parse("@alice $A").entities();
        String written = json.writeValueAsString(entities);
        assertThat(written).isEqualTo("""
                        {"mentions":[{"start":0,"end":6,"username":"alice"}],"hashtags":[],\
                        "cashtags":[{"start":7,"end":9,"tag":"A"}],"urls":[]}""");
        assertThat(json.readValue(written, Entities.class)).isEqualTo(entities);
    }

    @Test
    void theLimitIs280() {
        assertThat(TweetText.parse("a".repeat(280)).isValid()).isTrue();
        ParsedText over = TweetText.parse("a".repeat(281));
        assertThat(over.problem()).isEqualTo(TextProblem.TOO_LONG);
        assertThat(over.weightedLength()).isEqualTo(281);
    }

    @Test
    void aTextOverTheUnitsIsRefusedUnread() {
        String text = "https://example.com/" + "a".repeat(TweetText.MAX_UNITS);
        assertThat(TweetText.parse(text)).isEqualTo(new ParsedText(text, 0, TextProblem.TOO_LONG, Entities.NONE));
    }

    /** CASES X-5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "\u00A0",
                "\u3000",
                "\u200B\u200D",
                "\u2066\u2069",
                "\uFE0F",
                "\u0301",
                "\u3164",
                "\u2800",
                "\u0378",
                "\u1160",
                "\u200B"
            })
    void nothingToSeeIsEmpty(String text) {
        assertThat(TweetText.parse(text).problem()).isEqualTo(TextProblem.EMPTY);
    }

    /** Not a parameterized test: an unpaired surrogate cannot be part of a test's name. */
    @Test
    void whatIsNoTextIsInvalid() {
        assertThat(Stream.of("a\u0000b", "\uD83D", "\uDE00", "\uDE00\uD83D", "a\uFEFF", "\uFFFE", "\uFFFF"))
                .allMatch(text -> TweetText.parse(text).problem() == TextProblem.INVALID_CHARACTERS);
    }

    /** CASES A-26: ESC, BEL, BS, DEL and CSI. */
    @Test
    void controlCharactersAreInvalid() {
        assertThat(Stream.of("a\u001B[2J", "a\u0007", "a\u0008", "a\u007F", "a\u009B2J"))
                .allMatch(text -> TweetText.parse(text).problem() == TextProblem.INVALID_CHARACTERS);
        assertThat(TweetText.parse("one\r\n\ttwo").isValid()).isTrue();
    }

    @Test
    void parsingDoesNotStrip() {
        assertThat(TweetText.parse(" a ").content()).isEqualTo(" a ");
        assertThat(TweetText.parse(" a ").weightedLength()).isEqualTo(3);
    }
}

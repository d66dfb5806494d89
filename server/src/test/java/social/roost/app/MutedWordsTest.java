package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Timestamps;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.mute.MutedWords;

@DisplayName("Muted words (N4, issue 23.2)")
@Timeout(60)
class MutedWordsTest {
    private static final String WORDS = "/api/roost/v1/muted-words";
    private static final String HOME = "/api/roost/v1/timelines/home";

    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        expect(200, roost.call(put("/api/roost/v1/users/" + bob + "/follow", alices)));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aWordIsMutedInHomeSearchThePublicTimelineAndNotifications() throws Exception {
        String own = roost.post(alices, "my own spoiler");
        String shown = roost.post(bobs, "hello");
        String hidden = roost.post(bobs, "a SPOILER, @alice");
        SearchTest.awaitApplied(roost);
        Await.until(() -> unread() == 1);
        mute("{\"text\":\"spoiler\"}");
        assertThat(ids(HOME)).containsExactly(shown, own);
        assertThat(ids("/api/roost/v1/timelines/public")).containsExactly(shown, own);
        assertThat(ids("/api/roost/v1/search/tweets?q=spoiler&sort=latest")).containsExactly(own);
        assertThat(ids("/api/roost/v1/notifications")).isEmpty();
        assertThat(unread()).isZero();
        String word = words().get(0).get("id").asText();
        expect(204, roost.call(RawRequest.of("DELETE", WORDS + "/" + word).token(alices)));
        assertThat(ids(HOME)).containsExactly(hidden, shown, own);
        assertThat(unread()).isEqualTo(1);
        expect(404, roost.call(RawRequest.of("DELETE", WORDS + "/" + word).token(alices)));
    }

    @Test
    void whatIsMutedAtTheTimeNotifiesNever() throws Exception {
        mute("{\"text\":\"spoiler\",\"duration_seconds\":60}");
        roost.post(bobs, "a spoiler, @alice");
        String other = roost.post(bobs, "hello, @alice");
        Await.until(() -> unread() == 1);
        roost.clock.advance(Duration.ofMinutes(2));
        assertThat(unread()).isEqualTo(1);
        assertThat(expect(200, roost.get("/api/roost/v1/notifications", alices))
                        .json()
                        .findValuesAsText("tweet_id"))
                .containsExactly(other);
    }

    @Test
    void whatIsOpenedDirectlyIsShown() {
        String hidden = roost.post(bobs, "a spoiler");
        String reply = roost.reply(bobs, hidden, "spoiler again");
        mute("{\"text\":\"spoiler\"}");
        assertThat(ids(HOME)).isEmpty();
        expect(200, roost.get("/api/roost/v1/tweets/" + hidden, alices));
        assertThat(ids("/api/roost/v1/tweets/" + hidden + "/conversation")).containsExactly(hidden, reply);
        assertThat(ids("/api/roost/v1/users/" + bob + "/tweets")).contains(hidden);
    }

    @Test
    void theTweetAboveAReplyIsHiddenToo() {
        String hidden = roost.post(bobs, "a spoiler");
        String reply = roost.reply(bobs, hidden, "who would have thought");
        assertThat(expect(200, roost.get(HOME, alices)).text()).contains("a spoiler");
        mute("{\"text\":\"spoiler\"}");
        assertThat(ids(HOME)).containsExactly(reply);
        assertThat(expect(200, roost.get(HOME, alices)).text()).doesNotContain("a spoiler");
    }

    @Test
    void retweetsAndQuotesShowTheTextTooButOnesOwnAreShown() {
        String carols = roost.token(roost.register("carol"));
        String hidden = roost.post(carols, "a spoiler");
        String quote = roost.quote(carols, hidden, "look at this");
        String bobsQuote = roost.quote(bobs, hidden, "terrible");
        expect(200, roost.call(put("/api/roost/v1/tweets/" + hidden + "/retweet", bobs)));
        expect(200, roost.call(put("/api/roost/v1/tweets/" + quote + "/retweet", bobs)));
        assertThat(ids(HOME)).hasSize(3).contains(bobsQuote);
        mute("{\"text\":\"spoiler\"}");
        assertThat(ids(HOME)).isEmpty();
        String own = roost.quote(alices, hidden, "mine");
        assertThat(ids(HOME)).containsExactly(own);
        String mine = roost.post(alices, "my spoiler");
        expect(200, roost.call(put("/api/roost/v1/tweets/" + mine + "/retweet", bobs)));
        assertThat(ids(HOME)).contains(mine, own);
    }

    @Test
    void aWordMutedInHomeIsShownElsewhere() throws Exception {
        String hidden = roost.post(bobs, "a spoiler, @alice");
        mute("{\"text\":\"spoiler\",\"scope\":\"home\"}");
        assertThat(ids(HOME)).isEmpty();
        assertThat(ids("/api/roost/v1/timelines/public")).containsExactly(hidden);
        Await.until(() -> unread() == 1);
    }

    @Test
    void aWarningIsReadTooAndAMuteEndsByItself() {
        RawRequest post = RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(bobs)
                .json("{\"content\":\"x\",\"content_warning\":\"Spoiler\"}");
        expect(201, roost.call(post));
        JsonNode word = mute("{\"text\":\"spoiler\",\"duration_seconds\":60}");
        assertThat(word.get("muted_until").asText()).isEqualTo(Timestamps.format(roost.clock.millis() + 60_000));
        roost.clock.advance(Duration.ofSeconds(59));
        assertThat(ids(HOME)).isEmpty();
        roost.clock.advance(Duration.ofSeconds(1));
        assertThat(ids(HOME)).hasSize(1);
        assertThat(words()).isEmpty();
    }

    @Test
    void theOptionsOfAPollAreReadToo() {
        RawRequest post = RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(bobs)
                .json("{\"content\":\"x\",\"poll\":{\"options\":[\"Spoiler\",\"other\"],\"duration_seconds\":300}}");
        expect(201, roost.call(post));
        assertThat(ids(HOME)).hasSize(1);
        mute("{\"text\":\"spoiler\"}");
        assertThat(ids(HOME)).isEmpty();
    }

    @Test
    void pagesAreFullAlthoughMostTweetsAreMuted() {
        for (int i = 0; i < 30; i++) {
            roost.post(bobs, "hello " + i);
        }
        for (int i = 0; i < 200; i++) {
            roost.post(bobs, "spoiler " + i);
        }
        mute("{\"text\":\"spoiler\"}");
        assertThat(ids(HOME + "?limit=20")).hasSize(20);
    }

    @Test
    void theSameWordAgainChangesItsOptions() {
        String id = mute("{\"text\":\"Café\"}").get("id").asText();
        mute("{\"text\":\"other\"}");
        JsonNode again = mute("{\"text\":\"CAFE\",\"whole_word\":false,\"scope\":\"home\"}");
        assertThat(again.get("id").asText()).isEqualTo(id);
        assertThat(words().findValuesAsText("text")).containsExactly("other", "CAFE");
        assertThat(words().get(1).get("whole_word").asBoolean()).isFalse();
        assertThat(words().get(1).get("scope").asText()).isEqualTo("home");
        assertThat(words().get(1).has("muted_until")).isFalse();
    }

    @Test
    void aUserHasSoManyWordsAndExpiredOnesDoNotCount() {
        mute("{\"text\":\"brief\",\"duration_seconds\":1}");
        for (int i = 1; i < MutedWords.MOST; i++) {
            mute("{\"text\":\"word" + i + "\"}");
        }
        Answer refused = expect(422, post("{\"text\":\"one more\"}"));
        assertThat(refused.member("code")).isEqualTo("muted_words_limit");
        assertThat(refused.member("field")).isEqualTo("text");
        mute("{\"text\":\"word1\",\"whole_word\":false}");
        roost.clock.advance(Duration.ofSeconds(2));
        mute("{\"text\":\"one more\"}");
        assertThat(words()).hasSize(MutedWords.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"#\"",
                "\"\\u200b\"",
                "\"a\\nb\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "null",
                "1",
                "[]"
            })
    void aWordHasSomethingToRead(String text) {
        Answer refused = post("{\"text\":" + text + "}");
        assertThat(refused.status()).isIn(400, 422);
        assertThat(words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text|{}",
                "scope|{\"text\":\"a\",\"scope\":\"nowhere\"}",
                "duration_seconds|{\"text\":\"a\",\"duration_seconds\":0}",
                "duration_seconds|{\"text\":\"a\",\"duration_seconds\":31536001}",
                "whole_word|{\"text\":\"a\",\"whole_word\":\"yes\"}",
                "color|{\"text\":\"a\",\"color\":\"red\"}"
            })
    void aProblemNamesTheField(String test) {
        String field = test.substring(0, test.indexOf('|'));
        Answer refused = expect(422, post(test.substring(field.length() + 1)));
        assertThat(refused.member("field")).isEqualTo(field);
    }

    @Test
    void aWordHasAHundredCharacters() {
        mute("{\"text\":\"" + "😀".repeat(MutedWords.LONGEST) + "\"}");
        assertThat(expect(422, post("{\"text\":\"" + "é".repeat(MutedWords.LONGEST + 1) + "\"}"))
                        .member("field"))
                .isEqualTo("text");
    }

    @Test
    void wordsAreOnesOwn() {
        JsonNode word = mute("{\"text\":\"spoiler\"}");
        String path = WORDS + "/" + word.get("id").asText();
        expect(404, roost.call(RawRequest.of("DELETE", path).token(bobs)));
        assertThat(expect(200, roost.get(WORDS, bobs)).json().get("data")).isEmpty();
        assertThat(words()).hasSize(1);
    }

    private JsonNode mute(String body) {
        return expect(201, post(body)).json().get("data");
    }

    private Answer post(String body) {
        return roost.call(RawRequest.of("POST", WORDS).token(alices).json(body));
    }

    private JsonNode words() {
        return expect(200, roost.get(WORDS, alices)).json().get("data");
    }

    private int unread() {
        return expect(200, roost.get("/api/roost/v1/notifications/unread-count", alices))
                .json()
                .at("/data/unread_count")
                .asInt();
    }

    private List<String> ids(String list) {
        return expect(200, roost.get(list, alices))
                .json()
                .get("data")
                .valueStream()
                .map(tweet -> tweet.get("id").asText())
                .toList();
    }

    private static RawRequest put(String path, String token) {
        return RawRequest.of("PUT", path).token(token);
    }
}

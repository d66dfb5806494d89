package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Finding users and hashtags (issue 20.2, F2, B4, C6)")
@Timeout(120)
class FindTest {
    private static final String USERS = "/api/roost/v1/search/users";
    private static final String SUGGEST = "/api/roost/v1/search/suggest";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String alice;
    private String alices;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        alices = roost.token(alice);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void usersAreFoundByUsernameAndDisplayName() throws Exception {
        String bob = roost.register("bob_jones");
        rename(bob, "Zoë Müller");
        assertThat(found("bob", null)).containsExactly("bob_jones");
        assertThat(found("@JONES", null)).containsExactly("bob_jones");
        assertThat(found("zoe mull", null)).containsExactly("bob_jones");
        assertThat(found("müller zoe", null)).containsExactly("bob_jones");
        assertThat(found("bobby", null)).isEmpty();
        rename(bob, "東京太郎");
        assertThat(found("zoe", null)).isEmpty();
        assertThat(found("太郎", null)).containsExactly("bob_jones");
    }

    @Test
    void theExactUsernameComesFirstThenTheFolloweesThenTheMostFollowed() throws Exception {
        String sam = roost.register("sam");
        List<String> samuels = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            samuels.add(roost.register("samuel" + i));
        }
        follow(samuels.get(3), roost.token(sam));
        follow(samuels.get(3), roost.token(samuels.get(0)));
        follow(samuels.get(2), roost.token(sam));
        follow(samuels.get(4), alices);
        assertThat(found("sam", alices)).containsExactly("sam", "samuel4", "samuel3", "samuel2", "samuel0", "samuel1");
        assertThat(found("sam", null)).containsExactly("sam", "samuel3", "samuel2", "samuel4", "samuel0", "samuel1");
        assertThat(suggested("sam", alices)).startsWith("sam", "samuel4");
    }

    @Test
    void aFollowedUserIsFoundAmongManyOthers() throws Exception {
        for (int i = 0; i < 70; i++) {
            roost.register("mia" + (100 + i));
        }
        String last = roost.register("mia_zz");
        follow(last, alices);
        assertThat(suggested("mia", alices)).hasSize(10).startsWith("mia_zz");
    }

    @Test
    void pagesContinueWhereTheyEndedAndTheirCursorsAreForOneQuery() throws Exception {
        for (int i = 0; i < 7; i++) {
            roost.register("eve" + i);
        }
        settle();
        List<String> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 4; page++) {
            JsonNode json = get(USERS + "?q=eve&limit=2" + cursor, alices).json();
            json.get("data").forEach(user -> all.add(user.get("username").asText()));
            cursor = "&cursor=" + json.at("/meta/next").asText();
            if (page < 3) {
                expect(422, call(USERS + "?q=eva" + cursor, alices));
            } else {
                assertThat(json.at("/meta/next").isMissingNode()).isTrue();
            }
        }
        assertThat(all).containsExactly("eve0", "eve1", "eve2", "eve3", "eve4", "eve5", "eve6");
    }

    @Test
    @DisplayName("SA#11405: whom a block, a mute or a suspension hides is not found, and others take the places")
    void hiddenUsersAreNotFound() throws Exception {
        String blocked = roost.register("kim_a");
        String blocking = roost.register("kim_b");
        String muted = roost.register("kim_c");
        String suspended = roost.register("kim_d");
        roost.register("kim_e");
        settle();
        put("users/" + blocked + "/block", alices);
        put("users/" + alice + "/block", roost.token(blocking));
        put("users/" + muted + "/mute", alices);
        roost.server.stores().users().accounts().suspend(Long.parseLong(suspended), 1);
        roost.server.features().users.suspensions.lookUp();
        assertThat(found("kim", alices)).containsExactly("kim_e");
        assertThat(found("kim_a", alices)).isEmpty();
        assertThat(suggested("@kim", alices)).containsExactly("kim_e");
        assertThat(found("kim", null)).containsExactly("kim_a", "kim_b", "kim_c", "kim_e");
        roost.server.stores().users().accounts().reinstate(Long.parseLong(suspended));
        roost.server.features().users.suspensions.lookUp();
        assertThat(found("kim", null)).contains("kim_d");
    }

    @Test
    void hashtagsCountTweetsOnceUntilTheyAreDeleted() throws Exception {
        roost.post(alices, "#Cats and #cats");
        String second = roost.post(alices, "more #Cats");
        settle();
        JsonNode tag = hashtag("cATS");
        assertThat(tag.get("tag").asText()).isEqualTo("Cats");
        assertThat(tag.get("tweets_count").asInt()).isEqualTo(2);
        assertThat(tag.get("last_used_at").asText())
                .isEqualTo(get("/api/roost/v1/tweets/" + second, alices)
                        .json()
                        .at("/data/created_at")
                        .asText());
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + second)
                        .token(alices)));
        settle();
        assertThat(hashtag("cats").get("tweets_count").asInt()).isEqualTo(1);
        assertThat(hashtag("dogs").toString()).isEqualTo("{\"tag\":\"dogs\",\"tweets_count\":0}");
    }

    @Test
    void tweetsOfSuspendedUsersDoNotCount() throws Exception {
        String mallory = roost.register("mallory");
        roost.post(roost.token(mallory), "#spam #cats");
        roost.post(alices, "#cats");
        settle();
        roost.server.stores().users().accounts().suspend(Long.parseLong(mallory), 1);
        assertThat(suggested("#spam", null)).isEmpty();
        assertThat(suggested("#cats", null)).containsExactly("#cats 1");
        roost.server.stores().users().accounts().reinstate(Long.parseLong(mallory));
        assertThat(suggested("#spam", null)).containsExactly("#spam 1");
        assertThat(suggested("#cats", null)).containsExactly("#cats 2");
    }

    @Test
    void retweetsDoNotCount() throws Exception {
        String tweet = roost.post(alices, "#cats");
        put("tweets/" + tweet + "/retweet", roost.token(roost.register("bob")));
        settle();
        assertThat(hashtag("cats").get("tweets_count").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("MA#25451, MA#21081, MA#26576: accents make another tag, which is suggested without them too")
    void accentsMakeAnotherTag() throws Exception {
        roost.post(alices, "#café");
        roost.post(alices, "#cafe\u0301 #ทวิตล่ม");
        roost.post(alices, "#cafe");
        settle();
        assertThat(hashtag("café").get("tweets_count").asInt()).isEqualTo(2);
        assertThat(hashtag("cafe").get("tweets_count").asInt()).isEqualTo(1);
        assertThat(hashtag("ทวิตล่ม").get("tag").asText()).isEqualTo("ทวิตล่ม");
        assertThat(suggested("caf", null)).containsExactly("#café 2", "#cafe 1");
        assertThat(suggested("#cafe", null)).containsExactly("#cafe 1", "#café 2");
        assertThat(suggested("＃ทวิต", null)).containsExactly("#ทวิตล่ม 1");
        assertThat(suggested("#alice", null)).isEmpty();
    }

    @Test
    void usersComeFirstAndHashtagsGetAThird() throws Exception {
        for (int i = 0; i < 5; i++) {
            roost.register("dog" + i);
            roost.post(alices, "#dog" + i);
        }
        settle();
        assertThat(suggested("dog", "&limit=6", alices))
                .containsExactly("dog0", "dog1", "dog2", "dog3", "#dog0 1", "#dog1 1");
        assertThat(suggested("@dog", "&limit=6", alices)).hasSize(5).doesNotContain("#dog0 1");
        assertThat(suggested("dog", "&limit=100", alices)).hasSize(10);
    }

    @Test
    void nothingIsFoundByTextWithoutAWordAndAnyTextIsAnswered() throws Exception {
        settle();
        for (String text :
                List.of("@", "#", "'", "((", "\"", "\u0000", "\uD83C\uDFF3\uFE0F\u200D", "%", "_", "a\u0000b")) {
            assertThat(found(text, alices)).as(text).isEmpty();
            assertThat(suggested(text, alices)).as(text).isEmpty();
        }
        expect(200, call(USERS + "?q=" + encoded("\uD83E\uDD8A".repeat(500)), alices));
        expect(400, call(USERS + "?q=" + "a".repeat(501), alices));
        assertThat(expect(400, call(SUGGEST + "?q=", null)).json().get("field").asText())
                .isEqualTo("q");
    }

    @Test
    void allIsFoundAfterARestart() throws Exception {
        roost.post(alices, "#cats");
        settle();
        roost.close();
        roost = new LocalServer(folder);
        assertThat(suggested("ali", null)).containsExactly("alice");
        assertThat(hashtag("cats").get("tweets_count").asInt()).isEqualTo(1);
    }

    private void rename(String id, String name) {
        expect(
                200,
                roost.call(RawRequest.of("PATCH", "/api/roost/v1/users/me")
                        .token(roost.token(id))
                        .json("{\"display_name\":\"" + name + "\"}")));
    }

    private void follow(String id, String token) {
        put("users/" + id + "/follow", token);
    }

    private void put(String what, String token) {
        expect(200, roost.call(RawRequest.of("PUT", "/api/roost/v1/" + what).token(token)));
    }

    /** Until all events are consumed. */
    private void settle() throws InterruptedException {
        Await.until(() -> roost.server.backlog() == 0);
    }

    private List<String> found(String text, @Nullable String token) throws InterruptedException {
        settle();
        List<String> names = new ArrayList<>();
        get(USERS + "?q=" + encoded(text), token)
                .json()
                .get("data")
                .forEach(user -> names.add(user.get("username").asText()));
        return names;
    }

    private List<String> suggested(String text, @Nullable String token) throws InterruptedException {
        return suggested(text, "", token);
    }

    private List<String> suggested(String text, String more, @Nullable String token) throws InterruptedException {
        settle();
        List<String> lines = new ArrayList<>();
        get(SUGGEST + "?q=" + encoded(text) + more, token)
                .json()
                .get("data")
                .forEach(one -> lines.add(
                        one.get("type").asText().equals("user")
                                ? one.at("/user/username").asText()
                                : "#" + one.get("tag").asText() + " " + one.get("tweets_count")));
        return lines;
    }

    private JsonNode hashtag(String tag) {
        return get("/api/roost/v1/hashtags/" + encoded(tag), null).json().get("data");
    }

    private Answer get(String target, @Nullable String token) {
        return expect(200, call(target, token));
    }

    private Answer call(String target, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", target);
        return roost.call(token == null ? request : request.token(token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Cursor;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.tweet.PostTweet;

@DisplayName("Searching tweets (F1, B4, C6, issue 20)")
@Timeout(120)
class SearchTest {
    /** Longer than a search shows an older state after another search. */
    static final long REFRESH_MILLIS = 120;

    @TempDir
    Path folder;

    private LocalServer roost;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder);
        alices = roost.token(roost.register("alice"));
        bob = roost.register("bob");
        bobs = roost.token(bob);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aTweetIsFoundByVisitorsAndMembersAndSaysWhere() {
        String first = roost.post(bobs, "hello 🚲 #café");
        String second = roost.post(alices, "hello again");
        String reply = roost.reply(alices, first, "well, hello @bob");
        awaitApplied(roost);
        assertThat(ids(latest("hello", null))).containsExactly(reply, second, first);
        assertThat(ids(latest("hello", alices))).containsExactly(reply, second, first);
        assertThat(ids(latest("from:me hello", alices))).containsExactly(reply, second);
        assertThat(ids(latest("@bob is:reply to:bob", null))).containsExactly(reply);
        JsonNode page = latest("#CAFÉ OR again", null);
        assertThat(ids(page)).containsExactly(second, first);
        assertThat(page.at("/meta/highlights").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"ranges\":[{\"start\":6,\"end\":11}]},{\"id\":\"%s\",\"ranges\":[{\"start\":8,\"end\":13}]}]"
                                .formatted(second, first));
        assertThat(page.at("/includes/users")).hasSize(2);
        assertThat(page.at("/meta").has("next")).isFalse();
    }

    @Test
    void likesCountAtOnceWhereTheyAreExact() throws Exception {
        String liked = roost.post(bobs, "liked walk");
        String other = roost.post(bobs, "other walk");
        put("tweets/" + liked + "/like", alices);
        put("tweets/" + liked + "/like", bobs);
        awaitApplied(roost);
        checkpoint();
        assertThat(ids(latest("walk min_likes:2", null))).containsExactly(liked);
        assertThat(ids(latest("walk min_likes:3", null))).isEmpty();
        assertThat(ids(latest("walk -min_likes:1", null))).containsExactly(other);
        assertThat(ids(latest("min_likes:3 OR cats", null))).isEmpty();
        assertThat(ids(latest("min_likes:2 OR cats", null))).containsExactly(liked);
        assertThat(ids(latest("min_likes:3 OR #walks OR liked", null))).containsExactly(liked);
        assertThat(ids(latest("min_likes:3 OR from:bob is:reply", null))).isEmpty();
        assertThat(ids(latest("walk min_likes:3 OR from:bob", null))).containsExactly(other, liked);
        assertThat(ids(search("walk", null))).containsExactly(liked, other);
    }

    @Test
    void aFilterOfFollowsIsTheViewersOwn() {
        String bobs1 = roost.post(bobs, "good morning");
        roost.post(alices, "good evening");
        put("users/" + bob + "/follow", alices);
        awaitApplied(roost);
        assertThat(ids(latest("good filter:follows", alices))).containsExactly(bobs1);
        JsonNode visitor = latest("good filter:follows", null);
        assertThat(ids(visitor)).hasSize(2);
        assertThat(visitor.at("/meta/warnings/0/code").asText()).isEqualTo("login_required");
        assertThat(visitor.at("/meta/warnings/0/position").asInt()).isEqualTo(5);
    }

    @Test
    void deletedTweetsAndThoseOfHiddenUsersAreNeverFound() {
        String stays = roost.post(alices, "a storm");
        String goes = roost.post(alices, "the storm");
        String theirs = roost.post(bobs, "their storm");
        awaitApplied(roost);
        assertThat(ids(latest("storm", alices))).containsExactly(theirs, goes, stays);
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + goes).token(alices)));
        assertThat(ids(latest("storm", alices))).containsExactly(theirs, stays);
        put("users/" + bob + "/mute", alices);
        assertThat(ids(latest("storm", alices))).containsExactly(stays);
        assertThat(ids(latest("storm", null))).containsExactly(theirs, stays);
        put("users/" + bob + "/block", alices);
        assertThat(ids(latest("storm", bobs))).containsExactly(theirs);
        var _ = roost.server.stores().users().accounts().suspend(Long.parseLong(bob), 1);
        roost.server.features().users.suspensions.lookUp();
        assertThat(ids(latest("storm", null))).containsExactly(stays);
    }

    @Test
    @DisplayName("pages are refilled if most results are hidden (SA#11405, SA#7227)")
    void pagesAreRefilled() {
        String bot = roost.register("bot");
        String bots = roost.token(bot);
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.addFirst(roost.post(bobs, "storm " + i));
        }
        postMany(bots, "storm bot", 300);
        put("users/" + bot + "/mute", alices);
        awaitApplied(roost);
        JsonNode page = read("?sort=latest&limit=20&q=storm", alices);
        assertThat(ids(page)).isEqualTo(others);
        assertThat(page.at("/meta").has("next")).isFalse();
    }

    @Test
    void aPageReads2000HitsAtMostAndTheNextContinues() {
        String bot = roost.register("bot");
        String bots = roost.token(bot);
        String first = roost.post(bobs, "storm of all storms");
        postMany(bots, "storm", 2_100);
        put("users/" + bot + "/mute", alices);
        awaitApplied(roost);
        JsonNode page = read("?sort=latest&limit=20&q=storm", alices);
        assertThat(ids(page)).isEmpty();
        String next = page.at("/meta/next").asText();
        JsonNode second = read("?sort=latest&limit=20&q=storm&cursor=" + next, alices);
        assertThat(ids(second)).containsExactly(first);
        assertThat(second.at("/meta").has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "relevance"})
    void pagesFollowEachOther(String sort) {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            posted.addFirst(roost.post(alices, "walk " + i));
        }
        awaitApplied(roost);
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = read("?limit=10&q=walk&sort=" + sort + next, null);
            found.addAll(ids(page));
            String cursor = page.at("/meta/next").asText();
            next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!next.isEmpty());
        assertThat(found).isEqualTo(posted);
    }

    @Test
    void aCursorFitsItsSearchOnly() {
        for (int i = 0; i < 3; i++) {
            roost.post(alices, "walk " + i);
        }
        awaitApplied(roost);
        String cursor = read("?limit=1&q=walk", null).at("/meta/next").asText();
        expect(200, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?limit=1&q=walk&cursor=" + cursor)));
        for (String other : List.of("?q=walks&cursor=", "?q=walk&sort=latest&cursor=")) {
            assertThat(expect(422, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + other + cursor)))
                            .member("field"))
                    .isEqualTo("cursor");
        }
    }

    @Test
    void aCursorThatIsMadeUpIsRejected() {
        for (int i = 0; i < 3; i++) {
            roost.post(alices, "walk " + i);
        }
        awaitApplied(roost);
        Cursor real = Cursor.decode(
                        read("?limit=1&q=walk", null).at("/meta/next").asText())
                .orElseThrow();
        long now = real.value(1);
        long score = real.value(2);
        List<long[]> madeUp = List.of(
                new long[] {Long.MAX_VALUE, score},
                new long[] {0, score},
                new long[] {-1, score},
                new long[] {now + 86_400_000, score},
                new long[] {now, Float.floatToIntBits(Float.NaN)},
                new long[] {now, Float.floatToIntBits(Float.POSITIVE_INFINITY)},
                new long[] {now, Float.floatToIntBits(Float.NEGATIVE_INFINITY)});
        for (long[] values : madeUp) {
            String cursor = Cursor.of(real.value(0), values[0], values[1], real.value(3))
                    .encode();
            assertThat(expect(422, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=walk&cursor=" + cursor)))
                            .member("field"))
                    .isEqualTo("cursor");
        }
    }

    @Test
    void onlyTheQueryIsRejectedWith400() {
        for (String query : List.of("", "%20", "a" + "+a".repeat(32))) {
            Answer answer = expect(400, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=" + query)));
            assertThat(answer.member("code")).as(query).isEqualTo("invalid_query");
            assertThat(answer.member("field")).as(query).isEqualTo("q");
        }
        expect(400, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=" + "a".repeat(501))));
        expect(200, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=" + "a".repeat(500))));
    }

    @Test
    @DisplayName("every text is a query (MA#27171, MA#6602, MA#26765)")
    void everyTextIsAQuery() {
        List<String> texts = List.of(
                ":x: 🏳️‍🌈",
                "\"",
                "((",
                "OR",
                "OR OR a",
                "\\",
                "*",
                "\u0000",
                "since:2026-02-30",
                "from:\"\"",
                "-cat");
        for (String text : texts) {
            assertThat(latest(text, null).at("/data").isArray()).as(text).isTrue();
        }
        expect(200, roost.call(RawRequest.of("GET", SearchSteps.TWEETS + "?q=%ED%A0%80")));
    }

    @Test
    void datesAreInTheTimeZoneOfTheRequest() {
        String tweet = roost.post(alices, "now");
        awaitApplied(roost);
        String today = roost.clock.instant().toString().substring(0, 10);
        assertThat(ids(latest("now since:" + today, null))).containsExactly(tweet);
        assertThat(ids(latest("now until:" + today, null))).isEmpty();
        for (String zone : List.of("+14:00", "-12:00")) {
            Instant start = LocalDate.parse(today).atStartOfDay(ZoneId.of(zone)).toInstant();
            String query = "?q=now+since:" + today + "&time_zone=" + zone.replace("+", "%2B");
            assertThat(ids(read(query, null)))
                    .isEqualTo(roost.clock.instant().isBefore(start) ? List.of() : List.of(tweet));
        }
    }

    @Test
    void whatWasAcknowledgedIsFoundAfterARestart() {
        String first = roost.post(alices, "kept one");
        String second = roost.post(bobs, "kept two");
        roost.close();
        roost = new LocalServer(folder);
        awaitApplied(roost);
        assertThat(ids(latest("kept", null))).containsExactly(second, first);
    }

    @Test
    @DisplayName("descriptions of media and content warnings are searched, and a changed description is found")
    void descriptionsOfMediaAreSearched() throws Exception {
        TestUploads uploads = new TestUploads(roost);
        String picture = uploads.ready(alices, TestMedia.png("cat"));
        describe(picture, "a black cat");
        String tweet = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                                .token(alices)
                                .json("{\"content\":\"Sunday\",\"content_warning\":\"Spiders\",\"media_ids\":[\"%s\"]}"
                                        .formatted(picture))))
                .member("id");
        awaitApplied(roost);
        JsonNode page = latest("cat spider", null);
        assertThat(ids(page)).containsExactly(tweet);
        assertThat(page.at("/meta/highlights")).isEmpty();
        assertThat(latest("cat sunday", null).at("/meta/highlights").toString())
                .isEqualTo("[{\"id\":\"%s\",\"ranges\":[{\"start\":0,\"end\":6}]}]".formatted(tweet));

        describe(picture, "a white dog");
        awaitApplied(roost);
        checkpoint();
        assertThat(ids(latest("white sunday", null))).containsExactly(tweet);
        assertThat(ids(latest("cat", null))).isEmpty();
    }

    /** In threads, which takes fewer requests. */
    private void postMany(String token, String text, int count) {
        String tweets =
                String.join(",", Collections.nCopies(PostTweet.MOST_IN_THREAD, "{\"content\":\"" + text + "\"}"));
        for (int posted = 0; posted < count; posted += PostTweet.MOST_IN_THREAD) {
            expect(
                    201,
                    roost.call(RawRequest.of("POST", "/api/roost/v1/threads")
                            .token(token)
                            .json("{\"tweets\":[" + tweets + "]}")));
        }
    }

    private void describe(String medium, String text) {
        expect(
                200,
                roost.call(RawRequest.of("PATCH", TestUploads.MEDIA + medium)
                        .token(alices)
                        .json("{\"alt_text\":\"" + text + "\"}")));
    }

    /** Applies what waits for it. */
    private void checkpoint() throws Exception {
        for (ConsumerGroup group : roost.server.features().consumerGroups()) {
            group.consumer().checkpoint();
        }
        Thread.sleep(REFRESH_MILLIS);
    }

    private void put(String path, String token) {
        expect(200, roost.call(RawRequest.of("PUT", "/api/roost/v1/" + path).token(token)));
    }

    /** Waits until everything that happened is found. */
    static void awaitApplied(LocalServer roost) {
        try {
            Await.until(() -> roost.server.stores().infrastructure().events().lag(SearchFeature.GROUP) == 0);
            Thread.sleep(REFRESH_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode latest(String query, @Nullable String token) {
        return read("?sort=latest&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), token);
    }

    private JsonNode search(String query, @Nullable String token) {
        return read("?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), token);
    }

    private JsonNode read(String query, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", SearchSteps.TWEETS + query);
        return expect(200, roost.call(token == null ? request : request.token(token)))
                .json();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(tweet -> ids.add(tweet.get("id").asText()));
        return ids;
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.RawRequest;

@DisplayName("Analytics of tweets (issue 21.4, F5)")
@Timeout(120)
class AnalyticsTest {
    private static final String API = "/api/roost/v1";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String author;
    private String authors;
    private String tweet;
    private final Map<String, String> tokens = new HashMap<>();
    private int reports;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder);
        author = roost.register("author");
        authors = roost.token(author);
        tweet = roost.post(authors, "look at this");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    @DisplayName("100 reloads by one viewer are one viewer (Chocobozzz/PeerTube#135, steemit/condenser#1793)")
    void reloads() throws Exception {
        String viewer = viewer("viewer");
        for (int i = 0; i < 100; i++) {
            report(viewer, "view", tweet);
            roost.clock.advance(Duration.ofSeconds(1));
        }
        assertCount("viewers", 1);
        assertCount("impressions", 4);
    }

    @Test
    @DisplayName("The author's own views and openings never count (CoderBounty/coderbounty#273)")
    void ownViews() throws Exception {
        for (String kind : List.of("view", "link", "profile", "media", "expand")) {
            report(authors, kind, tweet);
        }
        put(authors, "/tweets/" + tweet + "/like");
        put(authors, "/tweets/" + tweet + "/bookmark");
        String _ = roost.reply(authors, tweet, "and more");
        for (String count : List.of("impressions", "viewers", "engaged_viewers", "likes", "bookmarks", "replies")) {
            assertCount(count, 0);
        }
    }

    @Test
    @DisplayName("Of 20 tweets that were fetched, the 3 that were on the screen count (zpuckeridge/livestream#256)")
    void fetchedTweets() throws Exception {
        List<String> tweets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tweets.add(roost.post(authors, "tweet " + i));
        }
        String viewer = viewer("viewer");
        expect(200, roost.get(API + "/users/" + author + "/tweets", viewer));
        report(viewer, "view", tweets.subList(0, 3).toArray(new String[0]));
        settle();
        assertThat(ofAll().get("impressions").asInt()).isEqualTo(3);
        assertThat(ofAll().get("viewer_days").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("50 viewers behind one address are 50 viewers (Chocobozzz/PeerTube#6251, #6390, #5562)")
    void oneAddress() throws Exception {
        for (int i = 0; i < 50; i++) {
            report(viewer("viewer" + i), "view", tweet);
        }
        assertCount("viewers", 50);
    }

    @Test
    @DisplayName("A view counts at once, and as_of is at most a minute ago (Chocobozzz/PeerTube#1523, #1058)")
    void delay() throws Exception {
        report(viewer("viewer"), "view", tweet);
        assertThat(counts().get("impressions").asInt()).isOne();
        Await.until(() -> counts().has("as_of"));
        assertThat(Instant.parse(counts().get("as_of").asText()))
                .isAfterOrEqualTo(roost.clock.instant().minusSeconds(60));
    }

    @Test
    @DisplayName("A like without a reported view counts a view (steemit/condenser#1138)")
    void likeWithoutView() throws Exception {
        put(viewer("viewer"), "/tweets/" + tweet + "/like");
        for (String count : List.of("impressions", "viewers", "engaged_viewers", "likes")) {
            assertCount(count, 1);
        }
    }

    @Test
    @DisplayName("50 of 60 viewers are suspended: 10 remain (mastodon/mastodon#17456)")
    void suspendedViewers() throws Exception {
        for (int i = 0; i < 60; i++) {
            report(viewer("viewer" + i), "view", tweet);
            put(viewer("viewer" + i), "/tweets/" + tweet + "/like");
        }
        assertCount("likes", 60);
        for (int i = 0; i < 50; i++) {
            boolean _ = roost.server.stores().users().accounts().suspend(id("viewer" + i), roost.clock.millis());
        }
        for (String count : List.of("impressions", "viewers", "engaged_viewers", "likes")) {
            assertCount(count, 10);
        }
    }

    @Test
    void everyEngagementCountsUntilItIsTakenBack() throws Exception {
        String viewer = viewer("viewer");
        String url = "/tweets/" + tweet;
        put(viewer, url + "/like");
        put(viewer, url + "/bookmark");
        put(viewer, url + "/retweet");
        String reply = roost.reply(viewer, tweet, "why?");
        String quote = roost.quote(viewer, tweet, "see:");
        String _ = roost.reply(viewer, tweet, "and how?");
        List<String> counts = List.of("likes", "bookmarks", "retweets", "quotes");
        for (String count : counts) {
            assertCount(count, 1);
        }
        assertCount("replies", 2);

        Stream.of(url + "/like", url + "/bookmark", url + "/retweet", "/tweets/" + reply, "/tweets/" + quote)
                .forEach(path -> delete(viewer, path));
        for (String count : counts) {
            assertCount(count, 0);
        }
        assertCount("replies", 1);
        assertCount("viewers", 1);
        assertCount("engaged_viewers", 1);
    }

    @Test
    void aFollowResultsFromTheTweetFromWhichTheProfileWasOpened() throws Exception {
        String curious = viewer("curious");
        report(curious, "profile", tweet);
        put(curious, "/users/" + author + "/follow");
        put(viewer("other"), "/users/" + author + "/follow");
        assertCount("follows", 1);
        delete(curious, "/users/" + author + "/follow");
        assertCount("follows", 0);
    }

    @Test
    void aViewOfARetweetIsOneOfTheOriginal() throws Exception {
        String retweeter = viewer("retweeter");
        put(retweeter, "/tweets/" + tweet + "/retweet");
        String retweet = expect(200, roost.get(API + "/users/" + id("retweeter") + "/tweets", retweeter))
                .json()
                .at("/data/0/id")
                .asText();
        report(viewer("viewer"), "view", retweet);
        assertCount("viewers", 2);
        assertCount("retweets", 1);
    }

    @Test
    void whomTheAuthorBlocksDoesNotCount() throws Exception {
        String blocked = viewer("blocked");
        put(authors, "/users/" + id("blocked") + "/block");
        report(blocked, "view", tweet);
        assertCount("viewers", 0);
    }

    @Test
    void aReportThatIsSentAgainChangesNothing() throws Exception {
        String viewer = viewer("viewer");
        for (int i = 0; i < 2; i++) {
            reports = 7;
            report(viewer, "view", tweet);
            roost.clock.advance(Duration.ofMinutes(1));
        }
        assertCount("impressions", 1);
    }

    @Test
    void hoursAndDaysAddUpToTheSum() throws Exception {
        for (int i = 0; i < 5; i++) {
            report(viewer("viewer" + i), "view", tweet);
            roost.clock.advance(Duration.ofHours(1));
        }
        assertThat(counts().get("hours")).hasSize(5);
        assertThat(sum(counts().get("hours"))).isEqualTo(5);
        assertThat(sum(ofAll().get("days"))).isEqualTo(5);
    }

    private static int sum(JsonNode parts) {
        return parts.findValues("impressions").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    @Test
    void onlyItsAuthorSeesThem() throws Exception {
        expect(404, roost.get(API + "/tweets/" + tweet + "/analytics", viewer("viewer")));
        expect(401, roost.call(RawRequest.of("GET", API + "/tweets/" + tweet + "/analytics")));
    }

    private void assertCount(String name, int count) throws InterruptedException {
        settle();
        assertThat(counts().get(name).asInt()).as(name).isEqualTo(count);
        JsonNode counts = counts();
        assertThat(counts.get("impressions").asInt())
                .isGreaterThanOrEqualTo(counts.get("viewers").asInt());
        assertThat(counts.get("viewers").asInt())
                .isGreaterThanOrEqualTo(counts.get("engaged_viewers").asInt());
    }

    private void settle() throws InterruptedException {
        Await.until(() -> roost.server.backlog() == 0);
    }

    private JsonNode counts() {
        return expect(200, roost.get(API + "/tweets/" + tweet + "/analytics", authors))
                .json()
                .get("data");
    }

    private JsonNode ofAll() {
        return expect(200, roost.get(API + "/users/me/analytics?days=7", authors))
                .json()
                .get("data");
    }

    private void report(String viewer, String kind, String... tweets) {
        String items = Stream.of(tweets)
                .map(id -> "{\"tweet_id\":\"%s\",\"kind\":\"%s\"}".formatted(id, kind))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        String body = "{\"batch_key\":\"%d\",\"items\":[%s]}".formatted(reports++, items);
        expect(
                202,
                roost.call(RawRequest.of("POST", AnalyticsSteps.IMPRESSIONS)
                        .token(viewer)
                        .json(body)));
    }

    /** The token of a user, who is registered with the first call. */
    private String viewer(String name) {
        return tokens.computeIfAbsent(name, _ -> roost.token(roost.register(name)));
    }

    private long id(String name) {
        return roost.server
                .stores()
                .users()
                .accounts()
                .findByUsername(name)
                .orElseThrow()
                .id();
    }

    private void put(String token, String path) {
        expect(200, roost.call(RawRequest.of("PUT", API + path).token(token)));
    }

    private void delete(String token, String path) {
        assertThat(roost.call(RawRequest.of("DELETE", API + path).token(token)).status())
                .isBetween(200, 204);
    }
}

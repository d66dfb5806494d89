package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Pages of lists are complete, and cursors belong to their list")
@Timeout(120)
class ListPagesTest {
    private final AtomicReference<@Nullable Runnable> afterReferring = new AtomicReference<>();
    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(
                folder,
                stores -> Intercepted.stores(stores, _ -> {}, this::after),
                "timelines.maximum-entries=10",
                "timelines.settle-time=1ms");
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    private void after(String method) {
        Runnable then = method.equals("referring") ? afterReferring.getAndSet(null) : null;
        if (then != null) {
            then.run();
        }
    }

    @Test
    @DisplayName("A retweet that is undone while the list is read does not end the list (CASES R-6)")
    void whatIsDeletedBetweenTwoReadsDoesNotEndAList() throws Exception {
        String tweet = roost.post(alices, "bread");
        List<Long> users = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String user = roost.register("user" + i);
            users.add(Long.parseLong(user));
            expect(
                    200,
                    roost.call(RawRequest.of("PUT", "/api/roost/v1/tweets/" + tweet + "/retweet")
                            .token(roost.token(user))));
        }
        Features features = roost.server.features();
        afterReferring.set(() -> features.tweets
                .retweets(roost.server.stores().infrastructure().ids())
                .undo(users.get(3), Long.parseLong(tweet)));
        JsonNode page = page("/api/roost/v1/tweets/" + tweet + "/retweets?limit=2", null);
        assertThat(names(page)).containsExactly("user4");
        JsonNode next = page("/api/roost/v1/tweets/" + tweet + "/retweets?limit=9&cursor=" + next(page), null);
        assertThat(names(next)).containsExactly("user2", "user1", "user0");
    }

    @Test
    @DisplayName("A self-reply is on a page though the first one was deleted after the first page (CASES A-34)")
    void aDeletedThreadMovesNoReplyToAPageThatWasRead() throws Exception {
        String root = roost.post(alices, "root");
        String first = roost.reply(alices, root, "first");
        replies(root, 12);
        String second = roost.reply(alices, root, "second");
        replies(root, 5);
        String list = "/api/roost/v1/tweets/" + root + "/conversation?limit=5";
        JsonNode page = page(list, null);
        assertThat(ids(page)).contains(first).doesNotContain(second);
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + first).token(alices)));
        assertThat(rest(list, page)).containsOnlyOnce(second);
    }

    @Test
    @DisplayName("A self-reply is on a page though it was the first one, posted after the first page (CASES A-34)")
    void aThreadThatBeginsLaterIsAmongTheReplies() throws Exception {
        String root = roost.post(alices, "root");
        replies(root, 12);
        String list = "/api/roost/v1/tweets/" + root + "/conversation?limit=5";
        JsonNode page = page(list, null);
        String first = roost.reply(alices, root, "first");
        assertThat(rest(list, page)).containsOnlyOnce(first);
    }

    private List<String> rest(String list, JsonNode first) {
        List<String> ids = new ArrayList<>();
        for (JsonNode page = first; page.at("/meta").has("next"); ) {
            page = page(list + "&cursor=" + next(page), null);
            ids.addAll(ids(page));
        }
        return ids;
    }

    /** CASES A-29b. Two cursors that lead through the same list differ from all others. */
    @Test
    void aCursorIsOfItsListOnly() throws Exception {
        Map<String, String> cursors = cursors();
        assertThat(cursors).hasSize(14);
        cursors.forEach((list, cursor) -> cursors.keySet().forEach(other -> {
            Answer answer = roost.get(other + (other.contains("?") ? "&" : "?") + "cursor=" + cursor, alices);
            assertThat(answer.status())
                    .as("%s with the cursor of %s", other, list)
                    .isEqualTo(other.equals(list) ? 200 : 422);
            if (!other.equals(list)) {
                assertThat(answer.member("field")).isEqualTo("cursor");
            }
        }));
    }

    private Map<String, String> cursors() throws Exception {
        String tweet = roost.post(alices, "bread");
        List<String> lists = List.of(
                "/api/roost/v1/timelines/home?limit=1",
                "/api/roost/v1/timelines/public?limit=1",
                "/api/roost/v1/users/" + alice + "/tweets?limit=1",
                "/api/roost/v1/users/" + alice + "/tweets?with=replies&limit=1",
                "/api/roost/v1/users/" + alice + "/likes?limit=1",
                "/api/roost/v1/bookmarks?limit=1",
                "/api/roost/v1/notifications?limit=1",
                "/api/roost/v1/users/" + alice + "/followers?limit=1",
                "/api/roost/v1/users/" + alice + "/following?limit=1",
                "/api/roost/v1/blocks?limit=1",
                "/api/roost/v1/mutes?limit=1",
                "/api/roost/v1/tweets/" + tweet + "/likes?limit=1",
                "/api/roost/v1/tweets/" + tweet + "/retweets?limit=1",
                "/api/roost/v1/tweets/" + tweet + "/conversation?limit=1");
        for (int i = 0; i < 2; i++) {
            String other = roost.register("other" + i);
            String token = roost.token(other);
            String own = roost.post(alices, "more " + i);
            for (String path :
                    List.of("tweets/" + own + "/like", "tweets/" + own + "/bookmark", "users/" + other + "/follow")) {
                expect(
                        200,
                        roost.call(RawRequest.of("PUT", "/api/roost/v1/" + path).token(alices)));
            }
            for (String path : List.of(
                    "tweets/" + tweet + "/like", "tweets/" + tweet + "/retweet", "users/" + alice + "/follow")) {
                expect(
                        200,
                        roost.call(RawRequest.of("PUT", "/api/roost/v1/" + path).token(token)));
            }
            roost.reply(token, tweet, "yes");
            String unliked = roost.register("unliked" + i);
            for (String path : List.of("block", "mute")) {
                expect(
                        200,
                        roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + unliked + "/" + path)
                                .token(alices)));
            }
        }
        Await.until(() ->
                page("/api/roost/v1/notifications?limit=1", alices).at("/meta").has("next"));
        Map<String, String> cursors = new ConcurrentHashMap<>();
        lists.forEach(list -> cursors.put(list, next(page(list, alices))));
        return cursors;
    }

    @ParameterizedTest
    @CsvSource({"likes, bob", "retweets, bob", "quotes, alice", "conversation, bob"})
    @DisplayName("Requests for a retweet's lists return those of its original (CASES M-1)")
    void aRetweetStandsForItsOriginal(String list, String who) throws Exception {
        String tweet = roost.post(alices, "bread");
        for (String act : List.of("like", "retweet")) {
            expect(
                    200,
                    roost.call(RawRequest.of("PUT", "/api/roost/v1/tweets/" + tweet + "/" + act)
                            .token(bobs)));
        }
        roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(alices)
                .json("{\"content\":\"mine\",\"quote_of_id\":\"" + tweet + "\"}"));
        roost.reply(bobs, tweet, "indeed");
        String retweet = page("/api/roost/v1/users/" + bob + "/tweets", null)
                .at("/data/0/id")
                .asText();
        JsonNode ofOriginal = page("/api/roost/v1/tweets/" + tweet + "/" + list, null);
        JsonNode ofRetweet = page("/api/roost/v1/tweets/" + retweet + "/" + list, null);
        assertThat(ofRetweet).isEqualTo(ofOriginal);
        assertThat(
                        ofRetweet.at("/includes/users").isMissingNode()
                                ? names(ofRetweet)
                                : ofRetweet.at("/includes/users").findValuesAsText("username"))
                .contains(who);
    }

    @ParameterizedTest
    @ValueSource(strings = {"followers", "following"})
    @DisplayName("A user whose tweets are hidden also has hidden lists (CASES A-36b, A-36c)")
    void listsOfUsersAreClosedToThoseWhomTheUserBlocks(String list) {
        String path = "/api/roost/v1/users/" + alice + "/" + list;
        expect(200, roost.get(path, bobs));
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + bob + "/block")
                        .token(alices)));
        assertThat(expect(403, roost.get(path, bobs)).member("code")).isEqualTo("blocked");
        expect(200, roost.get("/api/roost/v1/users/" + bob + "/" + list, alices));
        expect(200, roost.call(RawRequest.of("GET", path)));
        roost.server.stores().users().accounts().suspend(Long.parseLong(alice), 1);
        roost.server.features().users.suspensions.lookUp();
        assertThat(expect(403, roost.call(RawRequest.of("GET", path))).member("code"))
                .isEqualTo("suspended");
    }

    private void replies(String tweet, int count) {
        for (int i = 0; i < count; i++) {
            roost.reply(bobs, tweet, "reply " + i);
        }
    }

    private JsonNode page(String target, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", target);
        return expect(200, roost.call(token == null ? request : request.token(token)))
                .json();
    }

    private static String next(JsonNode page) {
        assertThat(page.at("/meta").has("next")).as("there is a next page").isTrue();
        return page.at("/meta/next").asText();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("data").findValuesAsText("id");
    }

    private static List<String> names(JsonNode page) {
        return Stream.of(page.get("data"))
                .flatMap(data -> data.findValuesAsText("username").stream())
                .toList();
    }
}

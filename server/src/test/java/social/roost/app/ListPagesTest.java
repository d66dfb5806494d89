package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
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
import social.roost.base.Cursor;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;

@DisplayName("Pages of lists: bounded, complete, each with its own cursors")
@Timeout(120)
class ListPagesTest {
    private static final int MOST_READS = 4;

    private final Map<String, LongAdder> reads = new ConcurrentHashMap<>();
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
                stores -> Intercepted.stores(stores, this::count, this::after),
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

    private void count(String method) {
        reads.computeIfAbsent(method, _ -> new LongAdder()).increment();
    }

    private int reads(String method) {
        return reads.getOrDefault(method, new LongAdder()).intValue();
    }

    private void after(String method) {
        Runnable then = method.equals("referring") ? afterReferring.getAndSet(null) : null;
        if (then != null) {
            then.run();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    @DisplayName("Likes and bookmarks of a muted author: bounded reads, short pages, nothing lost (CASES Q-1)")
    void hiddenMarksCostABoundedNumberOfReads(int limit) throws Exception {
        String seen = roost.post(alices, "to be seen");
        mark(Mark.LIKE, Long.parseLong(alice), Long.parseLong(seen), 1);
        mark(Mark.BOOKMARK, Long.parseLong(bob), Long.parseLong(seen), 1);
        String carol = roost.register("carol");
        for (long tweet : posted(1_300, Long.parseLong(carol), References.NONE)) {
            mark(Mark.LIKE, Long.parseLong(alice), tweet, 2);
            mark(Mark.BOOKMARK, Long.parseLong(bob), tweet, 2);
        }
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + carol + "/mute")
                        .token(bobs)));
        for (String list : List.of("/api/roost/v1/users/" + alice + "/likes", "/api/roost/v1/bookmarks")) {
            assertThat(walk(list, bobs, limit, "listMarked")).as(list).containsExactly(seen);
        }
    }

    @Test
    @DisplayName("A home timeline of replies to others: bounded reads, also for a made-up cursor (SECURITY 7)")
    void hiddenTweetsOfHomeCostABoundedNumberOfReads() throws Exception {
        String seen = roost.post(alices, "to be seen");
        String stranger = roost.register("stranger");
        String theirs = roost.post(roost.token(stranger), "a thread");
        posted(
                1_500,
                Long.parseLong(alice),
                new References(Long.parseLong(theirs), Long.parseLong(stranger), null, null));
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + alice + "/follow")
                        .token(bobs)));
        assertThat(walk("/api/roost/v1/timelines/home", bobs, 1, "newest")).containsExactly(seen);

        reads.clear();
        expect(
                200,
                roost.get(
                        "/api/roost/v1/timelines/home?limit=1&cursor="
                                + Cursor.of(1, 1).encode(),
                        bobs));
        expect(
                200,
                roost.get(
                        "/api/roost/v1/timelines/home?limit=1&cursor="
                                + Cursor.of(1, Long.parseLong(seen)).encode(),
                        bobs));
        assertThat(reads("oldest")).isBetween(1, 2 * MOST_READS);
    }

    @Test
    @DisplayName("A conversation with many deleted replies: bounded reads, nothing lost (SECURITY 7)")
    void deletedRepliesCostABoundedNumberOfReads() throws Exception {
        String tweet = roost.post(alices, "hello");
        References answer = new References(Long.parseLong(tweet), Long.parseLong(alice), null, null);
        for (long reply : posted(1_300, Long.parseLong(bob), answer)) {
            roost.server.stores().tweets().posts().delete(reply, 1);
        }
        String last = reply(bobs, tweet, "the last");
        assertThat(walk("/api/roost/v1/tweets/" + tweet + "/conversation", null, 1, "replies"))
                .containsExactly(tweet, last);
    }

    @Test
    @DisplayName("Likes and bookmarks of a deleted tweet are removed, also those that come late (SECURITY 7)")
    void marksOfDeletedTweetsAreRemoved() throws Exception {
        EngagementStore engagements = roost.server.stores().tweets().engagements();
        long tweet = Long.parseLong(roost.post(alices, "to be deleted"));
        for (Mark mark : Mark.values()) {
            for (int i = 0; i < 250; i++) {
                mark(mark, 1_000 + i, tweet, 1);
            }
        }
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweet).token(alices)));
        for (Mark mark : Mark.values()) {
            Await.until(() -> engagements.listMarkers(mark, tweet, null, 9).isEmpty());
        }
        for (Mark mark : Mark.values()) {
            mark(mark, Long.parseLong(bob), tweet, 2);
            Await.until(() -> engagements.marked(mark, Long.parseLong(bob), 9).length == 0);
        }
        Await.until(() -> engagements
                .counts(new long[] {tweet})
                .getOrDefault(tweet, Counts.NONE)
                .equals(Counts.NONE));
        assertThat(engagements.recount()).isEmpty();
    }

    /** Reads all pages, each by few reads; answers the ids. */
    private List<String> walk(String list, @Nullable String token, int limit, String method) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            reads.clear();
            JsonNode page = page(list + "?limit=" + limit + cursor, token);
            assertThat(reads(method)).isBetween(1, MOST_READS);
            page.get("data").forEach(each -> ids.add(each.get("id").asText()));
            cursor = page.at("/meta").has("next")
                    ? "&cursor=" + page.at("/meta/next").asText()
                    : "";
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isGreaterThan(1);
        return ids;
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
        String first = reply(alices, root, "first");
        replies(root, 12);
        String second = reply(alices, root, "second");
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
        String first = reply(alices, root, "first");
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
        assertThat(cursors).hasSize(13);
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
            reply(token, tweet, "yes");
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
    @DisplayName("What is asked of a retweet is asked of its original (CASES M-1)")
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
        reply(bobs, tweet, "indeed");
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
    @DisplayName("Who may not look at a user's tweets may not look at the user's lists (CASES A-36b, A-36c)")
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

    private List<Long> posted(int count, long author, References references) throws Exception {
        return Together.callAll(IntStream.range(0, count)
                .<Callable<Long>>mapToObj(_ -> () -> {
                    long id = roost.server.stores().infrastructure().ids().next();
                    Long parent = references.replyToId();
                    var _ = roost.server
                            .stores()
                            .tweets()
                            .posts()
                            .post(
                                    new Tweet(
                                            id,
                                            author,
                                            "hidden",
                                            Entities.NONE,
                                            references,
                                            parent == null ? id : parent),
                                    null);
                    return id;
                })
                .toList());
    }

    private void mark(Mark mark, long user, long tweet, long at) {
        roost.server.stores().tweets().engagements().add(mark, user, tweet, at);
    }

    private void replies(String tweet, int count) {
        for (int i = 0; i < count; i++) {
            reply(bobs, tweet, "reply " + i);
        }
    }

    private String reply(String token, String tweet, String content) {
        return expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                                .token(token)
                                .json("{\"content\":\"" + content + "\",\"reply_to_id\":\"" + tweet + "\"}")))
                .member("id");
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

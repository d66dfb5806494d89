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
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Cursor;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.http.RawRequest;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

@DisplayName("Lists with many hidden rows: bounded reads, nothing lost")
@Timeout(120)
class BoundedReadsTest {
    private static final int MOST_READS = 4;

    private final Map<String, LongAdder> reads = new ConcurrentHashMap<>();
    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(
                folder,
                stores -> Intercepted.stores(stores, this::count, _ -> {}),
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

    @Test
    @DisplayName("Likes and bookmarks of a muted author: bounded reads, short pages, nothing lost (CASES Q-1)")
    void hiddenMarksCostABoundedNumberOfReads() throws Exception {
        String seen = roost.post(alices, "to be seen");
        mark(Mark.LIKE, Long.parseLong(alice), Long.parseLong(seen), 1);
        mark(Mark.BOOKMARK, Long.parseLong(bob), Long.parseLong(seen), 1);
        String carol = roost.register("carol");
        forEach(posted(1_300, Long.parseLong(carol), References.NONE), tweet -> {
            mark(Mark.LIKE, Long.parseLong(alice), tweet, 2);
            mark(Mark.BOOKMARK, Long.parseLong(bob), tweet, 2);
        });
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + carol + "/mute")
                        .token(bobs)));
        for (String list : List.of("/api/roost/v1/users/" + alice + "/likes", "/api/roost/v1/bookmarks")) {
            assertThat(walk(list, bobs, 1, "listMarked")).as(list).containsExactly(seen);
            assertThat(walk(list, bobs, 20, "listMarked")).as(list).containsExactly(seen);
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
        forEach(
                posted(1_300, Long.parseLong(bob), answer),
                reply -> roost.server.stores().tweets().posts().delete(reply, 1));
        String last = roost.reply(bobs, tweet, "the last");
        assertThat(walk("/api/roost/v1/tweets/" + tweet + "/conversation", null, 1, "replies"))
                .containsExactly(tweet, last);
    }

    @Test
    @DisplayName("Likes and bookmarks of a deleted tweet are removed, including late ones (SECURITY 7)")
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

    /** Reads all pages, each with few reads; returns the ids. */
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
                                            parent == null ? id : parent,
                                            Visibility.PUBLIC),
                                    null);
                    return id;
                })
                .toList());
    }

    /** At once, so that the store commits many together. */
    private static void forEach(List<Long> ids, LongConsumer action) throws Exception {
        var _ = Together.callAll(ids.stream()
                .<Callable<Long>>map(id -> () -> {
                    action.accept(id);
                    return id;
                })
                .toList());
    }

    private void mark(Mark mark, long user, long tweet, long at) {
        roost.server.stores().tweets().engagements().add(mark, user, tweet, at);
    }

    private void count(String method) {
        reads.computeIfAbsent(method, _ -> new LongAdder()).increment();
    }

    private int reads(String method) {
        return reads.getOrDefault(method, new LongAdder()).intValue();
    }

    private JsonNode page(String target, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", target);
        return expect(200, roost.call(token == null ? request : request.token(token)))
                .json();
    }
}

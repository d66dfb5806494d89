package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.RawRequest;

@DisplayName("C4: a conversation shows two levels of replies below each reply, and where there are more")
@Timeout(120)
class ConversationTest {
    private LocalServer roost;
    private String mallory;
    private String alices;
    private String bobs;
    private String carols;
    private String mallorys;
    private String root;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alices = roost.token(roost.register("alice"));
        bobs = roost.token(roost.register("bob"));
        carols = roost.token(roost.register("carol"));
        mallory = roost.register("mallory");
        mallorys = roost.token(mallory);
        root = roost.post(alices, "root");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void repliesFollowTheReplyThatTheyAnswer() {
        String first = roost.reply(bobs, root, "1");
        String second = roost.reply(carols, root, "2");
        List<String> below = replies(carols, first, 5);
        List<String> deeper = replies(bobs, below.getFirst(), 3);
        String deepest = roost.reply(carols, deeper.getFirst(), "deepest");
        JsonNode page = page(root, null);
        assertThat(ids(page))
                .containsExactly(
                        root, first, below.get(0), deeper.get(0), deeper.get(1), below.get(1), below.get(2), second);
        assertThat(more(page)).containsExactly(first + " 2", below.getFirst() + " 1", deeper.getFirst() + " 1");

        JsonNode rest = page(first, cursor(page, 0));
        assertThat(ids(rest)).containsExactly(below.get(3), below.get(4));
        assertThat(more(rest)).isEmpty();
        assertThat(ids(page(below.getFirst(), cursor(page, 1)))).containsExactly(deeper.get(2));
        assertThat(ids(page(deeper.getFirst(), cursor(page, 2)))).containsExactly(deepest);
    }

    @Test
    void theLimitCountsDirectReplies() {
        List<String> direct = replies(bobs, root, 3);
        List<String> below = replies(carols, direct.getFirst(), 2);
        JsonNode page = json("/api/roost/v1/tweets/" + root + "/conversation?limit=2", alices);
        assertThat(ids(page)).containsExactly(root, direct.get(0), below.get(0), below.get(1), direct.get(1));
        assertThat(ids(page(root, page.at("/meta/next").asText()))).containsExactly(direct.get(2));
    }

    @Test
    void aHiddenReplyIsLeftOutWithWhatIsBelowIt() {
        String first = roost.reply(bobs, root, "1");
        roost.reply(carols, first, "a");
        String hidden = roost.reply(mallorys, first, "hidden");
        roost.reply(carols, hidden, "below what is hidden");
        roost.reply(carols, first, "b");
        roost.reply(carols, first, "c");
        String unseen = roost.reply(mallorys, root, "hidden too");
        roost.reply(carols, unseen, "below what is hidden, too");
        block(bobs);
        JsonNode page = json("/api/roost/v1/tweets/" + root + "/conversation", bobs);
        assertThat(texts(page)).containsExactly("root", "1", "a", "b", "c");
        assertThat(more(page))
                .as("the hidden one was read, so it is not offered")
                .isEmpty();
        assertThat(page.toString()).doesNotContain("\"hidden\"", "hidden too", "is hidden", mallory);

        String last = roost.reply(carols, first, "d");
        JsonNode longer = json("/api/roost/v1/tweets/" + root + "/conversation", bobs);
        assertThat(more(longer)).containsExactly(first + " 1");
        assertThat(ids(json("/api/roost/v1/tweets/" + first + "/conversation?cursor=" + cursor(longer, 0), bobs)))
                .containsExactly(last);
    }

    @Test
    void aDeletedReplyIsATombstoneAsLongAsSomethingIsToBeSeenBelowIt() {
        String first = roost.reply(bobs, root, "1");
        String second = roost.reply(carols, first, "2");
        roost.reply(carols, first, "2b");
        String third = roost.reply(bobs, second, "3");
        delete(carols, second);
        assertThat(texts(page(root, null))).containsExactly("root", "1", "deleted", "3", "2b");
        delete(bobs, first);
        JsonNode page = page(root, null);
        assertThat(texts(page)).containsExactly("root", "deleted", "deleted", "3", "2b");
        assertThat(page.at("/data/2/reply_to_id").asText()).isEqualTo(first);
        assertThat(page.at("/data/2/conversation_id").asText()).isEqualTo(root);
        delete(bobs, third);
        assertThat(texts(page(root, null))).containsExactly("root", "deleted", "2b");
    }

    @Test
    void aTombstoneWhoseRepliesAreAllHiddenIsLeftOut() {
        String first = roost.reply(bobs, root, "1");
        roost.reply(mallorys, first, "hidden");
        delete(bobs, first);
        assertThat(texts(page(root, null))).containsExactly("root", "deleted", "hidden");
        block(alices);
        assertThat(texts(page(root, null))).containsExactly("root");
    }

    @Test
    void theOtherRepliesToAThreadAreToldWithTheirCursor() {
        String second = roost.reply(alices, root, "2");
        String third = roost.reply(alices, second, "3");
        String aside = roost.reply(bobs, second, "aside");
        String last = roost.reply(bobs, third, "last");
        JsonNode page = page(root, null);
        assertThat(ids(page)).containsExactly(root, second, third);
        assertThat(more(page)).containsExactly(second + " 1", third + " 1");
        assertThat(ids(page(second, cursor(page, 0)))).containsExactly(aside);
        assertThat(ids(page(third, cursor(page, 1)))).containsExactly(last);
    }

    @Test
    void thePreviousCursorLeadsToTheRepliesPostedSince() {
        List<String> old = replies(bobs, root, 3);
        roost.clock.advance(Duration.ofMinutes(1));
        JsonNode page = json("/api/roost/v1/tweets/" + root + "/conversation?limit=1", alices);
        assertThat(ids(page)).containsExactly(root, old.getFirst());
        String previous = page.at("/meta/previous").asText();
        JsonNode nothing = page(root, previous);
        assertThat(ids(nothing)).isEmpty();
        String first = roost.reply(bobs, root, "new");
        String below = roost.reply(carols, first, "below what is new");
        assertThat(ids(page(root, nothing.at("/meta/previous").asText()))).containsExactly(first, below);
    }

    private List<String> replies(String token, String to, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(roost.reply(token, to, "reply " + i));
        }
        return ids;
    }

    private JsonNode page(String tweet, @Nullable String cursor) {
        return json(
                "/api/roost/v1/tweets/" + tweet + "/conversation" + (cursor == null ? "" : "?cursor=" + cursor),
                alices);
    }

    private JsonNode json(String path, String token) {
        return expect(200, roost.get(path, token)).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("data").findValuesAsText("id");
    }

    /** What is shown; for a tombstone, of which kind it is. */
    private static List<String> texts(JsonNode page) {
        return StreamSupport.stream(page.get("data").spliterator(), false)
                .map(item -> item.path("content").asText(item.path("tombstone").asText()))
                .toList();
    }

    private static List<String> more(JsonNode page) {
        return StreamSupport.stream(page.at("/meta/more").spliterator(), false)
                .map(more -> more.get("id").asText() + " " + more.get("count").asLong())
                .toList();
    }

    private static String cursor(JsonNode page, int index) {
        return page.at("/meta/more/" + index + "/cursor").asText();
    }

    private void block(String token) {
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + mallory + "/block")
                        .token(token)));
    }

    private void delete(String token, String tweet) {
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweet).token(token)));
    }
}

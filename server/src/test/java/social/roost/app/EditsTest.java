package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("Edits: who may edit what, what stays, and what is kept (N3)")
@Timeout(60)
class EditsTest extends NotificationStage {
    private static final String TWEETS = "/api/roost/v1/tweets";

    @Test
    void anEditReplacesTheTextEverywhereAndKeepsTheRest() throws Exception {
        String tweet = roost.post(alices, "Good mornign @bob #cofee");
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", carols, "tweets", tweet, "retweet");
        String later = roost.post(alices, "later");
        JsonNode before = tweet(tweet);
        assertThat(before.has("edited_at")).isFalse();
        assertThat(before.has("edits_count")).isFalse();

        roost.clock.advance(Duration.ofMinutes(1));
        JsonNode edited = edit(tweet, "Good morning @bob #coffee").json().path("data");
        assertThat(edited).isEqualTo(tweet(tweet));
        assertThat(edited.path("content").asText()).isEqualTo("Good morning @bob #coffee");
        assertThat(edited.at("/entities/hashtags/0/tag").asText()).isEqualTo("coffee");
        assertThat(edited.path("edits_count").asInt()).isOne();
        assertThat(edited.path("edited_at").asText())
                .isGreaterThan(edited.path("created_at").asText());
        for (String same : List.of("id", "created_at", "counts", "conversation_id", "author_id")) {
            assertThat(edited.path(same)).isEqualTo(before.path(same));
        }
        JsonNode page = expect(200, roost.get("/api/roost/v1/users/" + alice + "/tweets", bobs))
                .json();
        assertThat(page.at("/data/0/id").asText()).isEqualTo(later);
        assertThat(page.at("/data/1")).isEqualTo(edited);
        assertThat(page.at("/viewer/liked/0").asText()).isEqualTo(tweet);
        JsonNode carolsPage = expect(200, roost.get("/api/roost/v1/users/" + carol + "/tweets", bobs))
                .json();
        assertThat(carolsPage.at("/includes/tweets/0")).isEqualTo(edited);
    }

    @Test
    void theVersionsAreListedOldestFirst() {
        String tweet = roost.post(alices, "one");
        roost.clock.advance(Duration.ofMinutes(1));
        expect(
                200,
                edit(tweet, "{\"content\":\"two #zwei\",\"content_warning\":\"careful\",\"sensitive\":true}", alices));
        roost.clock.advance(Duration.ofMinutes(1));
        expect(200, edit(tweet, "{\"content_warning\":\"\"}", alices));
        JsonNode versions = revisions(tweet, null);
        assertThat(versions.findValuesAsText("content")).containsExactly("one", "two #zwei", "two #zwei");
        assertThat(versions.findValuesAsText("created_at")).isSorted().doesNotHaveDuplicates();
        assertThat(versions.path(0).path("created_at")).isEqualTo(tweet(tweet).path("created_at"));
        assertThat(versions.path(2).path("created_at")).isEqualTo(tweet(tweet).path("edited_at"));
        assertThat(versions.path(0).has("content_warning")).isFalse();
        assertThat(versions.path(1).path("content_warning").asText()).isEqualTo("careful");
        assertThat(versions.path(2).has("content_warning")).isFalse();
        assertThat(versions.path(2).path("sensitive").asBoolean()).isTrue();
        assertThat(versions.path(1).at("/entities/hashtags/0/tag").asText()).isEqualTo("zwei");
    }

    @Test
    void theSameTextIsNoNewVersionAlsoWhenItIsTooLate() {
        String tweet = roost.post(alices, "caf\u00e9");
        JsonNode first = tweet(tweet);
        assertThat(expect(200, edit(tweet, "cafe\u0301")).json().path("data")).isEqualTo(first);
        expect(200, edit(tweet, "{}", alices));
        assertThat(revisions(tweet, alices)).hasSize(1);
        roost.clock.advance(Duration.ofMinutes(31));
        expect(200, edit(tweet, "caf\u00e9"));
    }

    @Test
    void aTweetIsEditedForHalfAnHourAndFiveTimes() {
        String tweet = roost.post(alices, "0");
        for (int i = 1; i <= 5; i++) {
            expect(200, edit(tweet, Integer.toString(i)));
        }
        refused(409, "too_many_edits", edit(tweet, "6"));
        assertThat(revisions(tweet, alices)).hasSize(6);

        String other = roost.post(alices, "0");
        roost.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        expect(200, edit(other, "1"));
        roost.clock.advance(Duration.ofSeconds(2));
        refused(403, "too_late_to_edit", edit(other, "2"));
        assertThat(tweet(other).path("content").asText()).isEqualTo("1");
    }

    @Test
    void onlyTheAuthorEditsWhatIsThereAndHasAText() {
        String tweet = roost.post(alices, "alice's");
        refused(403, "not_your_tweet", edit(tweet, "{\"content\":\"bob's\"}", bobs));
        act("PUT", bobs, "tweets", tweet, "retweet");
        String retweet = expect(200, roost.get("/api/roost/v1/users/" + bob + "/tweets", bobs))
                .json()
                .at("/data/0/id")
                .asText();
        refused(422, "not_editable", edit(retweet, "{\"content\":\"x\"}", bobs));
        expect(200, edit(tweet, "edited"));
        assertThat(revisions(retweet, carols)).hasSize(2);
        expect(204, roost.call(RawRequest.of("DELETE", TWEETS + "/" + tweet).token(alices)));
        refused(404, "not_found", edit(tweet, "back"));
        assertThat(roost.get(TWEETS + "/" + tweet + "/revisions", alices).status())
                .isEqualTo(404);
        assertThat(roost.get(TWEETS + "/" + retweet + "/revisions", alices).status())
                .isEqualTo(404);
    }

    @Test
    void onceAPollHasVotesItsTweetStays() {
        String poll = expect(
                        201,
                        roost.call(RawRequest.of("POST", TWEETS)
                                .token(alices)
                                .json("{\"content\":\"Tee?\",\"poll\":{\"options\":[\"a\",\"b\"],"
                                        + "\"duration_seconds\":300}}")))
                .member("id");
        JsonNode edited = expect(200, edit(poll, "Tea?")).json().path("data");
        assertThat(edited.at("/poll/options")).hasSize(2);
        expect(
                200,
                roost.call(RawRequest.of("POST", "/api/roost/v1/polls/" + poll + "/votes")
                        .token(bobs)
                        .json("{\"choice\":1}")));
        refused(409, "poll_has_votes", edit(poll, "Coffee?"));
        assertThat(tweet(poll).path("content").asText()).isEqualTo("Tea?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"content":""} | content
                    {"content":"  "} | content
                    {"content":"\\u0007"} | content
                    {"content_warning":"a\\nb"} | content_warning
                    {"language":"??"} | language
                    {"content":7} | content
                    {"reply_to_id":"1"} | reply_to_id
                    {"media_ids":[]} | media_ids
                    """)
    void theRulesAreThoseOfANewTweet(String body, String field) {
        String tweet = roost.post(alices, "fine");
        Answer answer = edit(tweet, body, alices);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("field")).isEqualTo(field);
        assertThat(edit(tweet, "x".repeat(281)).member("field")).isEqualTo("content");
        assertThat(revisions(tweet, alices)).hasSize(1);
    }

    @Test
    @DisplayName("GTS#4470: two saves within 5 ms: one wins, and nobody loses a text that was accepted")
    void ofSeveralEditsAtOnceOneWins() throws Exception {
        String tweet = roost.post(alices, "0");
        expect(201, reply(bobs, tweet, "a reply"));
        List<Integer> statuses = Together.call(4, i -> {
            try (RawClient client = new RawClient(roost.port)) {
                return client.call(editing(tweet, "{\"content\":\"" + i + " at once\"}", alices))
                        .status();
            }
        });
        assertThat(statuses).contains(200).containsOnly(200, 409);
        long done = statuses.stream().filter(status -> status == 200).count();
        assertThat(revisions(tweet, alices)).hasSize((int) done + 1);
        assertThat(tweet(tweet).path("edits_count").asInt()).isEqualTo((int) done);
        assertThat(told(page(bobs, ""))).containsExactly("edit " + tweet);
    }

    @Test
    void whoRepliedOrQuotedIsToldOnceOfAllEdits() throws Exception {
        String tweet = roost.post(alices, "one");
        expect(201, reply(bobs, tweet, "a reply"));
        expect(201, quote(carols, tweet));
        expect(201, reply(alices, tweet, "my own reply"));
        expect(200, edit(tweet, "two"));
        expect(200, edit(tweet, "three"));
        JsonNode bobsPage = page(bobs, "types=edit");
        assertThat(told(bobsPage)).containsExactly("edit " + tweet);
        assertThat(texts(bobsPage.at("/data/0/actors"))).containsExactly(alice);
        assertThat(bobsPage.at("/includes/tweets/0/content").asText()).isEqualTo("three");
        assertThat(told(page(carols, "types=edit"))).containsExactly("edit " + tweet);
        assertThat(told(page(alices, "types=edit"))).isEmpty();
        expect(204, roost.call(RawRequest.of("DELETE", TWEETS + "/" + tweet).token(alices)));
        assertThat(told(page(bobs, ""))).isEmpty();
        assertThat(unread(bobs)).isZero();
    }

    @Test
    @DisplayName("takahe#684: who may not see the author any more, or does not want to, is not told")
    void visibilityIsAskedAtDelivery() throws Exception {
        String tweet = roost.post(alices, "one");
        expect(201, reply(bobs, tweet, "a reply"));
        expect(201, reply(carols, tweet, "a reply"));
        act("PUT", alices, "users", bob, "block");
        expect(
                204,
                roost.call(RawRequest.of("PUT", TWEETS + "/" + tweet + "/mute").token(carols)));
        expect(200, edit(tweet, "two"));
        assertThat(told(page(bobs, ""))).isEmpty();
        assertThat(told(page(carols, ""))).isEmpty();
        assertThat(unread(bobs) + unread(carols)).isZero();
        assertThat(roost.get(TWEETS + "/" + tweet + "/revisions", bobs).status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("GTS#4102, GTS#4432: a mention added by an edit is told once; removed and added again, too")
    void mentionsFollowTheText() throws Exception {
        String tweet = roost.post(alices, "hello @carol");
        assertThat(told(page(carols, ""))).containsExactly("mention " + tweet);
        expect(200, edit(tweet, "hello @bob"));
        assertThat(told(page(bobs, ""))).containsExactly("mention " + tweet);
        assertThat(told(page(carols, ""))).isEmpty();
        assertThat(unread(carols)).isZero();
        expect(200, markRead(bobs));
        expect(200, edit(tweet, "hello"));
        assertThat(told(page(bobs, ""))).isEmpty();
        expect(200, edit(tweet, "hello @BOB"));
        assertThat(told(page(bobs, ""))).containsExactly("mention " + tweet);
        assertThat(unread(bobs)).isZero();
    }

    @Test
    void hashtagsAreThoseOfTheCurrentText() throws Exception {
        String tweet = roost.post(alices, "#one #two");
        settle();
        expect(200, edit(tweet, "#two #three"));
        settle();
        assertThat(uses("one")).isZero();
        assertThat(uses("two")).isOne();
        assertThat(uses("three")).isOne();
        expect(204, roost.call(RawRequest.of("DELETE", TWEETS + "/" + tweet).token(alices)));
        settle();
        assertThat(uses("two") + uses("three")).isZero();
    }

    @Test
    void searchFindsTheCurrentText() throws Exception {
        String tweet = roost.post(alices, "pelican");
        Await.until(() -> found("pelican").equals(List.of(tweet)));
        expect(200, edit(tweet, "flamingo"));
        // The index is refreshed at most once in a while.
        Await.until(() -> found("pelican").isEmpty());
        assertThat(found("flamingo")).containsExactly(tweet);
    }

    private List<String> found(String word) {
        return expect(200, roost.get("/api/roost/v1/search/tweets?sort=latest&q=" + word, bobs))
                .json()
                .path("data")
                .findValuesAsText("id");
    }

    private int uses(String tag) {
        return expect(200, roost.get("/api/roost/v1/hashtags/" + tag, bobs))
                .json()
                .at("/data/tweets_count")
                .asInt();
    }

    private Answer markRead(String token) {
        return roost.call(RawRequest.of("POST", LIST + "/read").token(token).json("{}"));
    }

    private Answer reply(String token, String tweet, String text) {
        return roost.call(RawRequest.of("POST", TWEETS)
                .token(token)
                .json("{\"content\":\"" + text + "\",\"reply_to_id\":\"" + tweet + "\"}"));
    }

    private Answer quote(String token, String tweet) {
        return roost.call(RawRequest.of("POST", TWEETS)
                .token(token)
                .json("{\"content\":\"see\",\"quote_of_id\":\"" + tweet + "\"}"));
    }

    private JsonNode tweet(String id) {
        return expect(200, roost.get(TWEETS + "/" + id, alices)).json().path("data");
    }

    private JsonNode revisions(String id, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", TWEETS + "/" + id + "/revisions");
        return expect(200, roost.call(token == null ? request : request.token(token)))
                .json()
                .path("data");
    }

    private Answer edit(String tweet, String content) {
        return edit(tweet, "{\"content\":\"" + content + "\"}", alices);
    }

    private Answer edit(String tweet, String body, String token) {
        return roost.call(editing(tweet, body, token));
    }

    private static RawRequest editing(String tweet, String body, String token) {
        return RawRequest.of("PATCH", TWEETS + "/" + tweet).token(token).json(body);
    }

    private static void refused(int status, String code, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.member("code")).isEqualTo(code);
    }
}

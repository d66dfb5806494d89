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
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("Polls: who may vote, what is counted, and who sees what (N2)")
@Timeout(60)
class PollsTest extends NotificationStage {
    private static final String TWEETS = "/api/roost/v1/tweets";

    @Test
    void resultsAreForTheAuthorForVotersAndAtTheEndForAll() {
        String poll = ask("tea", "coffee", "water");
        assertThat(counts(poll, bobs)).containsExactly(-1, -1, -1);
        assertThat(counts(poll, alices)).containsExactly(0, 0, 0);
        assertThat(counts(poll, null)).containsExactly(-1, -1, -1);

        JsonNode answer = expect(200, vote(bobs, poll, "1")).json().path("data");
        assertThat(answer.path("voters_count").asInt()).isOne();
        assertThat(answer.path("own_choice").asInt()).isOne();
        assertThat(counts(answer)).containsExactly(0, 1, 0);
        assertThat(answer).isEqualTo(poll(poll, bobs));
        assertThat(counts(poll, alices)).containsExactly(0, 1, 0);
        assertThat(counts(poll, carols)).containsExactly(-1, -1, -1);
        assertThat(poll(poll, carols).path("voters_count").asInt()).isOne();
        assertThat(poll(poll, carols).has("own_choice")).isFalse();
        assertThat(poll(poll, carols).path("ended").asBoolean()).isFalse();

        roost.clock.advance(Duration.ofMinutes(5));
        assertThat(counts(poll, null)).containsExactly(0, 1, 0);
        assertThat(poll(poll, carols).path("ended").asBoolean()).isTrue();
        assertThat(vote(carols, poll, "0").member("code")).isEqualTo("poll_ended");
        assertThat(counts(poll, carols)).containsExactly(0, 1, 0);
    }

    @Test
    @DisplayName("A vote is final; the same vote again changes nothing (MA#18526, MA#18513, GTS#2464)")
    void aVoteIsFinal() {
        String poll = ask("tea", "coffee");
        JsonNode first = expect(200, vote(bobs, poll, "0")).json();
        assertThat(expect(200, vote(bobs, poll, "0")).json()).isEqualTo(first);
        Answer other = vote(bobs, poll, "1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.member("code")).isEqualTo("already_voted");
        assertThat(counts(poll, bobs)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[0,0]", "[0]", "[99]", "99", "-1", "2", "0.5", "\"0\"", "null", "true"})
    @DisplayName("MA#18526, MA#18513: what is not the index of an option is rejected and not counted")
    void aChoiceIsTheIndexOfAnOption(String choice) {
        String poll = ask("tea", "coffee");
        Answer answer = vote(bobs, poll, choice);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("field")).isEqualTo("choice");
        assertThat(poll(poll, alices).path("voters_count").asInt()).isZero();
    }

    @Test
    void ofManyVotesOfAUserAtOnceOneCounts() throws Exception {
        String poll = ask("tea", "coffee", "water", "juice");
        List<Integer> statuses = Together.call(20, i -> {
            try (RawClient client = new RawClient(roost.port)) {
                return client.call(voting(bobs, poll, Integer.toString(i % 4))).status();
            }
        });
        assertThat(statuses).contains(200).containsOnly(200, 409);
        assertThat(poll(poll, alices).path("voters_count").asInt()).isOne();
        assertThat(counts(poll, alices).stream().mapToInt(votes -> votes).sum()).isOne();
    }

    @Test
    void whoMayNotReadThePollOrIsItsAuthorCannotVote() {
        String poll = ask("tea", "coffee");
        assertThat(vote(alices, poll, "0").member("code")).isEqualTo("own_poll");
        act("PUT", alices, "users", bob, "block");
        assertThat(vote(bobs, poll, "0").status()).isEqualTo(403);
        act("PUT", carols, "users", alice, "block");
        assertThat(vote(carols, poll, "0").status()).isEqualTo(403);
        assertThat(vote(bobs, roost.post(carols, "no poll"), "0").status()).isEqualTo(404);
        assertThat(poll(poll, alices).path("voters_count").asInt()).isZero();
    }

    @Test
    void theVotesOfADeletedPollAreGone() throws Exception {
        String poll = ask("tea", "coffee");
        expect(200, vote(bobs, poll, "0"));
        expect(204, roost.call(RawRequest.of("DELETE", TWEETS + "/" + poll).token(alices)));
        assertThat(vote(carols, poll, "0").status()).isEqualTo(404);
        settle();
        long id = Long.parseLong(poll);
        assertThat(roost.server.stores().tweets().polls().totals(new long[] {id}))
                .isEmpty();
    }

    @Test
    void aPollIsShownWhereverItsTweetIs() {
        String poll = ask("tea", "coffee");
        act("PUT", bobs, "users", alice, "follow");
        act("PUT", carols, "tweets", poll, "retweet");
        expect(200, vote(bobs, poll, "1"));
        for (String list : List.of("timelines/home", "timelines/public", "users/" + alice + "/tweets")) {
            JsonNode page =
                    expect(200, roost.get("/api/roost/v1/" + list, bobs)).json();
            assertThat(page.at("/data/0/poll/own_choice").asInt()).as(list).isOne();
        }
        JsonNode retweets = expect(200, roost.get("/api/roost/v1/users/" + carol + "/tweets", bobs))
                .json();
        assertThat(retweets.at("/data/0").has("poll")).isFalse();
        assertThat(retweets.at("/includes/tweets/0/poll/own_choice").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poll.options | {'options':['tea'],'duration_seconds':300}",
                "poll.options | {'options':['a','b','c','d','e'],'duration_seconds':300}",
                "poll.options | {'options':['tea',' tea '],'duration_seconds':300}",
                "poll.options | {'options':['tea','  '],'duration_seconds':300}",
                "poll.options | {'options':['tea','two\\nlines'],'duration_seconds':300}",
                "poll.options | {'options':['tea','26 characters are too many'],'duration_seconds':300}",
                "poll.options | {'duration_seconds':300}",
                "poll.options[1] | {'options':['tea',null],'duration_seconds':300}",
                "poll.duration_seconds | {'options':['tea','coffee']}",
                "poll.duration_seconds | {'options':['tea','coffee'],'duration_seconds':299}",
                "poll.duration_seconds | {'options':['tea','coffee'],'duration_seconds':604801}",
                "poll.duration_seconds | {'options':['tea','coffee'],'duration_seconds':'300'}",
                "poll.multiple | {'options':['tea','coffee'],'duration_seconds':300,'multiple':true}"
            })
    void aPollThatCannotBeIsRejectedWithItsField(String field, String poll) {
        Answer answer = post(alices, poll.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("field")).isEqualTo(field);
    }

    @Test
    void twentyFiveCharactersOfAnyAlphabetAreAnOption() {
        String cats = "🐈".repeat(25);
        Answer posted = post(alices, "{\"options\":[\"" + cats + "\",\" cafe\u0301 \"],\"duration_seconds\":604800}");
        JsonNode poll = expect(201, posted).json().at("/data/poll");
        assertThat(poll.at("/options/0/text").asText()).isEqualTo(cats);
        assertThat(poll.at("/options/1/text").asText()).isEqualTo("café");
        assertThat(poll.path("id").asText()).isEqualTo(posted.member("id"));
    }

    @Test
    @DisplayName("MA#23536: the author and the voters are told of the end, each once")
    void theEndIsToldOnce() throws Exception {
        String poll = ask("tea", "coffee");
        expect(200, vote(bobs, poll, "0"));
        settle();
        roost.clock.advance(Duration.ofMinutes(5));
        assertThat(told(page(bobs, ""))).isEmpty();
        roost.clock.advance(Duration.ofSeconds(3));
        Await.until(() -> tells(alices).equals(List.of("poll_ended " + poll)));
        assertThat(told(page(bobs, ""))).containsExactly("poll_ended " + poll);
        assertThat(texts(page(bobs, "").at("/data/0/actors"))).containsExactly(alice);
        assertThat(page(bobs, "").at("/includes/tweets/0/poll/ended").asBoolean())
                .isTrue();
        assertThat(told(page(carols, ""))).isEmpty();
        assertThat(unread(bobs)).isOne();
    }

    @Test
    void whoDoesNotWantToKnowIsNotTold() throws Exception {
        String poll = ask("tea", "coffee");
        expect(200, vote(bobs, poll, "0"));
        expect(200, vote(carols, poll, "1"));
        expect(
                200,
                roost.call(RawRequest.of("PATCH", "/api/roost/v1/users/me/preferences")
                        .token(bobs)
                        .json("{\"notifications\":{\"poll_ended\":false}}")));
        settle();
        roost.clock.advance(Duration.ofMinutes(6));
        Await.until(() -> tells(alices).size() == 1);
        assertThat(told(page(carols, ""))).containsExactly("poll_ended " + poll);
        assertThat(told(page(bobs, ""))).isEmpty();
    }

    @Test
    void whoMutesTheConversationIsNotTold() throws Exception {
        String poll = ask("tea", "coffee");
        expect(200, vote(bobs, poll, "0"));
        expect(200, vote(carols, poll, "1"));
        expect(
                204,
                roost.call(RawRequest.of("PUT", TWEETS + "/" + poll + "/mute").token(bobs)));
        settle();
        roost.clock.advance(Duration.ofMinutes(6));
        Await.until(() -> tells(alices).size() == 1);
        assertThat(told(page(carols, ""))).containsExactly("poll_ended " + poll);
        assertThat(told(page(bobs, ""))).isEmpty();
    }

    private List<String> tells(String token) {
        return told(expect(200, roost.get(LIST, token)).json());
    }

    private String ask(String... options) {
        String quoted = String.join("\",\"", options);
        return expect(201, post(alices, "{\"options\":[\"" + quoted + "\"],\"duration_seconds\":300}"))
                .member("id");
    }

    private Answer post(String token, String poll) {
        return roost.call(
                RawRequest.of("POST", TWEETS).token(token).json("{\"content\":\"Which?\",\"poll\":" + poll + "}"));
    }

    private Answer vote(String token, String poll, String choice) {
        return roost.call(voting(token, poll, choice));
    }

    private static RawRequest voting(String token, String poll, String choice) {
        return RawRequest.of("POST", "/api/roost/v1/polls/" + poll + "/votes")
                .token(token)
                .json("{\"choice\":" + choice + "}");
    }

    private JsonNode poll(String tweet, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", TWEETS + "/" + tweet);
        return expect(200, roost.call(token == null ? request : request.token(token)))
                .json()
                .at("/data/poll");
    }

    private List<Integer> counts(String tweet, @Nullable String token) {
        return counts(poll(tweet, token));
    }

    /** -1 for those that are not shown. */
    private static List<Integer> counts(JsonNode poll) {
        return poll.get("options")
                .valueStream()
                .map(option -> option.path("votes_count").asInt(-1))
                .toList();
    }
}

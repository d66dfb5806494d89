package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Direct messages: sending, reading, deleting (H1)")
@Timeout(60)
class MessagesTest extends MessageStage {

    @Test
    void twoUsersHaveExactlyOneConversation() {
        Answer first = expect(201, open(alices, bob));
        assertThat(expect(200, open(bobs, alice)).member("id")).isEqualTo(first.member("id"));
        assertThat(expect(200, open(alices, bob, bob)).member("id")).isEqualTo(first.member("id"));
        JsonNode conversation = first.json().get("data");
        assertThat(conversation.get("kind").asText()).isEqualTo("pair");
        assertThat(conversation.get("status").asText()).isEqualTo("accepted");
        assertThat(conversation.get("members").findValuesAsText("username")).containsExactly("alice", "bob");
        assertThat(conversation.get("unread_count").asInt()).isZero();
    }

    @Test
    void anEmptyConversationIsInTheListOfItsCreatorOnly() {
        String id = pair(alices, bob);
        assertThat(listed(alices, "accepted")).containsExactly(id);
        assertThat(listed(bobs, "accepted")).isEmpty();
        send(alices, id, "hello");
        assertThat(listed(bobs, "accepted")).containsExactly(id);
    }

    @Test
    void messagesAreNumberedWithoutGapsAndEqualForBoth() {
        String id = pair(alices, bob);
        for (int i = 0; i < 5; i++) {
            assertThat(send(i % 2 == 0 ? alices : bobs, id, "m" + i).get("seq").asInt())
                    .isEqualTo(i + 1);
        }
        assertThat(texts(alices, id))
                .containsExactly("m4", "m3", "m2", "m1", "m0")
                .isEqualTo(texts(bobs, id));
    }

    @Test
    @DisplayName("A message with the same client key is sent once, whatever has changed since")
    void aRepeatedKeyIsTheSameMessage() {
        String id = pair(alices, bob);
        JsonNode first = data(201, sendWith(alices, id, "k", "\"text\":\"once\""));
        block("PUT", bobs, alice);
        JsonNode again = data(201, sendWith(alices, id, "k", "\"text\":\"twice\""));
        assertThat(again).isEqualTo(first);
        assertThat(first.get("client_key").asText()).isEqualTo("k");
        assertThat(messages(bobs, id).at("/0/client_key").isMissingNode()).isTrue();
        block("DELETE", bobs, alice);
        assertThat(data(201, sendWith(bobs, id, "k", "\"text\":\"mine\""))
                        .get("seq")
                        .asInt())
                .as("keys belong to a sender")
                .isEqualTo(2);
        assertThat(texts(bobs, id)).containsExactly("mine", "once");
    }

    @Test
    void pagesLeadInBothDirections() {
        String id = pair(alices, bob);
        IntStream.rangeClosed(1, 7).forEach(i -> send(alices, id, "m" + i));
        JsonNode newest = page(id, "limit=3");
        assertThat(seqs(newest)).containsExactly(7, 6, 5);
        JsonNode older = page(id, "limit=3&cursor=" + newest.at("/meta/next").asText());
        assertThat(seqs(older)).containsExactly(4, 3, 2);
        JsonNode oldest = page(id, "limit=3&cursor=" + older.at("/meta/next").asText());
        assertThat(seqs(oldest)).containsExactly(1);
        assertThat(oldest.at("/meta/next").isMissingNode()).isTrue();
        JsonNode up = page(id, "limit=3&cursor=" + oldest.at("/meta/previous").asText());
        assertThat(seqs(up)).containsExactly(4, 3, 2);
        JsonNode above =
                page(id, "limit=3&cursor=" + newest.at("/meta/previous").asText());
        assertThat(seqs(above)).isEmpty();
        send(bobs, id, "m8");
        assertThat(seqs(page(id, "cursor=" + above.at("/meta/previous").asText())))
                .containsExactly(8);
        assertThat(seqs(page(id, "limit=4&around=4"))).containsExactly(5, 4, 3, 2);
        assertThat(seqs(page(id, "limit=4&around=99"))).containsExactly(8, 7);
    }

    private JsonNode page(String id, String query) {
        return expect(200, roost.get(ALL + "/" + id + "/messages?" + query, alices))
                .json();
    }

    private static List<Integer> seqs(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(each -> each.get("seq").asInt())
                .toList();
    }

    @Test
    void textHasEntitiesAndKeepsItsCharacters() {
        String id = pair(alices, bob);
        JsonNode sent = send(alices, id, "see https://example.com, @bob #now \uD83D\uDE00");
        assertThat(sent.at("/entities/urls/0/url").asText()).isEqualTo("https://example.com");
        assertThat(sent.at("/entities/mentions/0/username").asText()).isEqualTo("bob");
        assertThat(sent.at("/entities/hashtags/0/tag").asText()).isEqualTo("now");
        assertThat(send(alices, id, "x".repeat(10_000)).get("text").asText()).hasSize(10_000);
        assertThat(send(alices, id, "\uD83D\uDE00".repeat(10_000)).get("text").asText())
                .hasSize(20_000);
        expect(422, trySend(alices, id, "x".repeat(10_001)));
        assertThat(send(alices, id, "a.".repeat(5_000)).get("text").asText())
                .as("a text that is expensive to search")
                .hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"no key\"}",
                "{\"text\":\"long key\",\"client_key\":\"%s\"}",
                "{\"text\":\"odd key\",\"client_key\":\"a b\"}",
                "{\"text\":\"\",\"client_key\":\"1\"}",
                "{\"text\":\"\\u0000\",\"client_key\":\"1\"}",
                "{\"text\":\"\\u200B\",\"client_key\":\"1\"}",
                "{\"client_key\":\"1\"}",
                "{\"text\":\"x\",\"client_key\":\"1\",\"reply_to_seq\":1}",
                "{\"text\":\"x\",\"client_key\":\"1\",\"reply_to_seq\":-1}",
                "{\"text\":\"x\",\"client_key\":\"1\",\"tweet_id\":\"1\"}",
                "{\"text\":\"x\",\"client_key\":\"1\",\"media_ids\":[\"1\"]}",
            })
    void rejectsWhatIsNoMessage(String body) {
        String id = pair(alices, bob);
        Answer answer =
                expect(422, call("POST", ALL + "/" + id + "/messages", alices, body.replace("%s", "k".repeat(65))));
        assertThat(answer.member("field")).isIn("client_key", "text", "reply_to_seq", "tweet_id", "media_ids");
        assertThat(messages(alices, id)).isEmpty();
    }

    @Test
    void repliesShowWhatTheyReplyTo() {
        String id = pair(alices, bob);
        send(alices, id, "What time?");
        JsonNode reply = data(201, sendWith(bobs, id, "r", "\"text\":\"eight\",\"reply_to_seq\":1"));
        assertThat(reply.at("/reply_to/text").asText()).isEqualTo("What time?");
        assertThat(reply.at("/reply_to/sender_id").asText()).isEqualTo(alice);
        expect(204, call("DELETE", ALL + "/" + id + "/messages/1?for=everyone", alices));
        JsonNode after = messages(bobs, id).at("/0/reply_to");
        assertThat(after.get("seq").asInt()).isOne();
        assertThat(after.has("text")).isFalse();
    }

    @Test
    void aSharedTweetIsACardUnlessTheReaderMayNotSeeIt() {
        String id = pair(alices, bob);
        String tweet = roost.post(carols, "worth sharing");
        JsonNode sent = expect(201, sendWith(alices, id, "t", "\"tweet_id\":\"" + tweet + "\""))
                .json();
        assertThat(sent.at("/data/tweet_id").asText()).isEqualTo(tweet);
        assertThat(sent.at("/includes/tweets/0/content").asText()).isEqualTo("worth sharing");
        block("PUT", carols, bob);
        JsonNode bobsPage =
                expect(200, roost.get(ALL + "/" + id + "/messages", bobs)).json();
        assertThat(bobsPage.at("/data/0/tweet_id").asText()).isEqualTo(tweet);
        assertThat(bobsPage.at("/includes/tweets")).isEmpty();
    }

    @Test
    void mediaArePrivate() {
        String id = pair(alices, bob);
        TestUploads uploads = new TestUploads(roost);
        String medium = uploads.ready(alices, TestMedia.png("between us"), "message");
        JsonNode sent = data(201, sendWith(alices, id, "p", "\"media_ids\":[\"" + medium + "\"]"));
        String url = messages(bobs, id).at("/0/media/0/sizes/0/url").asText();
        assertThat(url).contains("signature=", "reader=" + bob);
        assertThat(sent.at("/media/0/sizes/0/url").asText()).contains("reader=" + alice);
        Answer file = expect(200, roost.call(RawRequest.of("GET", url)));
        assertThat(file.header("cache-control").orElse("")).startsWith("private");
        expect(404, roost.call(RawRequest.of("GET", url).token(carols)));
        expect(404, roost.call(RawRequest.of("GET", url.substring(0, url.indexOf('?')))));
        expect(422, uploads.post(alices, "for all", medium));
        expect(422, sendWith(alices, id, "q", "\"media_ids\":[\"" + medium + "\"]"));
        expect(204, call("DELETE", ALL + "/" + id + "/messages/1?for=everyone", alices));
        expect(404, roost.call(RawRequest.of("GET", url)));
    }

    @Test
    void deletingForOneselfLeavesTheOtherEverything() {
        String id = pair(alices, bob);
        send(alices, id, "first");
        send(alices, id, "second");
        expect(204, call("DELETE", ALL + "/" + id + "/messages/2?for=me", alices));
        expect(204, call("DELETE", ALL + "/" + id + "/messages/2?for=me", alices));
        assertThat(texts(alices, id)).containsExactly("first");
        assertThat(texts(bobs, id)).containsExactly("second", "first");
        assertThat(conversation(alices, id).at("/last_message/text").asText()).isEqualTo("first");
        assertThat(conversation(bobs, id).at("/last_message/text").asText()).isEqualTo("second");
    }

    @Test
    void deletingForEveryoneLeavesAPlaceholderAndIsPossibleForAnHour() {
        String id = pair(alices, bob);
        send(alices, id, "regretted");
        expect(200, call("PUT", ALL + "/" + id + "/messages/1/reactions/%E2%9D%A4%EF%B8%8F", bobs));
        Answer notBobs = expect(403, call("DELETE", ALL + "/" + id + "/messages/1?for=everyone", bobs));
        assertThat(notBobs.member("code")).isEqualTo("not_your_message");
        expect(204, call("DELETE", ALL + "/" + id + "/messages/1?for=everyone", alices));
        JsonNode left = messages(bobs, id).get(0);
        assertThat(left.get("deleted").asBoolean()).isTrue();
        assertThat(left.get("text").asText()).isEmpty();
        assertThat(left.get("reactions")).isEmpty();
        assertThat(unread(bobs, id)).isZero();
        send(alices, id, "kept");
        roost.clock.advance(Duration.ofMinutes(61));
        assertThat(expect(403, call("DELETE", ALL + "/" + id + "/messages/2?for=everyone", alices))
                        .member("code"))
                .isEqualTo("too_late");
    }

    @Test
    void deletingAConversationHidesItUntilTheNextMessage() {
        String id = pair(alices, bob);
        send(bobs, id, "old");
        expect(204, call("DELETE", ALL + "/" + id, alices));
        assertThat(listed(alices, "accepted")).isEmpty();
        assertThat(messages(alices, id)).isEmpty();
        assertThat(unread(alices, id)).isZero();
        assertThat(texts(bobs, id)).containsExactly("old");
        send(bobs, id, "new");
        assertThat(listed(alices, "accepted")).containsExactly(id);
        assertThat(texts(alices, id)).containsExactly("new");
    }

    @ParameterizedTest
    @CsvSource({
        "%F0%9F%91%8D,200",
        "%E2%9D%A4%EF%B8%8F,200",
        "%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7,200",
        "x,422",
        "%F0%9F%91%8D%F0%9F%91%8D,422",
        "%20,422"
    })
    void aReactionIsOneEmoji(String emoji, int status) {
        String id = pair(alices, bob);
        send(alices, id, "hello");
        expect(status, call("PUT", ALL + "/" + id + "/messages/1/reactions/" + emoji, bobs));
    }

    @Test
    void reactionsAreCountedOnceForEachUserAndAtMostFive() {
        String id = pair(alices, bob);
        send(alices, id, "hello");
        String path = ALL + "/" + id + "/messages/1/reactions/";
        for (String emoji : List.of(
                "%F0%9F%91%8D", "%F0%9F%91%8D", "%F0%9F%98%80", "%F0%9F%98%81", "%F0%9F%98%82", "%F0%9F%98%83")) {
            expect(200, call("PUT", path + emoji, bobs));
        }
        expect(422, call("PUT", path + "%F0%9F%98%84", bobs));
        JsonNode thumb = data(200, call("PUT", path + "%F0%9F%91%8D", alices)).at("/reactions/0");
        assertThat(thumb.get("emoji").asText()).isEqualTo("\uD83D\uDC4D");
        assertThat(thumb.get("user_ids").findValuesAsText("")).isEmpty();
        assertThat(thumb.get("user_ids").valueStream().map(JsonNode::asText)).containsExactlyInAnyOrder(alice, bob);
        JsonNode left = data(200, call("DELETE", path + "%F0%9F%91%8D", bobs));
        assertThat(left.get("reactions")).hasSize(5);
    }

    @Test
    @DisplayName("Unread counts come from the marker and the rows; the badge can always be cleared (NEXT 6.2)")
    void unreadCountsFollowTheMarker() throws Exception {
        String id = pair(alices, bob);
        send(alices, id, "1");
        send(alices, id, "2");
        send(bobs, id, "3");
        assertThat(unread(bobs, id)).isEqualTo(2);
        assertThat(unread(alices, id)).isOne();
        assertThat(badge(bobs)).isOne();
        read(bobs, id, 1);
        read(bobs, id, 2);
        read(bobs, id, 1);
        assertThat(unread(bobs, id)).isZero();
        assertThat(conversation(bobs, id).get("read_seq").asInt()).isEqualTo(2);
        read(bobs, id, 99);
        assertThat(conversation(bobs, id).get("read_seq").asInt()).isEqualTo(3);
        assertThat(badge(bobs)).isZero();
        assertThat(badge(alices)).isOne();
        expect(200, call("PUT", ALL + "/" + id + "/mute", alices));
        assertThat(badge(alices)).isZero();
        expect(200, call("DELETE", ALL + "/" + id + "/mute", alices));
        assertThat(data(200, call("POST", ALL + "/read", alices))
                        .get("unread_count")
                        .asInt())
                .isZero();
        assertThat(unread(alices, id)).isZero();
    }

    @Test
    void moreThanAHundredAreNotCounted() {
        String id = pair(alices, bob);
        IntStream.rangeClosed(1, 105).forEach(i -> send(alices, id, "m" + i));
        assertThat(unread(bobs, id)).isEqualTo(100);
    }

    @Test
    void othersSeeHowFarOneHasReadIfBothAllowIt() {
        String id = pair(alices, bob);
        send(alices, id, "seen?");
        read(bobs, id, 1);
        assertThat(member(alices, id, bob).get("read_seq").asInt()).isOne();
        prefer(bobs, "read_receipts", "false");
        assertThat(member(alices, id, bob).has("read_seq")).isFalse();
        assertThat(member(bobs, id, alice).has("read_seq")).isFalse();
        prefer(bobs, "read_receipts", "true");
        prefer(alices, "read_receipts", "false");
        assertThat(member(alices, id, bob).has("read_seq")).isFalse();
    }

    private JsonNode member(String token, String id, String user) {
        return conversation(token, id)
                .get("members")
                .valueStream()
                .filter(each -> each.get("id").asText().equals(user))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conversationsAreListedByTheirLatestMessage() {
        String first = pair(alices, bob);
        String second = pair(alices, carol);
        send(alices, first, "1");
        roost.clock.advance(Duration.ofSeconds(1));
        send(carols, second, "2");
        assertThat(listed(alices, "accepted")).containsExactly(second, first);
        roost.clock.advance(Duration.ofSeconds(1));
        send(bobs, first, "3");
        assertThat(listed(alices, "accepted")).containsExactly(first, second);
        JsonNode page = expect(200, roost.get(ALL + "?limit=1", alices)).json();
        JsonNode next = expect(
                        200,
                        roost.get(
                                ALL + "?limit=1&cursor=" + page.at("/meta/next").asText(), alices))
                .json();
        assertThat(next.at("/data/0/id").asText()).isEqualTo(second);
        assertThat(next.at("/meta/next").isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("Messages are in no count, timeline, search, trend or notification (NEXT 6.2, GTS#3554)")
    void messagesAreNoTweets() throws Exception {
        String id = pair(alices, bob);
        for (int i = 0; i < 10; i++) {
            send(alices, id, "#secretword @bob " + i);
        }
        settle();
        assertThat(data(200, roost.get("/api/roost/v1/users/" + alice, bobs))
                        .get("tweets_count")
                        .asInt())
                .isZero();
        for (String path : List.of(
                "timelines/home",
                "timelines/public",
                "search/tweets?q=secretword&sort=latest",
                "notifications?types=mention",
                "users/" + alice + "/tweets")) {
            assertThat(data(200, roost.get("/api/roost/v1/" + path, bobs)))
                    .as(path)
                    .isEmpty();
        }
    }
}

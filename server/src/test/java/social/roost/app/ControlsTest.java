package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Muted conversations, options of a follow, who may reply, and hidden replies (issue 23.5)")
@Timeout(60)
class ControlsTest {
    private static final String API = "/api/roost/v1/";
    private static final String HOME = API + "timelines/home";

    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;
    private String carols;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(roost.register("carol"));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aMutedConversationNotifiesNoMore() throws Exception {
        String root = roost.post(alices, "what do you think?");
        String reply = roost.reply(bobs, root, "a lot");
        awaitUnread(1);
        expect(204, call("PUT", "tweets/" + reply + "/mute", alices));
        assertThat(strings(API + "muted-conversations")).containsExactly(root);
        roost.reply(carols, reply, "me too, @alice");
        expect(200, call("PUT", "tweets/" + root + "/like", carols));
        expect(200, call("PUT", "tweets/" + root + "/retweet", carols));
        String other = roost.post(alices, "something else");
        roost.reply(carols, other, "yes");
        awaitUnread(2);
        expect(204, call("DELETE", "tweets/" + root + "/mute", alices));
        assertThat(strings(API + "muted-conversations")).isEmpty();
        roost.reply(carols, root, "again");
        awaitUnread(3);
    }

    @Test
    void theMuteOfADeletedConversationCanBeTakenBack() {
        String root = roost.post(bobs, "hello");
        expect(204, call("PUT", "tweets/" + root + "/mute", alices));
        expect(204, call("DELETE", "tweets/" + root, bobs));
        expect(204, call("DELETE", "tweets/" + root + "/mute", alices));
        assertThat(strings(API + "muted-conversations")).isEmpty();
        expect(404, call("DELETE", "tweets/" + root + "/mute", alices));
    }

    @Test
    void theRetweetsOfAFolloweeAreHiddenInHomeOnly() {
        follow("{}");
        String carol = roost.post(carols, "look");
        String own = roost.post(bobs, "mine");
        expect(200, call("PUT", "tweets/" + carol + "/retweet", bobs));
        assertThat(ids(HOME)).hasSize(2);
        JsonNode relationship = follow("{\"hiding_retweets\":true}");
        assertThat(relationship.get("hiding_retweets").asBoolean()).isTrue();
        assertThat(relationship.get("notifying").asBoolean()).isFalse();
        assertThat(ids(HOME)).containsExactly(own);
        assertThat(ids(API + "users/" + bob + "/tweets")).hasSize(2);
        follow("{\"notifying\":true}");
        assertThat(ids(HOME)).containsExactly(own);
        follow("{\"hiding_retweets\":false}");
        assertThat(ids(HOME)).hasSize(2);
    }

    @Test
    void optionsEndWithTheFollow() {
        follow("{\"hiding_retweets\":true,\"notifying\":true}");
        expect(200, call("DELETE", "users/" + bob + "/follow", alices));
        JsonNode ended = relationship(alices, bob);
        assertThat(ended.get("hiding_retweets").asBoolean()).isFalse();
        JsonNode again = follow("{}");
        assertThat(again.get("hiding_retweets").asBoolean()).isFalse();
        assertThat(again.get("notifying").asBoolean()).isFalse();
    }

    @Test
    void eachTweetOfAnAuthorNotifiesWhoWantsIt() throws Exception {
        follow("{\"notifying\":true}");
        String carol = roost.post(carols, "look");
        expect(200, call("PUT", "tweets/" + carol + "/retweet", bobs));
        roost.reply(bobs, carol, "a reply to another");
        String mention = roost.post(bobs, "hello @alice");
        String tweet = roost.post(bobs, "news");
        awaitUnread(2);
        JsonNode listed = expect(200, roost.get(API + "notifications", alices)).json();
        assertThat(listed.at("/data").findValuesAsText("type")).containsExactlyInAnyOrder("tweet", "mention");
        assertThat(listed.at("/data").findValuesAsText("tweet_id")).containsExactlyInAnyOrder(tweet, mention);
        assertThat(expect(200, roost.get(API + "notifications?types=tweet", alices))
                        .json()
                        .at("/data")
                        .findValuesAsText("tweet_id"))
                .containsExactly(tweet);
        expect(204, call("DELETE", "tweets/" + tweet, bobs));
        awaitUnread(1);
        expect(200, call("DELETE", "users/" + bob + "/follow", alices));
        roost.post(bobs, "more news");
        String last = roost.post(bobs, "bye @alice");
        awaitUnread(2);
        assertThat(expect(200, roost.get(API + "notifications", alices)).json().findValuesAsText("tweet_id"))
                .containsExactlyInAnyOrder(mention, last);
    }

    @Test
    void aThreadNotifiesOnce() throws Exception {
        follow("{\"notifying\":true}");
        RawRequest thread = RawRequest.of("POST", API + "threads")
                .token(bobs)
                .json("{\"tweets\":[{\"content\":\"one\"},{\"content\":\"two\"},{\"content\":\"three\"}]}");
        expect(201, roost.call(thread));
        roost.post(bobs, "after it");
        awaitUnread(2);
    }

    @Test
    void aFollowerIsRemovedAndCanFollowAgain() {
        expect(200, call("PUT", "users/" + alice + "/follow", bobs));
        String tweet = roost.post(alices, "hello");
        assertThat(idsOf(HOME, bobs)).containsExactly(tweet);
        JsonNode relationship = expect(200, call("DELETE", "users/me/followers/" + bob, alices))
                .json()
                .get("data");
        assertThat(relationship.get("followed_by").asBoolean()).isFalse();
        assertThat(idsOf(HOME, bobs)).isEmpty();
        assertThat(relationship(bobs, alice).get("following").asBoolean()).isFalse();
        expect(200, call("DELETE", "users/me/followers/" + bob, alices));
        expect(200, call("PUT", "users/" + alice + "/follow", bobs));
        assertThat(idsOf(HOME, bobs)).containsExactly(tweet);
        assertThat(expect(422, call("DELETE", "users/me/followers/" + alice, alices))
                        .member("code"))
                .isEqualTo("self_follow");
    }

    @Test
    void whoMayReplyIsChosenForTheWholeConversation() {
        follow("{}");
        String followees = posted("{\"content\":\"for those I follow\",\"replies\":\"followees\"}");
        String mentioned = posted("{\"content\":\"only for @Carol\",\"replies\":\"mentioned\"}");
        String everyone = posted("{\"content\":\"for all\",\"replies\":\"everyone\"}");
        JsonNode shown =
                expect(200, roost.get(API + "tweets/" + followees, carols)).json();
        assertThat(shown.at("/data/replies").asText()).isEqualTo("followees");
        assertThat(expect(200, roost.get(API + "tweets/" + everyone, carols))
                        .json()
                        .at("/data")
                        .has("replies"))
                .isFalse();
        refused(carols, followees);
        String bobsReply = roost.reply(bobs, followees, "thank you");
        refused(carols, bobsReply);
        roost.reply(alices, bobsReply, "welcome");
        refused(bobs, mentioned);
        roost.reply(carols, mentioned, "here I am");
        roost.reply(alices, mentioned, "good");
        roost.reply(carols, everyone, "me too");
        roost.quote(carols, followees, "then I quote it");
        expect(204, call("DELETE", "tweets/" + followees, alices));
        roost.reply(carols, bobsReply, "now there is no rule");
    }

    @Test
    void onlyABeginningSaysWhoMayReply() {
        String root = roost.post(bobs, "hello");
        for (String draft : List.of(
                "{\"content\":\"x\",\"replies\":\"friends\"}",
                "{\"content\":\"x\",\"replies\":\"\"}",
                "{\"content\":\"x\",\"reply_to_id\":\"" + root + "\",\"replies\":\"mentioned\"}")) {
            Answer refused = expect(
                    422,
                    roost.call(
                            RawRequest.of("POST", API + "tweets").token(alices).json(draft)));
            assertThat(refused.member("field")).isEqualTo("replies");
        }
        RawRequest thread = RawRequest.of("POST", API + "threads")
                .token(alices)
                .json("{\"tweets\":[{\"content\":\"one\"},{\"content\":\"two\",\"replies\":\"mentioned\"}]}");
        assertThat(expect(422, roost.call(thread)).member("field")).isEqualTo("tweets[1].replies");
    }

    @Test
    void aHiddenReplyIsBehindItsTweet() {
        String root = roost.post(alices, "what do you think?");
        String hidden = roost.reply(bobs, root, "rubbish");
        String below = roost.reply(carols, hidden, "indeed");
        String shown = roost.reply(carols, root, "great");
        assertThat(conversation(root, bobs)).containsExactly(root, hidden, below, shown);
        expect(204, call("PUT", "tweets/" + hidden + "/hide", alices));
        expect(204, call("PUT", "tweets/" + hidden + "/hide", alices));
        assertThat(conversation(root, bobs)).containsExactly(root, shown);
        assertThat(hiddenReplies(root, bobs)).isOne();
        assertThat(idsOf(API + "tweets/" + root + "/hidden-replies", bobs)).containsExactly(hidden);
        assertThat(conversation(hidden, bobs)).containsExactly(root, hidden, below);
        expect(403, call("PUT", "tweets/" + below + "/hide", alices));
        expect(204, call("PUT", "tweets/" + below + "/hide", bobs));
        expect(204, call("DELETE", "tweets/" + hidden + "/hide", alices));
        assertThat(conversation(root, carols)).containsExactly(root, hidden, shown);
        assertThat(idsOf(API + "tweets/" + root + "/hidden-replies", bobs)).isEmpty();
    }

    @Test
    void whatIsBelowAHiddenReplyStaysHiddenWhenTheReplyIsDeleted() {
        String root = roost.post(alices, "what do you think?");
        String hidden = roost.reply(bobs, root, "rubbish");
        String _ = roost.reply(carols, hidden, "indeed");
        expect(204, call("PUT", "tweets/" + hidden + "/hide", alices));
        expect(204, call("DELETE", "tweets/" + hidden, bobs));
        assertThat(conversation(root, carols)).containsExactly(root);
        assertThat(hiddenReplies(root, carols)).isZero();
    }

    @Test
    void aReplyOfAUserWhoBlocksTheAuthorCanBeHidden() {
        String root = roost.post(alices, "what do you think?");
        String reply = roost.reply(bobs, root, "rubbish");
        expect(200, call("PUT", "users/" + alice + "/block", bobs));
        expect(204, call("PUT", "tweets/" + reply + "/hide", alices));
        assertThat(conversation(root, carols)).containsExactly(root);
        assertThat(hiddenReplies(root, carols)).isOne();
        assertThat(hiddenReplies(root, alices)).isZero();
        expect(204, call("DELETE", "tweets/" + reply + "/hide", alices));
        assertThat(conversation(root, carols)).containsExactly(root, reply);
    }

    @Test
    void listsForgetTheOptionsOfAnEndedFollow() {
        follow("{\"hiding_retweets\":true}");
        RawRequest create = RawRequest.of("POST", API + "lists").token(alices).json("{\"name\":\"Birders\"}");
        String list = expect(201, roost.call(create)).member("id");
        expect(200, call("PUT", "lists/" + list + "/members/" + bob, alices));
        String tweet = roost.post(carols, "look");
        expect(200, call("PUT", "tweets/" + tweet + "/retweet", bobs));
        assertThat(idsOf(API + "lists/" + list + "/tweets", alices)).isEmpty();
        expect(200, call("DELETE", "users/" + bob + "/follow", alices));
        assertThat(idsOf(API + "lists/" + list + "/tweets", alices)).hasSize(1);
    }

    @Test
    void onlyTheAuthorOfTheTweetAboveHidesAReply() {
        String root = roost.post(alices, "what do you think?");
        String reply = roost.reply(bobs, root, "rubbish");
        for (String token : List.of(bobs, carols)) {
            assertThat(expect(403, call("PUT", "tweets/" + reply + "/hide", token))
                            .member("code"))
                    .isEqualTo("not_a_reply_to_you");
        }
        expect(403, call("PUT", "tweets/" + root + "/hide", alices));
        String own = roost.reply(alices, root, "a continuation");
        expect(403, call("PUT", "tweets/" + own + "/hide", alices));
    }

    private void refused(String token, String to) {
        RawRequest reply = RawRequest.of("POST", API + "tweets")
                .token(token)
                .json("{\"content\":\"x\",\"reply_to_id\":\"" + to + "\"}");
        Answer refused = expect(403, roost.call(reply));
        assertThat(refused.member("code")).isEqualTo("replies_restricted");
        assertThat(refused.member("field")).isEqualTo("reply_to_id");
    }

    private String posted(String body) {
        return expect(
                        201,
                        roost.call(RawRequest.of("POST", API + "tweets")
                                .token(alices)
                                .json(body)))
                .member("id");
    }

    private JsonNode follow(String options) {
        return expect(
                        200,
                        roost.call(RawRequest.of("PUT", API + "users/" + bob + "/follow")
                                .token(alices)
                                .json(options)))
                .json()
                .get("data");
    }

    private Answer call(String method, String path, String token) {
        return roost.call(RawRequest.of(method, API + path).token(token));
    }

    private int hiddenReplies(String id, String token) {
        return expect(200, roost.get(API + "tweets/" + id + "/conversation", token))
                .json()
                .at("/meta/hidden_replies")
                .asInt();
    }

    private JsonNode relationship(String token, String other) {
        return roost.get(API + "relationships?ids=" + other, token).json().at("/data/0");
    }

    private List<String> conversation(String id, String token) {
        return idsOf(API + "tweets/" + id + "/conversation", token);
    }

    private List<String> ids(String list) {
        return idsOf(list, alices);
    }

    private List<String> idsOf(String list, String token) {
        return expect(200, roost.get(list, token)).json().get("data").findValuesAsText("id");
    }

    private List<String> strings(String list) {
        return expect(200, roost.get(list, alices))
                .json()
                .get("data")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** What is notified comes soon, and nothing else does. */
    private void awaitUnread(int count) throws InterruptedException {
        Await.until(() -> unread() == count);
        var events = roost.server.stores().infrastructure().events();
        Await.until(() -> events.lag("notifications") == 0 && events.lag("announcements") == 0);
        assertThat(unread()).isEqualTo(count);
    }

    private int unread() {
        return expect(200, roost.get(API + "notifications/unread-count", alices))
                .json()
                .at("/data/unread_count")
                .asInt();
    }
}

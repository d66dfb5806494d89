package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.http.Answer;
import social.roost.user.Moderation;

@DisplayName("Who may message whom: requests, groups and blocks (H1, B4)")
@Timeout(60)
class MessageRequestsTest extends MessageStage {

    private void unfollow(String token, String other) {
        expect(200, call("DELETE", "/api/roost/v1/users/" + other + "/follow", token));
    }

    @Test
    void whatStrangersWriteIsARequestThatDoesNotRing() {
        unfollow(bobs, alice);
        String id = pair(alices, bob);
        String medium = new TestUploads(roost).ready(alices, TestMedia.png("unasked"), "message");
        expect(201, sendWith(alices, id, "1", "\"text\":\"hi\",\"media_ids\":[\"" + medium + "\"]"));
        assertThat(listed(bobs, "accepted")).isEmpty();
        assertThat(listed(bobs, "request")).containsExactly(id);
        assertThat(badge(bobs)).isZero();
        JsonNode seen = messages(bobs, id).get(0);
        assertThat(seen.get("media")).isEmpty();
        assertThat(seen.get("media_count").asInt()).isOne();
        read(bobs, id, 1);
        assertThat(conversation(alices, id).at("/members/1/read_seq").isMissingNode())
                .isTrue();
        assertThat(conversation(alices, id).at("/members/1/status").asText()).isEqualTo("request");
        expect(403, call("PUT", ALL + "/" + id + "/messages/1/reactions/%F0%9F%91%8D", bobs));

        expect(200, call("POST", ALL + "/" + id + "/accept", bobs));
        assertThat(listed(bobs, "accepted")).containsExactly(id);
        assertThat(listed(bobs, "request")).isEmpty();
        assertThat(messages(bobs, id).at("/0/media")).hasSize(1);
        assertThat(conversation(alices, id).at("/members/1/read_seq").asInt()).isOne();
    }

    @Test
    void replyingAcceptsARequest() {
        unfollow(bobs, alice);
        String id = pair(alices, bob);
        send(alices, id, "hi");
        send(bobs, id, "hello");
        assertThat(listed(bobs, "accepted")).containsExactly(id);
    }

    @Test
    void aDeletedRequestComesBackWithTheNextMessageOnly() {
        unfollow(bobs, alice);
        String id = pair(alices, bob);
        send(alices, id, "hi");
        expect(204, call("DELETE", ALL + "/" + id, bobs));
        assertThat(listed(bobs, "request")).isEmpty();
        send(alices, id, "hello?");
        assertThat(listed(bobs, "request")).containsExactly(id);
        assertThat(texts(bobs, id)).containsExactly("hello?");
    }

    @Test
    void everyoneMayWriteToThoseWhoWantThat() {
        unfollow(bobs, alice);
        prefer(bobs, "from", "\"everyone\"");
        String id = pair(alices, bob);
        send(alices, id, "hi");
        assertThat(listed(bobs, "accepted")).containsExactly(id);
        assertThat(badge(bobs)).isOne();
    }

    @Test
    @DisplayName("Nobody may write: the rejection is the same as that of a block, and accepted conversations go on")
    void nobodyLooksLikeABlock() {
        String accepted = pair(alices, bob);
        send(alices, accepted, "before");
        prefer(bobs, "from", "\"nobody\"");
        send(alices, accepted, "after");
        Answer nobody = expect(403, open(carols, bob));
        prefer(bobs, "from", "\"followees\"");
        block("PUT", bobs, carol);
        Answer blocked = expect(403, open(carols, bob));
        assertThat(blocked.member("code")).isEqualTo("messages_not_accepted").isEqualTo(nobody.member("code"));
        assertThat(blocked.member("detail")).isEqualTo(nobody.member("detail"));
    }

    @Test
    void aPendingRequestEndsWhenNobodyMayWriteAnyMore() {
        unfollow(bobs, alice);
        String id = pair(alices, bob);
        send(alices, id, "hi");
        prefer(bobs, "from", "\"nobody\"");
        expect(403, trySend(alices, id, "hello?"));
    }

    @Test
    void preferencesAreChecked() {
        expect(
                422,
                call("PATCH", "/api/roost/v1/users/me/preferences", alices, "{\"messages\":{\"from\":\"friends\"}}"));
        assertThat(data(200, roost.get("/api/roost/v1/users/me/preferences", alices))
                        .at("/messages/from")
                        .asText())
                .isEqualTo("followees");
    }

    @Test
    void inAPairNeitherWritesWhileOneBlocksTheOtherAndTheHistoryStays() {
        String id = pair(alices, bob);
        send(alices, id, "hi");
        block("PUT", bobs, alice);
        for (String token : new String[] {alices, bobs}) {
            assertThat(expect(403, trySend(token, id, "no")).member("code")).isEqualTo("messages_not_accepted");
            expect(403, call("PUT", ALL + "/" + id + "/messages/1/reactions/%F0%9F%91%8D", token));
            expect(204, call("POST", ALL + "/" + id + "/typing", token));
            assertThat(texts(token, id)).containsExactly("hi");
            read(token, id, 1);
        }
        assertThat(badge(bobs)).isZero();
        block("PUT", alices, bob);
        block("DELETE", bobs, alice);
        expect(403, trySend(bobs, id, "only the blocker lifts a block"));
        block("DELETE", alices, bob);
        send(bobs, id, "again");
    }

    @Test
    void inAGroupTheBlockerDoesNotSeeTheOthersMessages() {
        String id = group(alices, "Birds", bob, carol);
        block("PUT", bobs, alice);
        send(alices, id, "for carol");
        send(bobs, id, "for all");
        assertThat(texts(carols, id)).containsExactly("for all", "for carol");
        assertThat(texts(alices, id)).containsExactly("for all", "for carol");
        JsonNode hidden = messages(bobs, id).get(1);
        assertThat(hidden.get("hidden").asBoolean()).isTrue();
        assertThat(hidden.get("text").asText()).isEmpty();
        assertThat(unread(bobs, id)).isZero();
        assertThat(unread(carols, id)).isEqualTo(2);
        assertThat(data(200, roost.get(ALL + "/search?q=carol", bobs))).isEmpty();
    }

    @Test
    @DisplayName(
            "Neither of two who block each other adds the other to a group (Signal-iOS#5296, Signal-Android#10970)")
    void blocksForbidInvitations() {
        block("PUT", bobs, alice);
        for (String[] pair : new String[][] {{alices, bob}, {bobs, alice}}) {
            Answer refused = expect(
                    403,
                    call("POST", ALL, pair[0], "{\"member_ids\":%s,\"name\":\"x\"}".formatted(ids(pair[1], carol))));
            assertThat(refused.member("code")).isEqualTo("messages_not_accepted");
        }
        String group = group(alices, "Birds", carol);
        expect(403, call("PUT", ALL + "/" + group + "/members/" + bob, alices));
    }

    @Test
    void invitationsMustBeAccepted() {
        String id = expect(
                        201,
                        call("POST", ALL, alices, "{\"member_ids\":%s,\"name\":\"Birds\"}".formatted(ids(bob, carol))))
                .member("id");
        send(alices, id, "welcome");
        assertThat(listed(bobs, "request")).containsExactly(id);
        assertThat(badge(bobs)).isZero();
        expect(200, call("POST", ALL + "/" + id + "/accept", bobs));
        assertThat(listed(bobs, "accepted")).containsExactly(id);
        expect(204, call("DELETE", ALL + "/" + id, carols));
        expect(404, roost.get(ALL + "/" + id, carols));
        assertThat(conversation(alices, id).get("members")).hasSize(2);
    }

    @Test
    void adminsManageAGroupAndThereIsAlwaysOne() {
        String id = group(alices, "Birds", bob);
        expect(403, call("PATCH", ALL + "/" + id, bobs, "{\"name\":\"Mine\"}"));
        expect(403, call("PUT", ALL + "/" + id + "/members/" + carol, bobs));
        expect(403, call("DELETE", ALL + "/" + id + "/members/" + alice, bobs));
        expect(200, call("PATCH", ALL + "/" + id, alices, "{\"name\":\"More birds\"}"));
        assertThat(conversation(bobs, id).get("name").asText()).isEqualTo("More birds");
        expect(204, call("DELETE", ALL + "/" + id + "/members/" + alice, alices));
        expect(404, roost.get(ALL + "/" + id, alices));
        assertThat(conversation(bobs, id).at("/members/0/admin").asBoolean()).isTrue();
        expect(200, call("PUT", ALL + "/" + id + "/members/" + carol, bobs, "{\"admin\":false}"));
        expect(200, call("PUT", ALL + "/" + id + "/members/" + bob, bobs, "{\"admin\":false}"));
        assertThat(conversation(bobs, id).at("/members/0/admin").asBoolean())
                .as("the last admin stays one")
                .isTrue();
    }

    @Test
    void whoReturnsSeesOnlyTheNewPart() {
        String id = group(alices, "Birds", bob, carol);
        send(alices, id, "before");
        expect(204, call("DELETE", ALL + "/" + id + "/members/" + bob, bobs));
        send(alices, id, "meanwhile");
        expect(404, trySend(bobs, id, "still here?"));
        assertThat(listed(bobs, "accepted")).isEmpty();
        expect(200, call("PUT", ALL + "/" + id + "/members/" + bob, alices));
        expect(200, call("POST", ALL + "/" + id + "/accept", bobs));
        send(alices, id, "after");
        assertThat(texts(bobs, id)).containsExactly("after");
        assertThat(unread(bobs, id)).isOne();
        expect(404, call("DELETE", ALL + "/" + id + "/messages/1?for=me", bobs));
        expect(422, sendWith(bobs, id, "r", "\"text\":\"what?\",\"reply_to_seq\":1"));
        JsonNode reply = data(201, sendWith(alices, id, "s", "\"text\":\"that\",\"reply_to_seq\":1"));
        assertThat(reply.at("/reply_to/text").asText()).isEqualTo("before");
        assertThat(messages(bobs, id).at("/0/reply_to").has("text")).isFalse();
    }

    @Test
    void nobodyWritesToTheSuspendedAndTheirMessagesAreHiddenInGroups() {
        String pair = pair(alices, bob);
        send(bobs, pair, "hi");
        String group = group(alices, "Birds", bob, carol);
        send(bobs, group, "spam");
        UserFeature users = roost.server.features().users;
        boolean suspended = new Moderation(
                        roost.server.stores().users().accounts(), users.suspensions, users.sessions, roost.clock)
                .suspend(Long.parseLong(bob));
        assertThat(suspended).isTrue();
        expect(403, trySend(alices, pair, "hello?"));
        expect(403, open(carols, bob));
        assertThat(texts(alices, pair)).containsExactly("hi");
        assertThat(messages(carols, group).at("/0/hidden").asBoolean()).isTrue();
        assertThat(unread(carols, group)).isZero();
        read(alices, pair, 1);
        assertThat(badge(alices)).isZero();
    }

    @Test
    void aGroupHasUpToFiftyMembers() {
        String[] many = new String[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = Integer.toString(i + 1);
        }
        expect(422, call("POST", ALL, alices, "{\"member_ids\":" + ids(many) + "}"));
        expect(422, open(alices, alice));
        expect(403, open(alices, "1"));
    }

    @Test
    void everyRequestCountsAlsoRepeatedInvitationsOfTheSameUser() {
        unfollow(bobs, alice);
        String body = "{\"member_ids\":%s,\"name\":\"spam\"}".formatted(ids(bob));
        for (int i = 0; i < 20; i++) {
            expect(201, call("POST", ALL, alices, body));
        }
        Answer refused = expect(429, call("POST", ALL, alices, body));
        assertThat(refused.member("code")).isEqualTo("too_many_strangers");
        expect(201, open(alices, carol));
    }

    @Test
    void reactionsOfTheBlockedAreHidden() {
        String id = group(alices, "Birds", bob, carol);
        send(carols, id, "hi");
        expect(200, call("PUT", ALL + "/" + id + "/messages/1/reactions/%F0%9F%91%8D", bobs));
        block("PUT", alices, bob);
        assertThat(messages(alices, id).at("/0/reactions")).isEmpty();
        assertThat(messages(carols, id).at("/0/reactions")).hasSize(1);
    }

    @Test
    void requestsShowNoSharedTweetsEither() {
        unfollow(bobs, alice);
        String id = pair(alices, bob);
        String tweet = roost.post(alices, "a picture may be here");
        expect(201, sendWith(alices, id, "1", "\"tweet_id\":\"" + tweet + "\""));
        String path = ALL + "/" + id + "/messages";
        assertThat(expect(200, roost.get(path, bobs)).json().at("/includes/tweets"))
                .isEmpty();
        expect(200, call("POST", ALL + "/" + id + "/accept", bobs));
        assertThat(expect(200, roost.get(path, bobs)).json().at("/includes/tweets"))
                .hasSize(1);
    }

    @Test
    void whatOneDeletedForOneselfIsInNoReplyAndTakesNoReaction() {
        String id = pair(alices, bob);
        send(alices, id, "regretted");
        expect(201, sendWith(bobs, id, "r", "\"text\":\"why?\",\"reply_to_seq\":1"));
        expect(204, call("DELETE", ALL + "/" + id + "/messages/1?for=me", alices));
        assertThat(messages(alices, id).at("/0/reply_to").has("text")).isFalse();
        assertThat(messages(bobs, id).at("/0/reply_to/text").asText()).isEqualTo("regretted");
        expect(404, call("PUT", ALL + "/" + id + "/messages/1/reactions/%F0%9F%91%8D", alices));
    }
}

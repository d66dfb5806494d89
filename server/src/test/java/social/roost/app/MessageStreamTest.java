package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Messages, markers and typing on streams (H1, G2)")
@Timeout(60)
class MessageStreamTest extends MessageStage {

    private StreamClient stream(String token) {
        StreamClient client = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", token);
        var _ = client.next("unread");
        return client;
    }

    @Test
    void messagesReachBothUsers() {
        String id = pair(alices, bob);
        try (StreamClient bobSees = stream(bobs);
                StreamClient aliceSees = stream(alices)) {
            send(alices, id, "hi");
            JsonNode seen = bobSees.next("message");
            assertThat(seen.at("/data/text").asText()).isEqualTo("hi");
            assertThat(seen.at("/data/client_key").isMissingNode()).isTrue();
            assertThat(seen.at("/includes/users/0/username").asText()).isEqualTo("alice");
            assertThat(aliceSees.next("message").at("/data/client_key").asText())
                    .isNotEmpty();
            expect(200, call("PUT", ALL + "/" + id + "/messages/1/reactions/%F0%9F%91%8D", bobs));
            assertThat(aliceSees
                            .next("message")
                            .at("/data/reactions/0/user_ids/0")
                            .asText())
                    .isEqualTo(bob);
            expect(204, call("DELETE", ALL + "/" + id + "/messages/1?for=everyone", alices));
            var _ = bobSees.next("message");
            assertThat(bobSees.next("message").at("/data/deleted").asBoolean()).isTrue();
        }
    }

    @Test
    void markersReachThoseWhoMaySeeThemAndOwnDevices() {
        String id = pair(alices, bob);
        send(alices, id, "hi");
        try (StreamClient aliceSees = stream(alices);
                StreamClient bobSees = stream(bobs)) {
            read(bobs, id, 1);
            JsonNode marker = aliceSees.next("message_read");
            assertThat(marker.get("user_id").asText()).isEqualTo(bob);
            assertThat(marker.get("seq").asInt()).isOne();
            assertThat(bobSees.next("message_read").get("conversation_id").asText())
                    .isEqualTo(id);
            prefer(bobs, "read_receipts", "false");
            send(alices, id, "hello");
            read(bobs, id, 2);
            assertThat(bobSees.next("message_read").get("seq").asInt()).isEqualTo(2);
            aliceSees.expectNo("message_read");
        }
    }

    @Test
    void typingIsTold() {
        String id = pair(alices, bob);
        try (StreamClient bobSees = stream(bobs)) {
            expect(204, call("POST", ALL + "/" + id + "/typing", alices));
            JsonNode typing = bobSees.next("typing");
            assertThat(typing.get("conversation_id").asText()).isEqualTo(id);
            assertThat(typing.get("user_id").asText()).isEqualTo(alice);
        }
    }

    @Test
    void requestsSendNothingUntilTheyAreAccepted() {
        expect(200, call("DELETE", "/api/roost/v1/users/" + alice + "/follow", bobs));
        String id = pair(alices, bob);
        try (StreamClient bobSees = stream(bobs);
                StreamClient aliceSees = stream(alices)) {
            send(alices, id, "hi");
            expect(204, call("POST", ALL + "/" + id + "/typing", alices));
            read(bobs, id, 1);
            expect(204, call("POST", ALL + "/" + id + "/typing", bobs));
            aliceSees.expectNo("message_read");
            aliceSees.expectNo("typing");
            bobSees.expectNo("message");
            bobSees.expectNo("typing");
            expect(200, call("POST", ALL + "/" + id + "/accept", bobs));
            assertThat(aliceSees.next("conversation").get("conversation_id").asText())
                    .isEqualTo(id);
            send(alices, id, "hello");
            assertThat(bobSees.next("message").at("/data/text").asText()).isEqualTo("hello");
        }
    }

    @Test
    void inGroupsNothingArrivesFromTheBlocked() {
        String id = group(alices, "Birds", bob, carol);
        block("PUT", bobs, alice);
        try (StreamClient bobSees = stream(bobs);
                StreamClient carolSees = stream(carols)) {
            send(alices, id, "for carol");
            expect(204, call("POST", ALL + "/" + id + "/typing", alices));
            assertThat(carolSees.next("message").at("/data/text").asText()).isEqualTo("for carol");
            var _ = carolSees.next("typing");
            bobSees.expectNo("message");
            bobSees.expectNo("typing");
        }
    }

    @Test
    void membersWhoAreRemovedAreTold() {
        String id = group(alices, "Birds", bob);
        try (StreamClient bobSees = stream(bobs)) {
            expect(204, call("DELETE", ALL + "/" + id + "/members/" + bob, alices));
            assertThat(bobSees.next("conversation").get("conversation_id").asText())
                    .isEqualTo(id);
            send(alices, id, "without bob");
            bobSees.expectNo("message");
        }
    }
}

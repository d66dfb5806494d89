package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Direct messages between two users and in a group. */
interface MessageJourneys extends Journey {
    @Test
    default void twoUsersWriteToEachOtherPrivatelyH1E1() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        Uploads uploads = new Uploads(address());
        String id = open(alice, Map.of("member_ids", List.of(bob.id())));
        try (Listener bobSees = Listener.webSocket(bob.streamAddress("/stream"));
                Listener aliceSees = Listener.webSocket(alice.streamAddress("/stream"))) {
            List.of(bobSees, aliceSees).forEach(each -> each.next("unread"));
            var _ = alice.send("POST", "/conversations/" + id + "/typing").expect(204);
            assertThat(bobSees.next("typing").path("user_id").asText()).isEqualTo(alice.id());
            String picture = uploads.ready(alice, "image/png", Uploads.png(640, 480, Color.GREEN), "message");
            Map<String, Object> draft =
                    Map.of("client_key", "1", "text", "For your eyes only", "media_ids", List.of(picture));
            JsonNode sent = send(alice, id, draft);
            assertThat(send(alice, id, draft).path("id")).isEqualTo(sent.path("id"));
            JsonNode seen = bobSees.next("message").path("data");
            assertThat(seen.path("text").asText()).isEqualTo("For your eyes only");
            String url = seen.at("/media/0/sizes/0/url").asText();
            assertThat(uploads.file(url).statusCode()).isEqualTo(200);
            assertThat(uploads.file(url.substring(0, url.indexOf('?'))).statusCode())
                    .isEqualTo(404);
            assertThat(unread(bob)).isEqualTo(1);
            var _ = bob.post("/conversations/" + id + "/read", Map.of("seq", 1)).expect(200);
            assertThat(aliceSees.next("message_read").path("seq").asInt()).isOne();
            assertThat(unread(bob)).isZero();
            assertThat(bob.get("/conversations/search?q=eyes").expect(200).ids())
                    .containsExactly(sent.path("id").asText());
            var _ = alice.send("DELETE", "/conversations/" + id + "/messages/1?for=everyone")
                    .expect(204);
            assertThat(bobSees.next("message").at("/data/deleted").asBoolean()).isTrue();
            Await.equal("gone", () -> uploads.file(url).statusCode(), 404);
        }
    }

    @Test
    default void strangersAskAndGroupsInviteH1B4() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String request = open(alice, Map.of("member_ids", List.of(bob.id())));
        var _ = send(alice, request, Map.of("client_key", "1", "text", "Do you know me?"));
        assertThat(bob.get("/conversations").expect(200).ids()).isEmpty();
        assertThat(bob.get("/conversations?status=request").expect(200).ids()).containsExactly(request);
        var _ = send(bob, request, Map.of("client_key", "1", "text", "I do."));
        assertThat(bob.get("/conversations").expect(200).ids()).containsExactly(request);

        String group = open(alice, Map.of("member_ids", List.of(bob.id(), carol.id()), "name", "Birds"));
        var _ = bob.send("POST", "/conversations/" + group + "/accept").expect(200);
        var _ = send(bob, group, Map.of("client_key", "1", "text", "Hello, all"));
        var _ = alice.send("PUT", "/users/" + bob.id() + "/block").expect(200);
        JsonNode hidden = alice.get("/conversations/" + group + "/messages")
                .expect(200)
                .json()
                .at("/data/0");
        assertThat(hidden.path("hidden").asBoolean()).isTrue();
        assertThat(hidden.path("text").asText()).isEmpty();
        assertThat(alice.post("/conversations/" + request + "/messages", Map.of("client_key", "2", "text", "And now?"))
                        .expect(403)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("messages_not_accepted");
        var _ = alice.send("DELETE", "/conversations/" + group + "/members/" + carol.id())
                .expect(204);
        var _ = carol.get("/conversations/" + group).expect(404);
    }

    private static String open(Client client, Map<String, Object> conversation) {
        return client.post("/conversations", conversation).expect(201).text("/data/id");
    }

    private static JsonNode send(Client client, String conversation, Map<String, Object> draft) {
        return client.post("/conversations/" + conversation + "/messages", draft)
                .expect(201)
                .data();
    }

    private static int unread(Client reader) {
        return reader.get("/conversations/unread-count")
                .expect(200)
                .data()
                .path("unread_count")
                .asInt(-1);
    }
}

package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Edits of tweets. */
interface EditJourneys extends Journey {
    @Test
    default void anEditReachesFollowersAndWhoRepliedN3() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        String id = alice.post("/tweets", Map.of("content", "Good mornign"))
                .expect(201)
                .text("/data/id");
        var _ = bob.post("/tweets", Map.of("content", "Good morning!", "reply_to_id", id))
                .expect(201);
        assertThat(bob.get("/tweets/" + id).expect(200).text("/data/content")).isEqualTo("Good mornign");
        try (Listener bobSees = Listener.webSocket(bob.streamAddress("/stream"))) {
            JsonNode _ = bobSees.next("unread");
            assertThat(alice.send("PATCH", "/tweets/" + id, Map.of("content", "Good morning"))
                            .expect(200)
                            .text("/data/content"))
                    .isEqualTo("Good morning");
            assertThat(bobSees.next("edit").at("/data/content").asText()).isEqualTo("Good morning");
        }
        Await.equal("the notification of the edit", () -> edits(bob), List.of(id));
        assertThat(bob.get("/tweets/" + id).expect(200).text("/data/content")).isEqualTo("Good morning");
        assertThat(bob.get("/tweets/" + id + "/revisions").expect(200).data().findValuesAsText("content"))
                .containsExactly("Good mornign", "Good morning");
        var _ = bob.send("PATCH", "/tweets/" + id, Map.of("content", "bob's")).expect(403);
        var _ = alice.send("DELETE", "/tweets/" + id).expect(204);
        var _ = alice.send("PATCH", "/tweets/" + id, Map.of("content", "back")).expect(404);
        var _ = bob.get("/tweets/" + id + "/revisions").expect(404);
    }

    private static List<String> edits(Client reader) {
        return reader.get("/notifications?types=edit").expect(200).data().findValuesAsText("tweet_id");
    }
}

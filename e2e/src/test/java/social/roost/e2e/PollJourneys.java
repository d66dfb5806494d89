package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Polls, and tweets that are not posted yet. */
interface PollJourneys extends Journey {
    @Test
    default void usersVoteAndSeeTheResultsN2() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        Map<String, Object> poll = Map.of("options", List.of("tea", "coffee"), "duration_seconds", 300);
        String id;
        try (Listener bobSees = Listener.webSocket(bob.streamAddress("/stream"))) {
            JsonNode _ = bobSees.next("unread");
            id = alice.post("/tweets", Map.of("content", "Which?", "poll", poll))
                    .expect(201)
                    .text("/data/id");
            JsonNode seen = bobSees.next("tweet").at("/data/poll");
            assertThat(seen.path("id").asText()).isEqualTo(id);
            assertThat(seen.at("/options/0").has("votes_count")).isFalse();
        }
        JsonNode voted = bob.post("/polls/" + id + "/votes", Map.of("choice", 1))
                .expect(200)
                .data();
        assertThat(voted.at("/options/1/votes_count").asInt()).isOne();
        var _ = bob.post("/polls/" + id + "/votes", Map.of("choice", 0)).expect(409);
        var _ = alice.post("/polls/" + id + "/votes", Map.of("choice", 0)).expect(403);
        assertThat(alice.get("/tweets/" + id)
                        .expect(200)
                        .data()
                        .at("/poll/options/1/votes_count")
                        .asInt())
                .isOne();
        assertThat(bob.get("/timelines/home")
                        .expect(200)
                        .json()
                        .at("/data/0/poll/own_choice")
                        .asInt())
                .isOne();
    }

    @Test
    default void tweetsWaitForTheirTimeAndDraftsForTheirAuthorN3() {
        Client alice = join("alice");
        String soon = Instant.now()
                .plus(Duration.ofSeconds(62))
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        String id = alice.post("/tweets", Map.of("content", "Good morning", "scheduled_at", soon))
                .expect(202)
                .text("/data/id");
        assertThat(alice.get("/scheduled-tweets").expect(200).ids()).containsExactly(id);
        var _ = alice.send("DELETE", "/scheduled-tweets/" + id).expect(204);
        assertThat(alice.get("/scheduled-tweets").expect(200).ids()).isEmpty();
        String first = alice.post("/tweets", Map.of("content", "Read this first"))
                .expect(201)
                .text("/data/id");
        var _ = alice.post("/tweets", Map.of("content", "And then this")).expect(201);
        var _ = alice.send("PUT", "/tweets/" + first + "/pin").expect(204);
        assertThat(alice.get("/users/" + alice.id() + "/tweets")
                        .expect(200)
                        .ids()
                        .getFirst())
                .isEqualTo(first);
        var _ = alice.send("PUT", "/drafts/bread", Map.of("tweets", List.of(Map.of("content", "Unfinished"))))
                .expect(200);
        assertThat(alice.get("/drafts").expect(200).ids()).containsExactly("bread");
        var _ = alice.send("DELETE", "/drafts/bread").expect(204);
        assertThat(alice.get("/drafts").expect(200).ids()).isEmpty();
    }
}

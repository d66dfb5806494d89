package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Notifications, read and pushed over the stream. */
interface NotificationJourneys extends Journey {
    @Test
    default void whatOthersDoIsToldGatheredAndReadG1G2() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String tweet = alice.tweet("What is for lunch?");
        for (Client other : List.of(bob, carol)) {
            var _ = other.engage(tweet, "like", true);
            other.follow(alice);
        }
        String reply = bob.reply(tweet, "Bread.");
        Await.equal("told", () -> told(alice), Set.of("like 2 " + tweet, "follow 2 ", "reply 1 " + reply));
        Answer page = alice.get("/notifications?types=reply").expect(200);
        assertThat(page.text("/data/0/actors/0")).isEqualTo(bob.id());
        assertThat(page.text("/includes/tweets/0/content")).isEqualTo("Bread.");
        assertThat(unread(alice)).isEqualTo(3);
        assertThat(alice.send("POST", "/notifications/read").expect(200).text("/data/unread_count"))
                .isEqualTo("0");
        var _ = bob.engage(tweet, "like", false);
        bob.delete(reply);
        Await.equal("told", () -> told(alice), Set.of("like 1 " + tweet, "follow 2 "));
        var _ = alice.send("PATCH", "/users/me/preferences", Map.of("notifications", Map.of("retweet", false)))
                .expect(200);
        var _ = carol.engage(tweet, "retweet", true);
        String quote = carol.post("/tweets", Map.of("content", "She asks.", "quote_of_id", tweet))
                .expect(201)
                .text("/data/id");
        Await.equal("told", () -> told(alice), Set.of("like 1 " + tweet, "follow 2 ", "quote 1 " + quote));
        assertThat(unread(alice)).isEqualTo(1);
    }

    /** Each as its type, the number of actors, and the tweet. */
    private static Set<String> told(Client reader) {
        Set<String> told = new HashSet<>();
        reader.get("/notifications")
                .expect(200)
                .data()
                .forEach(each -> told.add(String.join(
                        " ",
                        each.path("type").asText(),
                        each.path("actors_count").asText(),
                        each.path("tweet_id").asText())));
        return told;
    }

    private static int unread(Client reader) {
        return reader.get("/notifications/unread-count")
                .expect(200)
                .data()
                .path("unread_count")
                .asInt(-1);
    }

    @Test
    default void whatHappensIsToldAsItHappensE1E3E4G3() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice);
        String missed;
        String last;
        try (Listener socket = Listener.webSocket(bob.streamAddress("/stream"));
                Listener events = Listener.events(bob.streamAddress("/stream/events"));
                Listener alices = Listener.webSocket(alice.streamAddress("/stream"))) {
            List.of(socket, events, alices).forEach(each -> each.next("unread"));
            String tweet = alice.tweet("Live!");
            String gone = alice.tweet("Not for long.");
            for (Listener listener : List.of(socket, events)) {
                assertThat(List.of(listener.tweet(), listener.tweet())).containsExactly(tweet, gone);
            }
            var _ = bob.engage(tweet, "like", true);
            alice.delete(gone);
            for (Listener listener : List.of(socket, events)) {
                assertThat(listener.next("delete").path("tweet_id").asText()).isEqualTo(gone);
            }
            JsonNode told = alices.next("notification");
            while (told.at("/data/0/type").asText().equals("follow")) {
                told = alices.next("notification");
            }
            assertThat(told.at("/data/0/tweet_id").asText()).isEqualTo(tweet);
            assertThat(alices.next("unread").at("/data/unread_count").asInt()).isEqualTo(2);
            last = socket.lastId();
        }
        missed = alice.tweet("While you were away.");
        try (Listener again = Listener.webSocket(bob.streamAddress("/stream") + "&last_event_id=" + last)) {
            assertThat(again.tweet()).isEqualTo(missed);
            var _ = bob.send("DELETE", "/sessions/current").expect(204);
            assertThat(again.closeCode()).isEqualTo(4401);
        }
    }
}

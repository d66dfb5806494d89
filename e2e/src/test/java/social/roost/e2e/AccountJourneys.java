package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.e2e.Journey.awaitHome;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts and sessions. */
interface AccountJourneys extends Journey {
    @Test
    default void aUserRegistersFollowsPostsDeletesAndLogsOut() {
        Client alice = join("alice");
        Client bob = join("bob");
        var _ = alice.send("PATCH", "/users/me", Map.of("display_name", "Alice Moreau", "bio", "Bread.\nBicycles."))
                .expect(200);
        assertThat(bob.get("/users/" + alice.id()).expect(200).text("/data/bio"))
                .isEqualTo("Bread.\nBicycles.");
        bob.follow(alice);
        assertThat(bob.home(1).ids()).isEmpty();

        String tweet = alice.tweet("Good morning @bob #bread https://example.org");
        assertThat(alice.home(1).ids()).as("the own tweet, on the next read").containsExactly(tweet);
        awaitHome(bob, List.of(tweet));
        Answer page = bob.home(1);
        assertThat(page.text("/data/0/content")).isEqualTo("Good morning @bob #bread https://example.org");
        assertThat(page.text("/data/0/entities/hashtags/0/tag")).isEqualTo("bread");
        assertThat(page.text("/includes/users/0/display_name")).isEqualTo("Alice Moreau");

        alice.delete(tweet);
        assertThat(bob.home(1).ids()).as("deleted is gone at once").isEmpty();
        assertThat(bob.get("/tweets/" + tweet).status()).isEqualTo(404);
        assertThat(bob.get("/users/" + alice.id() + "/tweets").expect(200).ids())
                .isEmpty();
        assertThat(alice.profile().data().path("tweets_count").asInt(-1)).isZero();

        var _ = alice.send("DELETE", "/sessions/current").expect(204);
        assertThat(alice.get("/timelines/home").status()).isEqualTo(401);
        assertThat(bob.get("/timelines/home").status()).isEqualTo(200);
    }

    @Test
    default void sessionsAreListedAndRevokedAtOnceA1() {
        Client here = join("alice");
        String username = here.profile().text("/data/username");
        Client there = here.logIn(username, Client.PASSWORD);
        JsonNode sessions = here.get("/sessions").expect(200).data();
        assertThat(sessions).hasSize(2);
        String other = "";
        for (JsonNode session : sessions) {
            other = session.path("current").asBoolean()
                    ? other
                    : session.path("id").asText();
        }

        assertThat(there.get("/sessions").status()).isEqualTo(200);
        var _ = here.send("DELETE", "/sessions/" + other).expect(204);
        assertThat(there.get("/sessions").status()).isEqualTo(401);
        assertThat(here.get("/sessions").expect(200).data()).hasSize(1);
    }

    @Test
    default void aBrowserKeepsItsSessionInACookieThatOtherOriginsCannotUseJ4() {
        String username = join("alice").profile().text("/data/username");
        Client page = Client.at(address());
        Map<String, Object> logIn = Map.of("login", username, "password", Client.PASSWORD, "cookie", true);
        Answer answer = page.post("/sessions", logIn).expect(201);
        assertThat(answer.data().has("token")).isFalse();
        String cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        Map<String, String> tweet = Map.of("content", "from a page");
        var _ = page.post("/tweets", tweet, "Cookie", cookie, "Origin", address())
                .expect(201);
        Answer refused = page.post("/tweets", tweet, "Cookie", cookie, "Origin", "http://elsewhere.test");
        assertThat(refused.expect(403).text("/code")).isEqualTo("cross_origin");
        var _ = page.send("DELETE", "/sessions/current", Map.of(), "Cookie", cookie)
                .expect(204);
        assertThat(page.post("/tweets", tweet, "Cookie", cookie).status()).isEqualTo(401);
    }

    @Test
    default void someonesSessionCannotBeRevokedByOthersA1() {
        Client alice = join("alice");
        Client bob = join("bob");
        String session = alice.get("/sessions").expect(200).text("/data/0/id");
        assertThat(bob.send("DELETE", "/sessions/" + session).status()).isEqualTo(404);
        assertThat(alice.get("/sessions").status()).isEqualTo(200);
    }
}

package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors learn about the views of their tweets. */
interface AnalyticsJourneys extends Journey {
    private static JsonNode analytics(Client author, String tweet) {
        return author.get("/tweets/" + tweet + "/analytics").expect(200).json().get("data");
    }

    private static List<Integer> counts(JsonNode counts, String... names) {
        return List.of(names).stream().map(name -> counts.get(name).asInt()).toList();
    }

    private static void report(Client viewer, String key, String tweet, String kind) {
        Map<String, String> item = Map.of("tweet_id", tweet, "where", "home", "kind", kind);
        var _ = viewer.post("/impressions", Map.of("batch_key", key, "items", List.of(item)))
                .expect(202);
    }

    @Test
    default void anAuthorSeesViewsAndEngagementsAndNobodyElseDoesF5() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String tweet = alice.tweet("Who sees this?");
        report(alice, "own", tweet, "view");
        for (int i = 0; i < 2; i++) {
            report(bob, "repeated", tweet, "view");
        }
        report(bob, "profile", tweet, "profile");
        bob.follow(alice);
        var _ = carol.engage(tweet, "like", true);
        String _ = carol.reply(tweet, "I do");

        String[] names = {"impressions", "viewers", "engaged_viewers", "likes", "replies", "profile_opens", "follows"};
        Await.equal("counts", () -> counts(analytics(alice, tweet), names), List.of(2, 2, 2, 1, 1, 1, 1));
        JsonNode all =
                alice.get("/users/me/analytics?days=7").expect(200).json().get("data");
        assertThat(counts(all, "impressions", "viewer_days", "likes")).containsExactly(2, 2, 1);
        assertThat(bob.get("/tweets/" + tweet + "/analytics").status()).isEqualTo(404);

        var _ = carol.engage(tweet, "like", false);
        Await.equal(
                "after the like is undone", () -> counts(analytics(alice, tweet), "viewers", "likes"), List.of(2, 0));
    }

    @Test
    default void suspendedViewersLeaveTheCountsF5() {
        Client alice = join("alice");
        Client bob = join("bob");
        String tweet = alice.tweet("Who sees this?");
        report(bob, "view", tweet, "view");
        report(join("carol"), "view", tweet, "view");
        Await.equal("viewers", () -> counts(analytics(alice, tweet), "viewers"), List.of(2));
        String name = bob.profile().text("/data/username");
        var _ = operator().send("PUT", "/admin/users/" + name + "/suspension").expect(200);
        Await.equal("without the suspended one", () -> counts(analytics(alice, tweet), "viewers"), List.of(1));
    }
}

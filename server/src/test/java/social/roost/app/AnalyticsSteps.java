package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import social.roost.http.RawRequest;

/** Reports of impressions, and what authors see of them. */
final class AnalyticsSteps extends TourSteps {
    static final String IMPRESSIONS = "/api/roost/v1/impressions";
    private static final String OF_TWEET = "/api/roost/v1/tweets/{id}/analytics";
    private static final String OF_USER = "/api/roost/v1/users/me/analytics";

    AnalyticsSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        String tweet = roost.post(alice.token(), "how many see this?");
        for (String kind : List.of("view", "link", "profile", "media", "expand")) {
            step(202, "POST", IMPRESSIONS, report(kind, item(tweet, "\"kind\":\"" + kind + "\",\"where\":\"home\"")));
        }
        step(202, "POST", IMPRESSIONS, report("a", item(NOBODY, "\"kind\":\"view\",\"at\":\"2020-01-01T00:00:00Z\"")));
        step(
                202,
                "POST",
                IMPRESSIONS,
                report("c", item(tweet, "\"kind\":\"view\",\"at\":\"-292275055-05-16T16:47:04.192Z\"")));
        for (String item : List.of(
                item("x", "\"kind\":\"view\""),
                item(tweet, "\"kind\":\"poke\""),
                item(tweet, "\"kind\":\"\""),
                item(tweet, "\"kind\":\"view\",\"at\":\"noon\""),
                item(tweet, "\"kind\":\"view\",\"at\":\"+1000000000-12-31T23:59:59.999999999Z\""),
                item(tweet, "\"kind\":\"view\",\"where\":\"\""),
                "{}")) {
            step(422, "POST", IMPRESSIONS, report("b", item));
        }
        for (String key : List.of("", " ", "ä", "x".repeat(65))) {
            step(422, "POST", IMPRESSIONS, report(key, item(tweet, "\"kind\":\"view\"")));
        }
        step(401, "POST", IMPRESSIONS);
        read(tweet);
    }

    private void read(String tweet) {
        String path = OF_TWEET.replace("{id}", tweet);
        var data = step(200, "GET", OF_TWEET, own("GET", path)).json().path("data");
        assertThat(data.path("viewers").asInt()).isEqualTo(1);
        assertThat(data.path("engaged_viewers").asInt()).isEqualTo(1);
        assertThat(data.path("hours")).hasSize(1);
        step(404, "GET", OF_TWEET, RawRequest.of("GET", path).token(bob.token()));
        step(404, "GET", OF_TWEET, own("GET", OF_TWEET.replace("{id}", NOBODY)));
        step(401, "GET", OF_TWEET, RawRequest.of("GET", path));
        assertThat(step(200, "GET", OF_USER, own("GET", OF_USER)).json().at("/data/days"))
                .hasSize(28);
        assertThat(step(200, "GET", OF_USER, own("GET", OF_USER + "?days=1"))
                        .json()
                        .at("/data/viewer_days")
                        .asInt())
                .isEqualTo(1);
        for (String days : List.of("0", "91", "x")) {
            step(422, "GET", OF_USER, own("GET", OF_USER + "?days=" + days));
        }
        step(400, "GET", OF_USER, own("GET", OF_USER + "?days=%F"));
        step(401, "GET", OF_USER);
    }

    private RawRequest report(String key, String item) {
        return RawRequest.of("POST", IMPRESSIONS)
                .token(bob.token())
                .json("{\"batch_key\":\"" + key + "\",\"items\":[" + item + "]}");
    }

    private static String item(String tweet, String members) {
        return "{\"tweet_id\":\"" + tweet + "\"," + members + "}";
    }
}

package social.roost.app;

import social.roost.http.RawRequest;

/** The home timeline by relevance, and what its reader asks for. */
final class RankingSteps extends TourSteps {
    static final String OF_TWEET = "/api/roost/v1/tweets/{id}/feedback";
    private static final String ALL = "/api/roost/v1/feedback";
    private static final String HOME = "/api/roost/v1/timelines/home";
    private static final String EXPLANATION = HOME + "/explanations/{id}";

    RankingSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        String mine = roost.post(alice.token(), "why is this here?");
        String others = roost.post(bob.token(), "more or less of this?");
        step(200, "GET", HOME, own("GET", HOME + "?order=top&explain=true&limit=5"));
        step(200, "GET", HOME, own("GET", HOME + "?order=hybrid"));
        step(422, "GET", HOME, own("GET", HOME + "?order=best"));
        step(200, "GET", EXPLANATION, own("GET", EXPLANATION.replace("{id}", mine)));
        step(404, "GET", EXPLANATION, own("GET", EXPLANATION.replace("{id}", NOBODY)));
        String path = OF_TWEET.replace("{id}", others);
        step(204, "POST", OF_TWEET, own("POST", path).json("{\"kind\":\"less\"}"));
        step(422, "POST", OF_TWEET, own("POST", path).json("{\"kind\":\"maybe\"}"));
        step(
                404,
                "POST",
                OF_TWEET,
                own("POST", OF_TWEET.replace("{id}", NOBODY)).json("{\"kind\":\"more\"}"));
        step(200, "GET", ALL, own("GET", ALL));
        step(401, "GET", ALL, RawRequest.of("GET", ALL));
        step(204, "DELETE", OF_TWEET, own("DELETE", path));
        step(404, "DELETE", OF_TWEET, own("DELETE", OF_TWEET.replace("{id}", "x")));
    }
}

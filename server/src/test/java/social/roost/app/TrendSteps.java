package social.roost.app;

import social.roost.http.RawRequest;

/** Trends, and what users choose about them. */
final class TrendSteps extends TourSteps {
    static final String CHOICES = "/api/roost/v1/users/me/trends";
    private static final String TRENDS = "/api/roost/v1/trends";
    private static final String TOPIC = CHOICES + "/dismissed/{topic}";

    TrendSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        step(200, "GET", TRENDS, own("GET", TRENDS));
        step(200, "GET", TRENDS, RawRequest.of("GET", TRENDS + "?location=worldwide&limit=3"));
        step(400, "GET", TRENDS, RawRequest.of("GET", TRENDS + "?location=%"));
        step(422, "GET", TRENDS, RawRequest.of("GET", TRENDS + "?location=XX"));
        step(422, "GET", TRENDS, RawRequest.of("GET", TRENDS + "?limit=0"));

        step(401, "GET", CHOICES, RawRequest.of("GET", CHOICES));
        step(200, "GET", CHOICES, own("GET", CHOICES));
        step(200, "PATCH", CHOICES, own("PATCH", CHOICES).json("{\"location\":\"DE\"}"));
        step(200, "PATCH", CHOICES, own("PATCH", CHOICES).json("{\"location\":\"worldwide\"}"));
        step(422, "PATCH", CHOICES, own("PATCH", CHOICES).json("{\"location\":\"Germany\"}"));
        for (String method : new String[] {"PUT", "DELETE"}) {
            step(204, method, TOPIC, own(method, TOPIC.replace("{topic}", "%23monday")));
            step(204, method, TOPIC, own(method, TOPIC.replace("{topic}", "big%20storm")));
            step(401, method, TOPIC, RawRequest.of(method, TOPIC.replace("{topic}", "storm")));
            step(422, method, TOPIC, own(method, TOPIC.replace("{topic}", "a".repeat(300))));
        }
    }
}

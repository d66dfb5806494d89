package social.roost.app;

import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Searching tweets. */
final class SearchSteps extends TourSteps {
    static final String TWEETS = "/api/roost/v1/search/tweets";

    SearchSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        for (int i = 0; i < 3; i++) {
            roost.post(alice.token(), "a searched tweet " + i);
        }
        SearchTest.awaitApplied(roost);
        String query = TWEETS + "?limit=2&q=searched+-5+since:2026-02-30";
        Answer page = step(200, "GET", TWEETS, own("GET", query));
        step(
                200,
                "GET",
                TWEETS,
                own("GET", query + "&cursor=" + page.json().at("/meta/next").asText()));
        step(200, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=tweet&sort=latest&time_zone=Asia/Tokyo"));
        step(200, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=-tweet"));
        step(400, "GET", TWEETS, RawRequest.of("GET", TWEETS));
        step(400, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=" + "a+".repeat(33)));
        step(400, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=%F"));
        step(422, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=a&cursor=junk"));
        step(422, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=a&sort=best"));
        step(422, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=a&time_zone=Moon/Crater"));
        step(401, "GET", TWEETS, RawRequest.of("GET", TWEETS + "?q=a").token("nonsense"));
    }
}

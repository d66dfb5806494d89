package social.roost.app;

import java.util.List;
import social.roost.event.Await;
import social.roost.http.RawRequest;

/** Users and hashtags as they are typed. */
final class FindSteps extends TourSteps {
    private static final String USERS = "/api/roost/v1/search/users";
    private static final String SUGGEST = "/api/roost/v1/search/suggest";
    private static final String HASHTAG = "/api/roost/v1/hashtags/{tag}";

    FindSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        roost.post(alice.token(), "the #bobsled is here");
        awaitConsumers();
        for (String path : List.of(USERS, SUGGEST)) {
            step(200, "GET", path, own("GET", path + "?q=bob"));
            step(200, "GET", path, RawRequest.of("GET", path + "?q=%40bo&limit=1"));
            step(400, "GET", path, RawRequest.of("GET", path));
            step(400, "GET", path, RawRequest.of("GET", path + "?q=%20"));
            step(400, "GET", path, RawRequest.of("GET", path + "?q=" + "a".repeat(501)));
            step(400, "GET", path, RawRequest.of("GET", path + "?q=%"));
            step(422, "GET", path, RawRequest.of("GET", path + "?q=a&limit=0"));
        }
        step(422, "GET", USERS, RawRequest.of("GET", USERS + "?q=a&cursor=junk"));
        for (String tag : List.of("bobsled", "%23BobSled", "unused")) {
            step(200, "GET", HASHTAG, RawRequest.of("GET", HASHTAG.replace("{tag}", tag)));
        }
        step(400, "GET", HASHTAG, RawRequest.of("GET", HASHTAG.replace("{tag}", "%")));
        step(404, "GET", HASHTAG, RawRequest.of("GET", HASHTAG.replace("{tag}", "no-tag")));
    }

    private void awaitConsumers() {
        try {
            Await.until(() -> roost.server.backlog() == 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

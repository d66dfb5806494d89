package social.roost.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** The home timeline, the public one, and the lists of a user. */
final class TimelineSteps extends TourSteps {
    private static final String HOME = "/api/roost/v1/timelines/home";
    static final String PUBLIC = "/api/roost/v1/timelines/public";
    private static final List<String> LISTS = List.of(
            "/api/roost/v1/users/{id}/followers",
            "/api/roost/v1/users/{id}/following",
            "/api/roost/v1/users/{id}/tweets",
            "/api/roost/v1/users/{id}/likes");

    TimelineSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        for (int i = 0; i < 5; i++) {
            roost.post((i % 2 == 0 ? alice : bob).token(), "tweet " + i);
        }
        Answer page = step(200, "GET", HOME, own("GET", HOME + "?limit=2"));
        JsonNode meta = page.json().get("meta");
        step(
                200,
                "GET",
                HOME,
                own("GET", HOME + "?limit=2&cursor=" + meta.get("next").asText()));
        step(
                200,
                "GET",
                HOME,
                own("GET", HOME + "?cursor=" + meta.get("previous").asText()));
        step(422, "GET", HOME, own("GET", HOME + "?limit=101"));
        step(400, "GET", HOME, own("GET", HOME + "?limit=%"));
        step(401, "GET", HOME);
        openLists(LISTS, bob.id());
        everyone();
    }

    private void everyone() {
        Answer page = step(200, "GET", PUBLIC, RawRequest.of("GET", PUBLIC + "?limit=2"));
        for (String cursor : List.of("next", "previous")) {
            step(
                    200,
                    "GET",
                    PUBLIC,
                    own(
                            "GET",
                            PUBLIC + "?limit=2&cursor="
                                    + page.json().at("/meta/" + cursor).asText()));
        }
        step(422, "GET", PUBLIC, own("GET", PUBLIC + "?cursor=junk"));
        step(400, "GET", PUBLIC, own("GET", PUBLIC + "?limit=%"));
        step(401, "GET", PUBLIC, RawRequest.of("GET", PUBLIC).token("nonsense"));
    }
}

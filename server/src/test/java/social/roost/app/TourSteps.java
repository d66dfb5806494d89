package social.roost.app;

import java.util.List;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** The part of an {@link ApiTour} for one feature, mostly as alice; bob is there for actions between two users. */
abstract class TourSteps {
    /** An id that does not exist. */
    static final String NOBODY = "4611686018427387904";

    final DescribedApi api;
    final LocalServer roost;
    final Guest alice;
    final Guest bob;

    TourSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        this.api = api;
        this.roost = roost;
        this.alice = alice;
        this.bob = bob;
    }

    abstract void take();

    final RawRequest own(String method, String path) {
        return alice.request(method, path);
    }

    final void step(int status, String method, String path) {
        api.step(status, method, path);
    }

    final Answer step(int status, String method, String template, RawRequest request) {
        return api.step(status, method, template, request);
    }

    /** A private list that every user has. */
    final void ownList(String list) {
        step(200, "GET", list, own("GET", list));
        step(200, "GET", list, own("GET", list + "?limit=1"));
        step(422, "GET", list, own("GET", list + "?limit=0"));
        step(422, "GET", list, own("GET", list + "?cursor=junk"));
        step(400, "GET", list, own("GET", list + "?limit=%F"));
        step(401, "GET", list);
    }

    /** Public lists of the object with the id. */
    final void openLists(List<String> lists, String id) {
        for (String list : lists) {
            String path = list.replace("{id}", id);
            step(200, "GET", list, own("GET", path));
            step(200, "GET", list, RawRequest.of("GET", path));
            step(200, "GET", list, RawRequest.of("GET", path + "?limit=1"));
            step(422, "GET", list, RawRequest.of("GET", path + "?limit=0"));
            step(422, "GET", list, RawRequest.of("GET", path + "?cursor=junk"));
            step(400, "GET", list, RawRequest.of("GET", path + "?limit=%F"));
            step(404, "GET", list, RawRequest.of("GET", list.replace("{id}", NOBODY)));
        }
    }
}

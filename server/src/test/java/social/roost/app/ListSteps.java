package social.roost.app;

import static social.roost.app.GraphSteps.FOLLOW;

import java.util.List;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Lists of users, their members and tweets. */
final class ListSteps extends TourSteps {
    static final String ALL = "/api/roost/v1/lists";
    static final String ONE = ALL + "/{id}";
    private static final String MEMBERS = ONE + "/members";
    private static final String MEMBER = MEMBERS + "/{user_id}";
    private static final String TWEETS = ONE + "/tweets";
    private static final String OF_USER = "/api/roost/v1/users/{id}/lists";

    private String secret = NOBODY;
    private String open = NOBODY;

    ListSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        create();
        edit();
        members();
        tweets();
        ofUser();
        blocked();
        delete();
    }

    private void create() {
        secret = id(step(201, "POST", ALL, own("POST", ALL).json("{\"name\":\"Birders\"}")));
        open = id(step(
                201,
                "POST",
                ALL,
                own("POST", ALL)
                        .json("{\"name\":\"All\",\"private\":false,\"exclusive\":true,\"pinned\":true,"
                                + "\"replies\":\"followed\"}")));
        step(422, "POST", ALL, own("POST", ALL).json("{\"name\":\" \"}"));
        step(422, "POST", ALL, own("POST", ALL).json("{\"name\":\"a\",\"replies\":\"some\"}"));
        step(401, "POST", ALL);
        step(200, "GET", ALL, own("GET", ALL));
        step(200, "GET", ALL, own("GET", ALL + "?member_id=" + bob.id()));
        step(422, "GET", ALL, own("GET", ALL + "?member_id=bob"));
        step(400, "GET", ALL, own("GET", ALL + "?member_id=%"));
        step(401, "GET", ALL);
    }

    private void edit() {
        step(200, "GET", ONE, own("GET", in(secret, ONE)));
        step(200, "GET", ONE, RawRequest.of("GET", in(open, ONE)));
        step(404, "GET", ONE, bob.request("GET", in(secret, ONE)));
        step(200, "PATCH", ONE, own("PATCH", in(secret, ONE)).json("{\"name\":\"Friends\",\"exclusive\":false}"));
        step(422, "PATCH", ONE, own("PATCH", in(secret, ONE)).json("{\"name\":\"\"}"));
        step(404, "PATCH", ONE, bob.request("PATCH", in(open, ONE)).json("{\"name\":\"mine\"}"));
        step(401, "PATCH", ONE, RawRequest.of("PATCH", in(open, ONE)).json("{}"));
    }

    private void members() {
        step(200, "PUT", MEMBER, own("PUT", member(secret, bob.id())));
        step(200, "PUT", MEMBER, own("PUT", member(open, bob.id())));
        step(200, "PUT", MEMBER, own("PUT", member(open, alice.id())));
        step(404, "PUT", MEMBER, own("PUT", member(open, NOBODY)));
        step(404, "PUT", MEMBER, bob.request("PUT", member(open, bob.id())));
        step(401, "PUT", MEMBER, RawRequest.of("PUT", member(open, bob.id())));
        fill();
        pages(MEMBERS);
    }

    private void fill() {
        String full = id(step(201, "POST", ALL, own("POST", ALL).json("{\"name\":\"Crowd\"}")));
        for (int i = 0; i < 500; i++) {
            var _ = roost.server
                    .stores()
                    .graph()
                    .lists()
                    .add(Long.parseLong(alice.id()), Long.parseLong(full), 1_000L + i, i);
        }
        step(422, "PUT", MEMBER, own("PUT", member(full, bob.id())));
        step(204, "DELETE", ONE, own("DELETE", in(full, ONE)));
    }

    private void tweets() {
        roost.post(bob.token(), "seen in a list");
        Answer page = step(200, "GET", TWEETS, own("GET", in(secret, TWEETS) + "?limit=1"));
        for (String cursor : List.of("next", "previous")) {
            String of = page.json().at("/meta/" + cursor).asText();
            step(200, "GET", TWEETS, own("GET", in(secret, TWEETS) + "?cursor=" + of));
            step(422, "GET", TWEETS, own("GET", in(open, TWEETS) + "?cursor=" + of));
        }
        pages(TWEETS);
    }

    private void pages(String template) {
        String path = in(open, template);
        step(200, "GET", template, own("GET", path));
        step(200, "GET", template, RawRequest.of("GET", path + "?limit=1"));
        step(422, "GET", template, RawRequest.of("GET", path + "?limit=0"));
        step(422, "GET", template, RawRequest.of("GET", path + "?cursor=junk"));
        step(400, "GET", template, RawRequest.of("GET", path + "?limit=%F"));
        step(404, "GET", template, RawRequest.of("GET", in(secret, template)));
        step(404, "GET", template, own("GET", in(NOBODY, template)));
    }

    private void ofUser() {
        step(200, "GET", OF_USER, RawRequest.of("GET", in(alice.id(), OF_USER)));
        step(200, "GET", OF_USER, bob.request("GET", in(alice.id(), OF_USER)));
        step(404, "GET", OF_USER, own("GET", in(NOBODY, OF_USER)));
    }

    private void blocked() {
        String block = "/api/roost/v1/users/{id}/block";
        step(200, "PUT", block, own("PUT", in(bob.id(), block)));
        for (String template : List.of(ONE, MEMBERS, TWEETS)) {
            step(403, "GET", template, bob.request("GET", in(open, template)));
        }
        step(403, "GET", OF_USER, bob.request("GET", in(alice.id(), OF_USER)));
        step(403, "PUT", MEMBER, own("PUT", member(secret, bob.id())));
        step(200, "DELETE", block, own("DELETE", in(bob.id(), block)));
        step(200, "PUT", FOLLOW, own("PUT", in(bob.id(), FOLLOW)));
    }

    private void delete() {
        step(204, "DELETE", MEMBER, own("DELETE", member(open, bob.id())));
        step(404, "DELETE", MEMBER, own("DELETE", member(NOBODY, bob.id())));
        step(404, "DELETE", MEMBER, bob.request("DELETE", member(open, alice.id())));
        step(401, "DELETE", MEMBER, RawRequest.of("DELETE", member(open, bob.id())));
        step(404, "DELETE", ONE, bob.request("DELETE", in(open, ONE)));
        step(401, "DELETE", ONE, RawRequest.of("DELETE", in(open, ONE)));
        step(204, "DELETE", ONE, own("DELETE", in(open, ONE)));
        step(404, "DELETE", ONE, own("DELETE", in(open, ONE)));
        step(204, "DELETE", ONE, own("DELETE", in(secret, ONE)));
    }

    private static String id(Answer answer) {
        return answer.member("id");
    }

    private static String in(String id, String template) {
        return template.replace("{id}", id);
    }

    private static String member(String list, String user) {
        return in(list, MEMBER).replace("{user_id}", user);
    }
}

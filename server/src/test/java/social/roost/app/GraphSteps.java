package social.roost.app;

import static social.roost.app.AccountSteps.USERS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.http.RawRequest;

/** Follows, relationships, suggestions, blocks and mutes. */
final class GraphSteps extends TourSteps {
    static final String FOLLOW = "/api/roost/v1/users/{id}/follow";
    static final String MUTE = "/api/roost/v1/users/{id}/mute";
    static final String WORDS = "/api/roost/v1/muted-words";
    static final String BLOCK = "/api/roost/v1/users/{id}/block";
    private static final String SUGGESTIONS = "/api/roost/v1/users/suggestions";
    private static final String RELATIONSHIPS = "/api/roost/v1/relationships";
    private static final List<String> OWN_LISTS = List.of("/api/roost/v1/blocks", "/api/roost/v1/mutes");

    GraphSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        follows();
        suggestions();
        blocks();
        mutedWords();
    }

    private void mutedWords() {
        JsonNode word = step(
                        201,
                        "POST",
                        WORDS,
                        own("POST", WORDS)
                                .json("{\"text\":\"spoiler\",\"whole_word\":false,"
                                        + "\"scope\":\"home\",\"duration_seconds\":60}"))
                .json()
                .get("data");
        step(422, "POST", WORDS, own("POST", WORDS).json("{\"text\":\" \"}"));
        step(400, "POST", WORDS, own("POST", WORDS).json("{"));
        step(401, "POST", WORDS, RawRequest.of("POST", WORDS).json("{\"text\":\"spoiler\"}"));
        step(200, "GET", WORDS, own("GET", WORDS));
        step(401, "GET", WORDS, RawRequest.of("GET", WORDS));
        String path = WORDS + "/" + word.get("id").asText();
        step(204, "DELETE", WORDS + "/{id}", own("DELETE", path));
        step(404, "DELETE", WORDS + "/{id}", own("DELETE", path));
        step(401, "DELETE", WORDS + "/{id}", RawRequest.of("DELETE", path));
    }

    private void suggestions() {
        String carol = api.join("suggested").id();
        roost.post(roost.token(carol), "hello");
        roost.server.features().suggestions.active.refresh();
        step(200, "GET", SUGGESTIONS, own("GET", SUGGESTIONS));
        step(422, "GET", SUGGESTIONS, own("GET", SUGGESTIONS + "?limit=0"));
        step(400, "GET", SUGGESTIONS, own("GET", SUGGESTIONS + "?limit=%"));
        step(401, "GET", SUGGESTIONS, RawRequest.of("GET", SUGGESTIONS));
        String dismissal = SUGGESTIONS + "/{id}";
        step(204, "DELETE", dismissal, own("DELETE", SUGGESTIONS + "/" + carol));
        step(404, "DELETE", dismissal, own("DELETE", SUGGESTIONS + "/" + NOBODY));
        step(401, "DELETE", dismissal, RawRequest.of("DELETE", SUGGESTIONS + "/" + carol));
    }

    private void follows() {
        for (String method : List.of("PUT", "DELETE", "PUT")) {
            step(200, method, FOLLOW, own(method, USERS + "/" + bob.id() + "/follow"));
            step(404, method, FOLLOW, own(method, USERS + "/" + NOBODY + "/follow"));
            step(422, method, FOLLOW, own(method, USERS + "/" + alice.id() + "/follow"));
            step(401, method, FOLLOW, RawRequest.of(method, USERS + "/" + bob.id() + "/follow"));
        }
        step(200, "PUT", FOLLOW, own("PUT", USERS + "/" + bob.id() + "/follow").json("{\"notifying\":true}"));
        step(422, "PUT", FOLLOW, own("PUT", USERS + "/" + bob.id() + "/follow").json("{\"notifying\":1}"));
        step(200, "PUT", FOLLOW, own("PUT", USERS + "/" + bob.id() + "/follow").json("{\"notifying\":false}"));
        String follower = "/api/roost/v1/users/me/followers/{id}";
        step(200, "DELETE", follower, own("DELETE", follower.replace("{id}", bob.id())));
        step(404, "DELETE", follower, own("DELETE", follower.replace("{id}", NOBODY)));
        step(422, "DELETE", follower, own("DELETE", follower.replace("{id}", alice.id())));
        step(401, "DELETE", follower, RawRequest.of("DELETE", follower.replace("{id}", bob.id())));
        step(
                200,
                "GET",
                RELATIONSHIPS,
                own("GET", RELATIONSHIPS + "?ids=" + bob.id() + "," + alice.id() + "," + NOBODY));
        step(422, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS));
        step(422, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS + "?ids=bob"));
        step(400, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS + "?ids=%"));
        step(401, "GET", RELATIONSHIPS, RawRequest.of("GET", RELATIONSHIPS + "?ids=" + bob.id()));
    }

    private void blocks() {
        for (String template : List.of(BLOCK, MUTE)) {
            for (String method : List.of("PUT", "DELETE", "PUT")) {
                step(200, method, template, own(method, template.replace("{id}", bob.id())));
                step(404, method, template, own(method, template.replace("{id}", NOBODY)));
                step(422, method, template, own(method, template.replace("{id}", alice.id())));
                step(401, method, template, RawRequest.of(method, template.replace("{id}", bob.id())));
            }
        }
        step(200, "PUT", MUTE, own("PUT", MUTE.replace("{id}", bob.id())).json("{\"duration_seconds\":86400}"));
        OWN_LISTS.forEach(this::ownList);
        RawRequest bobs =
                RawRequest.of("PUT", FOLLOW.replace("{id}", alice.id())).token(bob.token());
        step(403, "PUT", FOLLOW, bobs);
        step(403, "PUT", FOLLOW, own("PUT", FOLLOW.replace("{id}", bob.id())));
        step(200, "DELETE", BLOCK, own("DELETE", BLOCK.replace("{id}", bob.id())));
        step(200, "DELETE", MUTE, own("DELETE", MUTE.replace("{id}", bob.id())));
        step(200, "PUT", FOLLOW, own("PUT", FOLLOW.replace("{id}", bob.id())));
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.TweetSteps.TWEET;
import static social.roost.app.TweetSteps.TWEETS;

import com.fasterxml.jackson.databind.JsonNode;
import social.roost.http.RawRequest;

/** Edits of tweets, and their earlier versions. */
final class EditSteps extends TourSteps {
    static final String REVISIONS = "/api/roost/v1/tweets/{id}/revisions";

    EditSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        String tweet = step(201, "POST", TWEETS, own("POST", TWEETS).json("{\"content\":\"0\"}"))
                .member("id");
        for (int i = 1; i <= 5; i++) {
            JsonNode edited =
                    step(200, "PATCH", TWEET, edit(alice, tweet, "#" + i)).json();
            assertThat(edited.at("/data/edits_count").asInt()).isEqualTo(i);
        }
        step(409, "PATCH", TWEET, edit(alice, tweet, "6"));
        step(422, "PATCH", TWEET, edit(alice, tweet, ""));
        step(403, "PATCH", TWEET, edit(bob, tweet, "bob's"));
        step(404, "PATCH", TWEET, edit(alice, NOBODY, "nobody's"));
        step(401, "PATCH", TWEET, RawRequest.of("PATCH", TWEETS + "/" + tweet).json("{}"));
        step(200, "GET", REVISIONS, RawRequest.of("GET", REVISIONS.replace("{id}", tweet)));
        step(404, "GET", REVISIONS, RawRequest.of("GET", REVISIONS.replace("{id}", NOBODY)));
        String bobs = roost.post(bob.token(), "not for alice");
        String block = "/api/roost/v1/users/" + alice.id() + "/block";
        RawRequest request = own("GET", REVISIONS.replace("{id}", bobs));
        step(200, "PUT", GraphSteps.BLOCK, bob.request("PUT", block));
        step(403, "GET", REVISIONS, request);
        step(200, "DELETE", GraphSteps.BLOCK, bob.request("DELETE", block));
    }

    private static RawRequest edit(Guest guest, String tweet, String content) {
        return guest.request("PATCH", TWEETS + "/" + tweet).json("{\"content\":\"" + content + "\"}");
    }
}

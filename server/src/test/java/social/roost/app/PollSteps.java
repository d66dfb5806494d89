package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.TweetSteps.TWEETS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.http.RawRequest;

/** Polls in tweets, and votes. */
final class PollSteps extends TourSteps {
    static final String VOTES = "/api/roost/v1/polls/{id}/votes";

    PollSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        String poll = post(bob, "\"poll\":{\"options\":[\"tea\",\"coffee\"],\"duration_seconds\":300}");
        JsonNode done = step(200, "POST", VOTES, vote(poll, 1)).json().path("data");
        assertThat(done.path("own_choice").asInt()).isEqualTo(1);
        step(409, "POST", VOTES, vote(poll, 0));
        step(422, "POST", VOTES, vote(poll, 2));
        step(403, "POST", VOTES, vote(bob, poll, 0));
        step(404, "POST", VOTES, vote(roost.post(bob.token(), "no poll"), 0));
        step(404, "POST", VOTES, vote(NOBODY, 0));
        step(
                401,
                "POST",
                VOTES,
                RawRequest.of("POST", VOTES.replace("{id}", poll)).json("{\"choice\":1}"));
        for (String draft : List.of(
                "{\"options\":[\"tea\"],\"duration_seconds\":300}",
                "{\"options\":[\"tea\",\"coffee\"]}",
                "{\"options\":[\"tea\",\"tea\"],\"duration_seconds\":300}")) {
            step(422, "POST", TWEETS, own("POST", TWEETS).json("{\"content\":\"?\",\"poll\":" + draft + "}"));
        }
    }

    private RawRequest vote(String poll, int choice) {
        return vote(alice, poll, choice);
    }

    private static RawRequest vote(Guest guest, String poll, int choice) {
        return guest.request("POST", VOTES.replace("{id}", poll)).json("{\"choice\":" + choice + "}");
    }

    private String post(Guest author, String members) {
        return step(
                        201,
                        "POST",
                        TWEETS,
                        author.request("POST", TWEETS).json("{\"content\":\"Which?\"," + members + "}"))
                .member("id");
    }
}

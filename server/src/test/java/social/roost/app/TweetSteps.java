package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import social.roost.http.RawRequest;

/** Posting, reading and deleting tweets. */
final class TweetSteps extends TourSteps {
    static final String TWEETS = "/api/roost/v1/tweets";
    static final String THREADS = "/api/roost/v1/threads";
    static final String TWEET = "/api/roost/v1/tweets/{id}";

    TweetSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        tweets();
        threads();
    }

    private void threads() {
        String two = "{\"tweets\":[{\"content\":\"one\"},{\"content\":\"two\"}]}";
        RawRequest thread =
                own("POST", THREADS).header("idempotency-key", "thread").json(two);
        JsonNode posted = step(201, "POST", THREADS, thread).json();
        step(201, "POST", THREADS, thread);
        RawRequest other = own("POST", THREADS).header("idempotency-key", "thread");
        step(409, "POST", THREADS, other.json(two.replace("two", "three")));
        step(422, "POST", THREADS, own("POST", THREADS).json("{\"tweets\":[{\"content\":\"one\"}]}"));
        step(401, "POST", THREADS, RawRequest.of("POST", THREADS).json(two));
        String last = TWEETS + "/" + posted.at("/data/1/id").asText();
        step(204, "DELETE", TWEET, own("DELETE", last));
        step(410, "POST", THREADS, thread);
    }

    private void tweets() {
        RawRequest rich = own("POST", TWEETS)
                .header("idempotency-key", "one")
                .json("{\"content\":\"Hello @bob \\ud83d\\udc4b #bread $ROOST https://example.org/a?b\"}");
        String tweet = step(201, "POST", TWEETS, rich).member("id");
        assertThat(step(201, "POST", TWEETS, rich).member("id")).isEqualTo(tweet);
        step(
                409,
                "POST",
                TWEETS,
                own("POST", TWEETS).header("idempotency-key", "one").json("{\"content\":\"x\"}"));
        step(422, "POST", TWEETS, own("POST", TWEETS).json("{\"content\":\"" + "x".repeat(281) + "\"}"));
        step(401, "POST", TWEETS, RawRequest.of("POST", TWEETS).json("{\"content\":\"x\"}"));
        String path = TWEETS + "/" + tweet;
        step(200, "GET", TWEET, RawRequest.of("GET", path));
        step(403, "DELETE", TWEET, RawRequest.of("DELETE", path).token(bob.token()));
        step(401, "DELETE", TWEET, RawRequest.of("DELETE", path));
        step(204, "DELETE", TWEET, own("DELETE", path));
        step(204, "DELETE", TWEET, own("DELETE", path));
        step(410, "POST", TWEETS, rich);
        step(404, "GET", TWEET, RawRequest.of("GET", path));
        step(404, "DELETE", TWEET, own("DELETE", TWEETS + "/" + NOBODY));
    }
}

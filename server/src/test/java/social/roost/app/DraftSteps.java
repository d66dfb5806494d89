package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.TweetSteps.TWEETS;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import social.roost.base.Timestamps;
import social.roost.draft.SavedDrafts;
import social.roost.http.RawRequest;

/** Scheduled tweets, drafts and the pinned tweet. */
final class DraftSteps extends TourSteps {
    static final String SCHEDULED = "/api/roost/v1/scheduled-tweets";
    static final String ONE_SCHEDULED = SCHEDULED + "/{id}";
    static final String DRAFTS = "/api/roost/v1/drafts";
    static final String DRAFT = DRAFTS + "/{id}";
    private static final String PIN = TWEETS + "/{id}/pin";

    DraftSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        scheduled();
        drafts();
        pinned();
    }

    private void scheduled() {
        String time =
                Timestamps.format(roost.clock.millis() + Duration.ofDays(1).toMillis());
        String others = "\"replies\":\"followees\",\"poll\":{\"options\":[\"a\",\"b\"],\"duration_seconds\":300}";
        RawRequest request = own("POST", TWEETS)
                .header("idempotency-key", "later")
                .json("{\"content\":\"later\",\"scheduled_at\":\"" + time + "\"," + others + "}");
        String id = step(202, "POST", TWEETS, request).member("id");
        assertThat(step(202, "POST", TWEETS, request).member("id")).isEqualTo(id);
        for (String wrong : List.of("tomorrow", "2020-01-01T00:00:00.000Z", "2126-01-01T00:00:00.000Z")) {
            step(
                    422,
                    "POST",
                    TWEETS,
                    own("POST", TWEETS).json("{\"content\":\"x\",\"scheduled_at\":\"" + wrong + "\"}"));
        }
        ownList(SCHEDULED);
        String path = SCHEDULED + "/" + id;
        JsonNode edited = step(
                        200,
                        "PATCH",
                        ONE_SCHEDULED,
                        own("PATCH", path).json("{\"content\":\"sooner\",\"poll\":{\"options\":[]}}"))
                .json();
        assertThat(edited.at("/data/content").asText()).isEqualTo("sooner");
        assertThat(edited.at("/data").has("poll")).isFalse();
        assertThat(edited.at("/data/replies").asText()).isEqualTo("followees");
        RawRequest everyone = own("PATCH", path).json("{\"replies\":\"everyone\"}");
        assertThat(step(200, "PATCH", ONE_SCHEDULED, everyone)
                        .json()
                        .at("/data")
                        .has("replies"))
                .isFalse();
        step(422, "PATCH", ONE_SCHEDULED, own("PATCH", path).json("{\"content\":\"\"}"));
        step(401, "PATCH", ONE_SCHEDULED, RawRequest.of("PATCH", path).json("{}"));
        step(401, "DELETE", ONE_SCHEDULED, RawRequest.of("DELETE", path));
        for (RawRequest absent : List.of(
                own("PATCH", SCHEDULED + "/" + NOBODY).json("{}"),
                bob.request("PATCH", path).json("{}"))) {
            step(404, "PATCH", ONE_SCHEDULED, absent);
        }
        step(404, "DELETE", ONE_SCHEDULED, bob.request("DELETE", path));
        blockedByBob(path);
        long due = roost.clock.millis() + Duration.ofDays(2).toMillis();
        assertThat(roost.server.stores().drafts().scheduled().lease(due, due, 10))
                .hasSize(1);
        step(409, "PATCH", ONE_SCHEDULED, own("PATCH", path).json("{\"content\":\"too late\"}"));
        step(409, "DELETE", ONE_SCHEDULED, own("DELETE", path));
        roost.server.stores().drafts().scheduled().posted(Long.parseLong(id));
        String other = step(202, "POST", TWEETS, request).member("id");
        step(204, "DELETE", ONE_SCHEDULED, own("DELETE", SCHEDULED + "/" + other));
    }

    private void blockedByBob(String path) {
        String answered = roost.post(bob.token(), "not for you");
        String block = AccountSteps.USERS + "/" + alice.id() + "/block";
        step(200, "PUT", AccountSteps.USER + "/block", bob.request("PUT", block));
        step(403, "PATCH", ONE_SCHEDULED, own("PATCH", path).json("{\"reply_to_id\":\"" + answered + "\"}"));
        step(200, "DELETE", AccountSteps.USER + "/block", bob.request("DELETE", block));
        step(200, "PUT", GraphSteps.FOLLOW, own("PUT", AccountSteps.USERS + "/" + bob.id() + "/follow"));
    }

    private void drafts() {
        String body = "{\"tweets\":[{\"content\":\"one\",\"replies\":\"mentioned\",\"poll\":{\"options\":[\"\"]}},"
                + "{\"content\":\"\"}]}";
        String path = DRAFTS + "/a";
        step(200, "PUT", DRAFT, own("PUT", path).json(body));
        step(200, "PUT", DRAFT, own("PUT", path).json(body));
        ownList(DRAFTS);
        step(422, "PUT", DRAFT, own("PUT", path).json("{\"tweets\":[]}"));
        step(422, "PUT", DRAFT, own("PUT", path).json("{}"));
        step(422, "PUT", DRAFT, own("PUT", DRAFTS + "/no%20spaces").json(body));
        step(401, "PUT", DRAFT, RawRequest.of("PUT", path).json(body));
        step(401, "DELETE", DRAFT, RawRequest.of("DELETE", path));
        for (int i = 1; i < SavedDrafts.MOST; i++) {
            step(200, "PUT", DRAFT, own("PUT", DRAFTS + "/n" + i).json(body));
        }
        step(409, "PUT", DRAFT, own("PUT", DRAFTS + "/more").json(body));
        step(204, "DELETE", DRAFT, own("DELETE", path));
        step(204, "DELETE", DRAFT, own("DELETE", path));
    }

    private void pinned() {
        String tweet = roost.post(alice.token(), "read this first");
        roost.post(alice.token(), "and then this");
        String path = TWEETS + "/" + tweet + "/pin";
        step(204, "PUT", PIN, own("PUT", path));
        step(204, "PUT", PIN, own("PUT", path));
        String list = AccountSteps.USERS + "/" + alice.id() + "/tweets";
        JsonNode page = step(200, "GET", AccountSteps.USERS + "/{id}/tweets", own("GET", list))
                .json();
        assertThat(page.at("/data/0/id").asText()).isEqualTo(tweet);
        assertThat(page.at("/meta/pinned_id").asText()).isEqualTo(tweet);
        for (String method : List.of("PUT", "DELETE")) {
            step(401, method, PIN, RawRequest.of(method, path));
            step(403, method, PIN, bob.request(method, path));
            step(404, method, PIN, own(method, TWEETS + "/" + NOBODY + "/pin"));
        }
        step(204, "DELETE", PIN, own("DELETE", path));
        step(204, "DELETE", PIN, own("DELETE", path));
    }
}

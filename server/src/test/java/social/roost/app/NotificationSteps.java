package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.GraphSteps.FOLLOW;
import static social.roost.app.TweetSteps.TWEET;
import static social.roost.app.TweetSteps.TWEETS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.locks.LockSupport;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Notifications, unread counts, and preferences. */
final class NotificationSteps extends TourSteps {
    static final String READ = "/api/roost/v1/notifications/read";
    static final String PREFERENCES = "/api/roost/v1/users/me/preferences";
    private static final String NOTIFICATIONS = "/api/roost/v1/notifications";
    private static final String UNREAD_COUNT = "/api/roost/v1/notifications/unread-count";

    NotificationSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        ownList(NOTIFICATIONS);
        notifications();
        preferences();
    }

    private void notifications() {
        String tweet = roost.post(alice.token(), "tell me");
        step(
                200,
                "PUT",
                TWEET + "/like",
                RawRequest.of("PUT", TWEETS + "/" + tweet + "/like").token(bob.token()));
        step(
                200,
                "PUT",
                FOLLOW,
                RawRequest.of("PUT", FOLLOW.replace("{id}", alice.id())).token(bob.token()));
        untilUnread();
        ownList(NOTIFICATIONS);
        JsonNode one = step(200, "GET", NOTIFICATIONS, own("GET", NOTIFICATIONS + "?types=like,follow&limit=1"))
                .json();
        assertThat(one.at("/includes/users/0/id").asText()).isNotEmpty();
        step(422, "GET", NOTIFICATIONS, own("GET", NOTIFICATIONS + "?types=poke"));
        step(401, "GET", UNREAD_COUNT);
        step(
                200,
                "POST",
                READ,
                own("POST", READ).json("{\"up_to\":\"" + one.at("/data/0/id").asText() + "\"}"));
        step(404, "POST", READ, own("POST", READ).json("{\"up_to\":\"" + NOBODY + "\"}"));
        step(422, "POST", READ, own("POST", READ).json("{\"up_to\":\"bob\"}"));
        step(200, "POST", READ, own("POST", READ));
        step(401, "POST", READ);
    }

    private void preferences() {
        step(200, "GET", PREFERENCES, own("GET", PREFERENCES));
        step(401, "GET", PREFERENCES);
        step(200, "PATCH", PREFERENCES, own("PATCH", PREFERENCES).json("{\"notifications\":{\"like\":false}}"));
        step(422, "PATCH", PREFERENCES, own("PATCH", PREFERENCES).json("{\"notifications\":{\"poke\":false}}"));
        step(401, "PATCH", PREFERENCES, RawRequest.of("PATCH", PREFERENCES).json("{}"));
    }

    private void untilUnread() {
        Answer count = step(200, "GET", UNREAD_COUNT, own("GET", UNREAD_COUNT));
        for (int i = 0; i < 1_000 && count.json().at("/data/unread_count").asInt() < 2; i++) {
            LockSupport.parkNanos(10_000_000);
            count = step(200, "GET", UNREAD_COUNT, own("GET", UNREAD_COUNT));
        }
    }
}

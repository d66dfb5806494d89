package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Notifications: preferences, pages, and unread counts (G2)")
@Timeout(60)
class NotificationListTest extends NotificationStage {
    private static final String PREFERENCES = "/api/roost/v1/users/me/preferences";

    @Test
    void onlyWhatIsWantedIsTold() throws Exception {
        JsonNode all = expect(200, roost.get(PREFERENCES, alices)).json().at("/data/notifications");
        assertThat(all.toString())
                .isEqualTo("{\"mention\":true,\"reply\":true,\"like\":true,\"retweet\":true,\"quote\":true,"
                        + "\"follow\":true,\"tweet\":true,\"poll_ended\":true,\"edit\":true}");
        JsonNode some = expect(200, prefer("{\"notifications\":{\"like\":false,\"follow\":false}}"))
                .json()
                .at("/data/notifications");
        assertThat(some.get("like").asBoolean()).isFalse();
        assertThat(some.get("mention").asBoolean()).isTrue();
        String tweet = roost.post(alices, "bread");
        act("PUT", bobs, "tweets", tweet, "like");
        act("PUT", bobs, "users", alice, "follow");
        act("PUT", bobs, "tweets", tweet, "retweet");
        assertThat(told(page(alices, ""))).containsExactly("retweet " + tweet);
        expect(200, prefer("{\"notifications\":{\"like\":true}}"));
        act("PUT", carols, "tweets", tweet, "like");
        assertThat(told(page(alices, ""))).containsExactlyInAnyOrder("retweet " + tweet, "like " + tweet);
    }

    @Test
    void aPreferenceThatIsNotKnownIsNamed() {
        Answer unknown = expect(422, prefer("{\"notifications\":{\"poke\":true}}"));
        assertThat(unknown.member("code")).isEqualTo("unknown_field");
        assertThat(unknown.member("field")).isEqualTo("notifications.poke");
        Answer misfit = expect(422, prefer("{\"notifications\":{\"like\":1}}"));
        assertThat(misfit.member("field")).isEqualTo("notifications.like");
    }

    @Test
    void pagesFollowOnEachOtherWithoutRepeating() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.addFirst("mention " + roost.post(bobs, "hello @alice " + i));
            settle();
        }
        act("PUT", bobs, "users", alice, "follow");
        settle();
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = page(alices, "&types=mention,reply&limit=3" + cursor);
            listed.addAll(told(page));
            cursor = page.at("/meta/next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.at("/meta/next").asText();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void readingGoesUpToOneOrToAll() throws Exception {
        for (int i = 0; i < 3; i++) {
            roost.post(bobs, "hello @alice " + i);
            roost.clock.advance(Duration.ofSeconds(1));
        }
        JsonNode data = page(alices, "").get("data");
        String second = data.get(1).get("id").asText();
        Answer left = expect(200, read("{\"up_to\":\"" + second + "\"}"));
        assertThat(left.json().at("/data/unread_count").asInt()).isOne();
        assertThat(page(alices, "").get("data").findValues("read"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(false, true, true);
        expect(200, read("{}"));
        assertThat(unread(alices)).isZero();
        assertThat(expect(404, read("{\"up_to\":\"1\"}")).member("code")).isEqualTo("not_found");
        assertThat(expect(422, read("{\"up_to\":\"x\"}")).member("field")).isEqualTo("up_to");
    }

    /** CASES V-8. */
    @Test
    void hiddenOnesDoNotKeepOthersFromBeingCounted() throws Exception {
        roost.post(carols, "hello @alice");
        for (int i = 0; i < 101; i++) {
            roost.post(bobs, "@alice " + i);
        }
        assertThat(unread(alices)).isEqualTo(100);
        act("PUT", alices, "users", bob, "block");
        assertThat(unread(alices)).isOne();
        expect(200, read("{}"));
        assertThat(unread(alices)).isZero();
    }

    private Answer prefer(String body) {
        return roost.call(RawRequest.of("PATCH", PREFERENCES).token(alices).json(body));
    }
}

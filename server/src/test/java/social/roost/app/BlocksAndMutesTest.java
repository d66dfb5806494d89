package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Timestamps;
import social.roost.event.Await;
import social.roost.graph.GraphStore;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Blocks and mutes (B4)")
@Timeout(60)
class BlocksAndMutesTest {
    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aBlockEndsTheFollowsBeforeItIsAnsweredAndCountsAreExact() {
        call("PUT", alices, bob, "follow");
        call("PUT", bobs, alice, "follow");
        assertThat(truths(call("PUT", alices, bob, "block"))).containsExactly("blocking");
        assertThat(truths(call("PUT", alices, bob, "block"))).containsExactly("blocking");
        assertThat(truths(relationship(bobs, alice))).containsExactly("blocked_by");
        for (String user : List.of(alice, bob)) {
            JsonNode profile =
                    roost.get("/api/roost/v1/users/" + user, alices).json().get("data");
            assertThat(profile.get("followers_count").asInt()).isZero();
            assertThat(profile.get("following_count").asInt()).isZero();
        }
        Answer refused = roost.call(request("PUT", bobs, alice, "follow"));
        assertThat(expect(403, refused).member("code")).isEqualTo("blocked");
        assertThat(truths(call("DELETE", alices, bob, "block"))).isEmpty();
        assertThat(truths(call("PUT", bobs, alice, "follow"))).containsExactly("following");
    }

    @Test
    void aBlockThatWasCutShortIsFinishedInTheBackground() throws Exception {
        call("PUT", bobs, alice, "follow");
        roost.server.stores().graph().blocks().block(Long.parseLong(alice), Long.parseLong(bob), 1);
        GraphStore graph = roost.server.stores().graph().follows();
        Await.until(() -> !graph.follows(Long.parseLong(bob), Long.parseLong(alice)));
    }

    @Test
    void aMuteIsKeptFromTheOneMutedAndEndsByItself() {
        call("PUT", bobs, alice, "follow");
        call("PUT", alices, bob, "follow");
        JsonNode muted = expect(200, mute("{\"duration_seconds\":60}")).json().get("data");
        assertThat(truths(muted)).containsExactly("following", "followed_by", "muting");
        assertThat(muted.get("muted_until").asText())
                .isEqualTo(Timestamps.format(
                        roost.clock.millis() + Duration.ofMinutes(1).toMillis()));
        assertThat(truths(relationship(bobs, alice))).containsExactly("following", "followed_by");
        roost.clock.advance(Duration.ofSeconds(59));
        assertThat(ids("/api/roost/v1/mutes")).containsExactly(bob);
        roost.clock.advance(Duration.ofSeconds(1));
        assertThat(ids("/api/roost/v1/mutes")).isEmpty();
        assertThat(truths(relationship(alices, bob))).containsExactly("following", "followed_by");
        assertThat(relationship(alices, bob).has("muted_until")).isFalse();
    }

    @Test
    void aMuteWithoutADurationLastsUntilItIsTakenBack() {
        call("PUT", alices, bob, "mute");
        expect(200, mute("{\"duration_seconds\":1}"));
        expect(200, mute("{}"));
        roost.clock.advance(Duration.ofDays(10));
        assertThat(truths(relationship(roost.token(alice), bob))).containsExactly("muting");
        assertThat(relationship(roost.token(alice), bob).has("muted_until")).isFalse();
        assertThat(truths(call("DELETE", roost.token(alice), bob, "mute"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "31536001", "99999999999999999999", "1.5", "1e3", "\"60\"", "true", "[]"})
    void aDurationIsAWholeNumberOfSecondsUpToAYear(String seconds) {
        Answer refused = expect(422, mute("{\"duration_seconds\":" + seconds + "}"));
        assertThat(refused.member("code")).isEqualTo("invalid_value");
        assertThat(refused.member("field")).isEqualTo("duration_seconds");
        assertThat(ids("/api/roost/v1/mutes")).isEmpty();
    }

    @Test
    void listsAreOnesOwnNewestFirstPageByPage() {
        List<String> expected = new ArrayList<>();
        for (String name : List.of("carol", "dave", "erin")) {
            String other = roost.register(name);
            call("PUT", alices, other, "block");
            call("PUT", alices, other, "mute");
            expected.addFirst(other);
            roost.clock.advance(Duration.ofSeconds(1));
        }
        call("PUT", bobs, alice, "block");
        for (String list : List.of("/api/roost/v1/blocks", "/api/roost/v1/mutes")) {
            JsonNode first = roost.get(list + "?limit=2", alices).json();
            List<String> listed = new ArrayList<>(first.get("data").findValuesAsText("id"));
            String next = first.at("/meta/next").asText();
            JsonNode rest = roost.get(list + "?limit=2&cursor=" + next, alices).json();
            listed.addAll(rest.get("data").findValuesAsText("id"));
            assertThat(listed).isEqualTo(expected);
            assertThat(rest.at("/meta/next").isMissingNode()).isTrue();
        }
    }

    private JsonNode call(String method, String token, String other, String what) {
        return expect(200, roost.call(request(method, token, other, what)))
                .json()
                .get("data");
    }

    private Answer mute(String body) {
        return roost.call(request("PUT", alices, bob, "mute").json(body));
    }

    private static RawRequest request(String method, String token, String other, String what) {
        return RawRequest.of(method, "/api/roost/v1/users/" + other + "/" + what)
                .token(token);
    }

    private JsonNode relationship(String token, String other) {
        return roost.get("/api/roost/v1/relationships?ids=" + other, token)
                .json()
                .at("/data/0");
    }

    private List<String> ids(String list) {
        return expect(200, roost.get(list, alices)).json().get("data").findValuesAsText("id");
    }

    /** The fields that are true, in order. */
    private static List<String> truths(JsonNode relationship) {
        return relationship
                .propertyStream()
                .filter(member ->
                        member.getValue().isBoolean() && member.getValue().booleanValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}

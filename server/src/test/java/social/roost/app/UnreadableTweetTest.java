package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.http.Route;

/**
 * A tweet whose visibility lets nobody read it is in no list and on no stream, though it is in timelines, has likes and
 * references, and mentions someone. {@link SecurityTableTest} asks for it by its id.
 */
@DisplayName("One visibility rule (J1)")
@Timeout(120)
class UnreadableTweetTest {
    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        String carol = roost.register("carol");
        for (String followee : List.of(alice, carol)) {
            call("PUT", bobs, "users/" + followee + "/follow");
        }
        call("PUT", alices, "users/" + bob + "/follow");
        // So that the timelines exist, and the tweet is pushed to them.
        call("GET", alices, "timelines/home");
        call("GET", bobs, "timelines/home");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void onlyPublicCanBeChosen() {
        assertThat(expect(201, post("public")).member("visibility")).isEqualTo("public");
        for (String other : List.of("unknown", "followers", "PUBLIC", "")) {
            Answer answer = expect(422, post(other));
            assertThat(answer.member("field")).as(other).isEqualTo("visibility");
        }
    }

    @Test
    void noAnswerHasIt() throws Exception {
        String id = Unreadable.tweet(roost, alice, bob);
        Await.until(() -> roost.server.backlog() == 0);
        roost.routes().stream()
                .filter(route -> route.method().equals("GET"))
                .flatMap(route -> answers(route, id))
                .forEach(answer -> assertThat(answer.text()).doesNotContain(Unreadable.TEXT));
        assertThat(data("timelines/home", bobs, "content")).containsExactly("a reply", "a quote");
        assertThat(data("users/" + alice + "/tweets", bobs, "content")).isEmpty();
        assertThat(data("users/" + bob + "/likes", alices, "content")).isEmpty();
        assertThat(data("bookmarks", bobs, "content")).isEmpty();
        assertThat(data("notifications", bobs, "type")).containsExactly("follow");
        assertThat(data("notifications", alices, "type")).containsExactlyInAnyOrder("follow", "reply", "quote");
        assertThat(roost.get("/api/roost/v1/notifications/unread-count", bobs).text())
                .contains("\"unread_count\":1");
    }

    @Test
    void noStreamHasIt() throws Exception {
        Await.until(() -> roost.server.backlog() == 0);
        try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", bobs)) {
            var _ = stream.next("unread");
            String id = Unreadable.tweet(roost, alice, bob);
            stream.say("{\"watch\":[\"" + id + "\"]}");
            Await.until(() -> roost.server.backlog() == 0);
            roost.server.stores().tweets().posts().delete(Long.parseLong(id), 1);
            String last = roost.post(alices, "the last");
            assertThat(stream.until(last))
                    .allSatisfy(event -> assertThat(event.toString())
                            .doesNotContain(Unreadable.TEXT)
                            .doesNotContain("\"tweet_id\":\"" + id));
        }
    }

    private Stream<Answer> answers(Route route, String id) {
        String of = route.template().contains("/tweets/") ? id : alice;
        String path = route.template().replace("{id}", of).replace("{username}", "alice");
        String target = path.equals("/api/roost/v1/tweets") ? path + "?ids=" + id : path;
        return Stream.of(bobs, alices).map(token -> roost.get(target, token));
    }

    private Answer post(String visibility) {
        return roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(alices)
                .json("{\"content\":\"hello\",\"visibility\":\"" + visibility + "\"}"));
    }

    private List<String> data(String path, String token, String member) {
        return expect(200, roost.get("/api/roost/v1/" + path, token))
                .json()
                .get("data")
                .findValuesAsText(member);
    }

    private void call(String method, String token, String path) {
        expect(200, roost.call(RawRequest.of(method, "/api/roost/v1/" + path).token(token)));
    }
}

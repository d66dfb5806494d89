package social.roost.app;

import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Alice, bob and carol on their own server, and how they read their notifications. */
abstract class NotificationStage {
    static final String LIST = "/api/roost/v1/notifications";

    LocalServer roost;
    String alice;
    String bob;
    String carol;
    String alices;
    String bobs;
    String carols;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        carol = roost.register("carol");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(carol);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    /** Read after all events so far have taken effect. */
    JsonNode page(String token, String query) throws Exception {
        settle();
        return expect(200, roost.get(LIST + "?" + query, token)).json();
    }

    void settle() throws Exception {
        Await.until(() -> roost.server.backlog() == 0);
    }

    /** Each as its type and its tweet. */
    static List<String> told(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(each ->
                        each.get("type").asText() + " " + each.path("tweet_id").asText())
                .toList();
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    int unread(String token) throws Exception {
        settle();
        return expect(200, roost.get(LIST + "/unread-count", token))
                .json()
                .at("/data/unread_count")
                .asInt();
    }

    void act(String method, String token, String what, String id, String how) {
        expect(
                200,
                roost.call(RawRequest.of(method, "/api/roost/v1/" + what + "/" + id + "/" + how)
                        .token(token)));
    }

    Answer read(String body) {
        return roost.call(RawRequest.of("POST", LIST + "/read").token(alices).json(body));
    }
}

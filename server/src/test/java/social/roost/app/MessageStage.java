package social.roost.app;

import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Alice, bob and carol, who follow each other, on their own server, and how they write to each other. */
abstract class MessageStage {
    static final String ALL = "/api/roost/v1/conversations";

    LocalServer roost;
    String alice;
    String bob;
    String carol;
    String alices;
    String bobs;
    String carols;

    private int keys;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder, settings());
        alice = roost.register("alice");
        bob = roost.register("bob");
        carol = roost.register("carol");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(carol);
        for (String token : List.of(alices, bobs, carols)) {
            List.of(alice, bob, carol)
                    .forEach(other -> roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + other + "/follow")
                            .token(token)));
        }
    }

    /** Settings of the server. */
    String[] settings() {
        return new String[0];
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    Answer call(String method, String path, String token) {
        return roost.call(RawRequest.of(method, path).token(token));
    }

    Answer call(String method, String path, String token, String json) {
        return roost.call(RawRequest.of(method, path).token(token).json(json));
    }

    JsonNode data(int status, Answer answer) {
        return expect(status, answer).json().get("data");
    }

    static String ids(String... others) {
        return Arrays.stream(others).map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    Answer open(String token, String... others) {
        return call("POST", ALL, token, "{\"member_ids\":" + ids(others) + "}");
    }

    /** The conversation with another user; returns the id. */
    String pair(String token, String other) {
        Answer answer = open(token, other);
        expect(answer.status() == 200 ? 200 : 201, answer);
        return answer.member("id");
    }

    /** A group of a user with others, who accept; returns the id. */
    String group(String token, String name, String... others) {
        String id = expect(
                        201,
                        call("POST", ALL, token, "{\"member_ids\":%s,\"name\":\"%s\"}".formatted(ids(others), name)))
                .member("id");
        for (String other : others) {
            expect(200, call("POST", ALL + "/" + id + "/accept", tokenOf(other)));
        }
        return id;
    }

    String tokenOf(String user) {
        return user.equals(alice) ? alices : user.equals(bob) ? bobs : carols;
    }

    Answer trySend(String token, String conversation, String text) {
        return sendWith(token, conversation, "key-" + keys++, "\"text\":\"" + text + "\"");
    }

    Answer sendWith(String token, String conversation, String key, String members) {
        return call(
                "POST",
                ALL + "/" + conversation + "/messages",
                token,
                "{\"client_key\":\"" + key + "\"," + members + "}");
    }

    /** Sends a message; returns it. */
    JsonNode send(String token, String conversation, String text) {
        return data(201, trySend(token, conversation, text));
    }

    JsonNode messages(String token, String conversation) {
        return data(200, roost.get(ALL + "/" + conversation + "/messages?limit=100", token));
    }

    List<String> texts(String token, String conversation) {
        return messages(token, conversation)
                .valueStream()
                .map(each -> each.get("text").asText())
                .toList();
    }

    JsonNode conversation(String token, String id) {
        return data(200, roost.get(ALL + "/" + id, token));
    }

    List<String> listed(String token, String status) {
        return data(200, roost.get(ALL + "?status=" + status, token))
                .valueStream()
                .map(each -> each.get("id").asText())
                .toList();
    }

    int unread(String token, String id) {
        return conversation(token, id).get("unread_count").asInt();
    }

    int badge(String token) {
        return data(200, roost.get(ALL + "/unread-count", token))
                .get("unread_count")
                .asInt();
    }

    void read(String token, String id, long seq) {
        expect(200, call("POST", ALL + "/" + id + "/read", token, "{\"seq\":" + seq + "}"));
    }

    void prefer(String token, String member, String value) {
        expect(
                200,
                call(
                        "PATCH",
                        "/api/roost/v1/users/me/preferences",
                        token,
                        "{\"messages\":{\"" + member + "\":" + value + "}}"));
    }

    void block(String method, String token, String other) {
        expect(200, call(method, "/api/roost/v1/users/" + other + "/block", token));
    }

    void settle() throws Exception {
        Await.until(() -> roost.server.backlog() == 0);
    }
}

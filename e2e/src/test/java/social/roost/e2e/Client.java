package social.roost.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sends requests as a visitor, or as the user whose token it has. Unexpected responses are thrown as {@link Refused} or
 * {@link Unanswered}.
 */
final class Client {
    static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final String base;
    private final String token;
    private final String id;

    private Client(String base, String token, String id) {
        this.base = base;
        this.token = token;
        this.id = id;
    }

    /** A visitor of the server, or gateway, at this address. */
    static Client at(String base) {
        return new Client(base, "", "");
    }

    /** The same user at another address. */
    Client movedTo(String address) {
        return new Client(address, token, id);
    }

    /** The address of the user's stream, which can be opened once. */
    String streamAddress(String path) {
        String ticket = send("POST", "/stream/tickets").expect(201).text("/data/ticket");
        return base + "/api/roost/v1" + path + "?ticket=" + ticket;
    }

    /** The user's id. */
    String id() {
        return id;
    }

    /** Registers a user and logs in. */
    Client join(String username) {
        String _ = post(
                        "/users",
                        Map.of("username", username, "email", username + "@example.org", "password", PASSWORD))
                .expect(201)
                .text("/data/id");
        return logIn(username, PASSWORD);
    }

    Client logIn(String login, String password) {
        Answer answer =
                post("/sessions", Map.of("login", login, "password", password)).expect(201);
        return new Client(base, answer.text("/data/token"), answer.text("/data/user_id"));
    }

    void follow(Client other) {
        follow(other.id);
    }

    void follow(String userId) {
        var _ = send("PUT", "/users/" + userId + "/follow").expect(200);
    }

    void unfollow(String userId) {
        var _ = send("DELETE", "/users/" + userId + "/follow").expect(200);
    }

    /** Posts a tweet and returns its id. */
    String tweet(String content) {
        return post("/tweets", Map.of("content", content)).expect(201).text("/data/id");
    }

    /** Like {@link #tweet}, with a key that makes it safe to retry. */
    String tweetOnce(String key, String content) {
        return post("/tweets", Map.of("content", content), "Idempotency-Key", key)
                .expect(201)
                .text("/data/id");
    }

    /** Posts a tweet, or several as a thread, with a key that makes it safe to retry; returns the ids. */
    List<String> postOnce(String key, List<String> contents) {
        if (contents.size() == 1) {
            return List.of(tweetOnce(key, contents.getFirst()));
        }
        List<Map<String, String>> drafts =
                contents.stream().map(content -> Map.of("content", content)).toList();
        return post("/threads", Map.of("tweets", drafts), "Idempotency-Key", key)
                .expect(201)
                .ids();
    }

    /** Replies to a tweet and returns the reply's id. */
    String reply(String tweetId, String content) {
        return post("/tweets", Map.of("content", content, "reply_to_id", tweetId))
                .expect(201)
                .text("/data/id");
    }

    /** Likes, retweets or bookmarks a tweet, or undoes that. */
    Answer engage(String tweetId, String how, boolean on) {
        return send(on ? "PUT" : "DELETE", "/tweets/" + tweetId + "/" + how).expect(200);
    }

    /** The conversation with another user, new or not; returns its id. */
    String openPair(String userId) {
        Answer answer = post("/conversations", Map.of("member_ids", List.of(userId)));
        return answer.expect(answer.status() == 200 ? 200 : 201).text("/data/id");
    }

    /** Sends a message, with a key that makes it safe to retry; returns its sequence number. */
    long message(String conversationId, String key, String text) {
        return post("/conversations/" + conversationId + "/messages", Map.of("client_key", key, "text", text))
                .expect(201)
                .data()
                .path("seq")
                .asLong();
    }

    void delete(String tweetId) {
        var _ = send("DELETE", "/tweets/" + tweetId).expect(204);
    }

    Answer profile() {
        return get("/users/" + id).expect(200);
    }

    /** The first page of the home timeline. */
    Answer home(int limit) {
        return get("/timelines/home?limit=" + limit).expect(200);
    }

    /** The page of the home timeline at that cursor. */
    Answer home(int limit, String cursor) {
        return get("/timelines/home?limit=" + limit + "&cursor=" + encoded(cursor))
                .expect(200);
    }

    /** The ids of the whole list at that path, page by page. */
    List<String> allIds(String path) {
        return pages(path, _ -> true).stream()
                .map(Answer::ids)
                .flatMap(List::stream)
                .toList();
    }

    /** The ids above that one in a list with descending ids. */
    List<String> idsAfter(String path, long after) {
        return pages(path, ids -> ids.isEmpty() || Long.parseLong(ids.getLast()) > after).stream()
                .map(Answer::ids)
                .flatMap(List::stream)
                .filter(id -> Long.parseLong(id) > after)
                .toList();
    }

    /** All items of the list at that path. */
    List<JsonNode> all(String path) {
        return pages(path, _ -> true).stream()
                .flatMap(page -> page.data().valueStream())
                .toList();
    }

    /** Continues after each page whose ids satisfy the condition. */
    private List<Answer> pages(String path, Predicate<List<String>> readOn) {
        List<Answer> pages = new ArrayList<>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=100";
        Optional<String> cursor = Optional.empty();
        do {
            String at = cursor.map(text -> "&cursor=" + encoded(text)).orElse("");
            Answer page = get(first + at).expect(200);
            pages.add(page);
            cursor = readOn.test(page.ids()) ? page.next() : Optional.empty();
        } while (cursor.isPresent());
        return pages;
    }

    Answer get(String path) {
        return send("GET", path);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer send(String method, String path) {
        return exchange(method, path, request(path).method(method, BodyPublishers.noBody()));
    }

    Answer send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path)
                .method(method, BodyPublishers.ofString(write(body)))
                .header("Content-Type", "application/json");
        return exchange(method, path, headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        boolean isForClients = !path.startsWith("/health") && !path.startsWith("/admin");
        String root = isForClients ? base + "/api/roost/v1" : base;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(String method, String path, HttpRequest.Builder request) {
        String name = method + " " + path;
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(name, response.statusCode(), response.headers(), read(response.body()));
        } catch (IOException e) {
            throw new Unanswered(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(name, e);
        }
    }

    private static JsonNode read(String body) throws JsonProcessingException {
        return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

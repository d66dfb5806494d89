package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Uses a server over HTTP. A response with an unexpected status fails the test. */
final class ModelClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;

    ModelClient(int port) {
        address = "http://127.0.0.1:" + port + "/api/roost/v1";
    }

    Account register(String username) {
        String password = password(username);
        String email = username + "@example.org";
        long id = call("POST", "/users", null, Map.of("username", username, "email", email, "password", password), 201)
                .at("/data/id")
                .asLong();
        return logIn(new Account(username, id, ""));
    }

    /** The same user with a new session. */
    Account logIn(Account user) {
        Map<String, String> login = Map.of("login", user.name(), "password", password(user.name()));
        JsonNode session = call("POST", "/sessions", null, login, 201);
        return new Account(user.name(), user.id(), session.at("/data/token").asText());
    }

    private static String password(String username) {
        return "correct horse " + username;
    }

    void rename(Account user, String displayName) {
        call("PATCH", "/users/me", user, Map.of("display_name", displayName), 200);
    }

    /** Returns whether the reader follows the author according to the response. */
    @CanIgnoreReturnValue
    boolean follow(Account reader, Account author) {
        return follow(reader, author, false);
    }

    boolean follow(Account reader, Account author, boolean blocked) {
        return call("PUT", "/users/" + author.id() + "/follow", reader, null, blocked ? 403 : 200)
                .at("/data/following")
                .asBoolean();
    }

    /** Returns whether the reader follows the author according to the response. */
    @CanIgnoreReturnValue
    boolean unfollow(Account reader, Account author) {
        return call("DELETE", "/users/" + author.id() + "/follow", reader, null, 200)
                .at("/data/following")
                .asBoolean();
    }

    long post(Account author, String content) {
        JsonNode tweet = call("POST", "/tweets", author, Map.of("content", content), 201);
        assertThat(tweet.at("/data/content").asText()).isEqualTo(content);
        return tweet.at("/data/id").asLong();
    }

    /** Posts a thread of so many tweets; returns the ids. */
    List<Long> thread(Account author, int size) {
        List<Map<String, String>> drafts = IntStream.range(0, size)
                .mapToObj(i -> Map.of("content", "part " + i))
                .toList();
        JsonNode posted = call("POST", "/threads", author, Map.of("tweets", drafts), 201);
        return posted.get("data").findValues("id").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    /** Returns the reply's id. */
    long reply(Account author, long tweet, String content) {
        Map<String, String> draft = Map.of("content", content, "reply_to_id", "" + tweet);
        return call("POST", "/tweets", author, draft, 201).at("/data/id").asLong();
    }

    /** Returns the reply's id, 0 if there is a block. */
    long reply(Account author, long tweet, boolean blocked) {
        return about(author, "reply_to_id", tweet, blocked);
    }

    /** Returns the quote's id, 0 if there is a block. */
    long quote(Account author, long tweet, boolean blocked) {
        return about(author, "quote_of_id", tweet, blocked);
    }

    private long about(Account author, String reference, long tweet, boolean blocked) {
        Map<String, String> draft = Map.of("content", "something about " + tweet, reference, "" + tweet);
        JsonNode answer = call("POST", "/tweets", author, draft, blocked ? 403 : 201);
        assertThat(blocked || answer.at("/data/" + reference).asLong() == tweet).isTrue();
        return answer.at("/data/id").asLong();
    }

    /** Likes, retweets or bookmarks, or undoes it; returns the counts of likes and retweets. */
    @CanIgnoreReturnValue
    List<Integer> engage(Account user, long tweet, String how, boolean on, int status) {
        JsonNode counts = call(on ? "PUT" : "DELETE", "/tweets/" + tweet + "/" + how, user, null, status)
                .at("/data/counts");
        return List.of(counts.path("likes").asInt(), counts.path("retweets").asInt());
    }

    /** Blocks or mutes, or undoes it. */
    void screen(Account user, Account other, String how, boolean on) {
        call(on ? "PUT" : "DELETE", "/users/" + other.id() + "/" + how, user, null, 200);
    }

    JsonNode tweet(@Nullable Account viewer, long tweet) {
        return call("GET", "/tweets/" + tweet, viewer, null, 200);
    }

    /** The ids of one page after another, without included tweets. */
    List<Long> ids(String path, @Nullable Account viewer, int limit) {
        List<Long> all = new ArrayList<>();
        String cursor = null;
        do {
            String query =
                    (path.contains("?") ? "&" : "?") + "limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
            JsonNode page = call("GET", path + query, viewer, null, 200);
            page.get("data").forEach(item -> all.add(item.get("id").asLong()));
            cursor = page.at("/meta/next").asText(null);
        } while (cursor != null);
        return all;
    }

    /** The ids of all tweets that a search finds, the latest first. */
    List<Long> search(@Nullable Account viewer, String query, int limit) {
        return ids(searchPath("tweets", query) + "&sort=latest", viewer, limit);
    }

    /** @param what such as {@code users} */
    static String searchPath(String what, String query) {
        return "/search/" + what + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    List<Long> suggestedUsers(@Nullable Account viewer, String typed) {
        return suggested(viewer, typed).findValues("user").stream()
                .map(user -> user.get("id").asLong())
                .toList();
    }

    /** Hashtags in the form in which most people write them. */
    List<SearchModel.Tag> suggestedTags(@Nullable Account viewer, String typed) {
        List<SearchModel.Tag> tags = new ArrayList<>();
        suggested(viewer, typed)
                .forEach(tag -> tags.add(new SearchModel.Tag(
                        tag.get("tag").asText(), tag.get("tweets_count").asLong())));
        return tags;
    }

    private JsonNode suggested(@Nullable Account viewer, String typed) {
        return call("GET", searchPath("suggest", typed) + "&limit=20", viewer, null, 200)
                .get("data");
    }

    /** How many tweets have a hashtag. */
    long tweetsWith(String tag) {
        return call("GET", "/hashtags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8), null, null, 200)
                .at("/data/tweets_count")
                .asLong();
    }

    void delete(Account author, long tweet) {
        call("DELETE", "/tweets/" + tweet, author, null, 204);
    }

    void expectTweet(long tweet, boolean there) {
        call("GET", "/tweets/" + tweet, null, null, there ? 200 : 404);
    }

    TweetsPage home(Account reader, int limit, @Nullable String cursor) {
        return page("/timelines/home", reader, limit, cursor);
    }

    TweetsPage tweets(Account author, int limit, @Nullable String cursor) {
        return page("/users/" + author.id() + "/tweets?with=replies", null, limit, cursor);
    }

    JsonNode profile(Account user) {
        return call("GET", "/users/" + user.id(), null, null, 200).get("data");
    }

    JsonNode relationships(Account reader, List<Account> others) {
        String ids = others.stream().map(other -> "" + other.id()).collect(Collectors.joining(","));
        return call("GET", "/relationships?ids=" + ids, reader, null, 200).get("data");
    }

    /** All of {@code followers} or {@code following}, page by page. */
    List<Long> list(Account user, String which, int limit) {
        List<Long> all = new ArrayList<>();
        String cursor = null;
        do {
            String query = "?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
            JsonNode page = call("GET", "/users/" + user.id() + "/" + which + query, null, null, 200);
            page.get("data").forEach(other -> all.add(other.get("id").asLong()));
            cursor = page.at("/meta/next").asText(null);
        } while (cursor != null);
        return all;
    }

    private TweetsPage page(String path, @Nullable Account reader, int limit, @Nullable String cursor) {
        String query =
                (path.contains("?") ? "&" : "?") + "limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
        JsonNode page = call("GET", path + query, reader, null, 200);
        List<Long> ids = new ArrayList<>();
        Set<String> authors = new HashSet<>();
        page.get("data").forEach(tweet -> {
            ids.add(tweet.get("id").asLong());
            authors.add(tweet.get("author_id").asText());
        });
        page.at("/includes/tweets")
                .forEach(tweet -> authors.add(tweet.get("author_id").asText()));
        assertThat(ids.size()).isLessThanOrEqualTo(limit);
        assertThat(page.at("/includes/users").findValuesAsText("id")).containsExactlyInAnyOrderElementsOf(authors);
        JsonNode meta = page.get("meta");
        return new TweetsPage(
                ids, meta.path("next").asText(null), meta.path("previous").asText(null));
    }

    private JsonNode call(String method, String path, @Nullable Account caller, @Nullable Object body, int status) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
            if (caller != null) {
                request.header("authorization", "Bearer " + caller.token());
            }
            if (body != null) {
                request.header("content-type", "application/json");
            }
            request.method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(response.statusCode())
                    .as(() -> method + " " + path + ": " + new String(response.body(), StandardCharsets.UTF_8))
                    .isEqualTo(status);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of all pages together. */
    static List<Long> all(Pages pages) {
        List<Long> all = new ArrayList<>();
        String cursor = null;
        do {
            TweetsPage page = pages.read(cursor);
            all.addAll(page.ids());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @FunctionalInterface
    interface Pages {
        TweetsPage read(@Nullable String cursor);
    }

    record Account(String name, long id, String token) {
        @Override
        public String toString() {
            return name;
        }
    }

    record TweetsPage(
            List<Long> ids, @Nullable String next, @Nullable String previous) {}
}

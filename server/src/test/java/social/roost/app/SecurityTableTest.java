package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.http.Route;
import social.roost.user.Session;
import social.roost.user.TokenHash;

/**
 * Every route, called by users without permission. Their responses are in one table, {@code security-table.txt}, which
 * must name each route of the server: for anonymous callers, for bob, a stranger who requests what is alice's, for
 * mallory, whom alice has blocked, and for bob when he requests a tweet that nobody may read.
 */
@DisplayName("Who gets what (J1, A1, B4)")
@Timeout(240)
class SecurityTableTest {
    private static final String SECRET = "only for friends";

    private static final List<String> TABLE = table();

    private static List<String> table() {
        try (InputStream table = SecurityTableTest.class.getResourceAsStream("/security-table.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalServer roost;
    private String alice;
    private String bob;
    private String mallory;
    private String tweet;
    private String unreadable;
    private String session;
    private String medium;
    private String conversation;
    private String list;
    private String poll;
    private String file;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder, MailSteps.on());
        alice = roost.register("alice");
        bob = roost.register("bob");
        mallory = roost.register("mallory");
        String alices = roost.token(alice);
        tweet = roost.post(alices, SECRET);
        poll = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                                .token(alices)
                                .json("{\"content\":\"" + SECRET
                                        + "\",\"poll\":{\"options\":[\"a\",\"b\"],\"duration_seconds\":300}}")))
                .member("id");
        session = roost.get("/api/roost/v1/sessions", alices)
                .json()
                .at("/data/0/id")
                .asText();
        medium = new TestUploads(roost).ready(alices, TestMedia.png("alice's"));
        file = new TestUploads(roost).file(alices, medium);
        conversation = talk(alices, roost.register("carol"));
        list = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/lists")
                                .token(alices)
                                .json("{\"name\":\"" + SECRET + "\"}")))
                .member("id");
        unreadable = Unreadable.tweet(roost, alice, bob);
        knowEachOther();
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + mallory + "/block")
                        .token(alices)));
    }

    private String talk(String alices, String carol) {
        String id = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/conversations")
                                .token(alices)
                                .json("{\"member_ids\":[\"" + carol + "\"]}")))
                .member("id");
        expect(
                201,
                roost.call(RawRequest.of("POST", "/api/roost/v1/conversations/" + id + "/messages")
                        .token(alices)
                        .json("{\"client_key\":\"1\",\"text\":\"" + SECRET + "\"}")));
        return id;
    }

    /** So that there is something which a block has to hide. */
    private void knowEachOther() {
        String token = roost.token(mallory);
        for (String done : List.of(
                "users/" + alice + "/follow",
                "tweets/" + tweet + "/like",
                "tweets/" + tweet + "/retweet",
                "tweets/" + tweet + "/bookmark")) {
            expect(200, roost.call(RawRequest.of("PUT", "/api/roost/v1/" + done).token(token)));
        }
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void everyRouteAnswersThoseWhoShouldNotGetFarAsTheTableSays() {
        List<String> seen = roost.routes().stream()
                .map(route -> route.method() + " " + route.template() + " "
                        + call(route, null).status() + " " + stranger(route).status() + " "
                        + blocked(route).status() + " " + unreadable(route).status())
                .toList();
        assertThat(seen)
                .filteredOn(row -> !TABLE.contains(row))
                .as(
                        "rows that are missing in the table, or have other statuses there; columns: anonymous, stranger, blocked,"
                                + " unreadable tweet")
                .isEmpty();
        assertThat(TABLE)
                .filteredOn(row -> !seen.contains(row))
                .as("rows of the table that no route confirms")
                .isEmpty();
    }

    @Test
    void noRouteTakesATokenThatIsNotValidOrNoLonger() {
        for (String token : List.of("nonsense", expired(), revoked())) {
            roost.routes()
                    .forEach(route -> assertThat(call(route, token).status())
                            .as("%s %s with %s", route.method(), route.template(), token)
                            .isEqualTo(401));
        }
        expect(200, roost.get("/api/roost/v1/tweets/" + tweet, roost.token(alice)));
    }

    private Answer stranger(Route route) {
        return undone(route, bob, call(route, roost.token(bob)));
    }

    private Answer blocked(Route route) {
        Answer answer = undone(route, mallory, call(route, roost.token(mallory)));
        assertThat(answer.text()).as("%s %s", route.method(), route.template()).doesNotContain(SECRET);
        return answer;
    }

    private Answer unreadable(Route route) {
        Answer answer = undone(route, bob, call(route, roost.token(bob), unreadable));
        assertThat(answer.text()).as("%s %s", route.method(), route.template()).doesNotContain(Unreadable.TEXT);
        return answer;
    }

    /** Mallory blocking alice in return would hide more than this test checks. */
    private Answer undone(Route route, String user, Answer answer) {
        if (route.method().equals("PUT") && route.template().endsWith("/block")) {
            String block = "/api/roost/v1/users/" + alice + "/block";
            expect(200, roost.call(RawRequest.of("DELETE", block).token(roost.token(user))));
        }
        return answer;
    }

    private Answer call(Route route, @Nullable String token) {
        return call(route, token, tweet);
    }

    private Answer call(Route route, @Nullable String token, String about) {
        RawRequest request = RawRequest.of(route.method(), target(route.template(), about));
        String body = body(route, about);
        RawRequest whole = body == null ? request : request.json(body);
        return roost.call(token == null ? whole : whole.token(token));
    }

    private String target(String template, String about) {
        String of = template.startsWith("/api/roost/v1/tweets/")
                ? about
                : template.contains("/polls/")
                        ? about.equals(tweet) ? poll : about
                        : template.startsWith("/api/roost/v1/sessions/")
                                ? session
                                : template.contains("/conversations/")
                                        ? conversation
                                        : template.contains("/lists/")
                                                ? list
                                                : template.contains("/media") ? medium : alice;
        String path = template.replace("{id}", of)
                .replace("{username}", "alice")
                .replace("{name}", file)
                .replace("{tag}", "secret")
                .replace("{topic}", "secret")
                .replace("{user_id}", alice)
                .replace("{seq}", "1")
                .replace("{emoji}", "%E2%9D%A4%EF%B8%8F")
                .replaceAll("/messages/1$", "/messages/1?for=me");
        return switch (path) {
            case "/api/roost/v1/relationships" -> path + "?ids=" + alice;
            case "/api/roost/v1/search/users", "/api/roost/v1/search/suggest" -> path + "?q=alice";
            case "/api/roost/v1/conversations/search" -> path + "?q=friends";
            case "/api/roost/v1/tweets" -> path + "?ids=" + about;
            case "/api/roost/v1/search/tweets" -> path + "?sort=latest&q=since:2000-01-01";
            default -> path;
        };
    }

    private @Nullable String body(Route route, String about) {
        return switch (route.method() + " " + route.template()) {
            case "POST /api/roost/v1/tweets" -> "{\"content\":\"yes\",\"reply_to_id\":\"" + about + "\"}";
            case "POST /api/roost/v1/threads" ->
                "{\"tweets\":[{\"content\":\"yes\",\"reply_to_id\":\"" + about + "\"},{\"content\":\"and more\"}]}";
            case "POST /api/roost/v1/impressions" ->
                "{\"batch_key\":\"a\",\"items\":[{\"tweet_id\":\"" + about + "\",\"kind\":\"view\"}]}";
            case "POST /api/roost/v1/reports" ->
                "{\"user_id\":\"" + alice + "\",\"tweet_ids\":[\"" + about + "\"],\"category\":\"spam\"}";
            case "POST /api/roost/v1/lists" -> "{\"name\":\"mine\"}";
            case "POST /api/roost/v1/tweets/{id}/feedback" -> "{\"kind\":\"less\"}";
            case "POST /api/roost/v1/conversations" -> "{\"member_ids\":[\"" + alice + "\"]}";
            case "POST /api/roost/v1/conversations/{id}/messages" -> "{\"client_key\":\"1\",\"text\":\"me, too\"}";
            case "PUT /api/roost/v1/drafts/{id}" -> "{\"tweets\":[{\"content\":\"me, too\"}]}";
            case "POST /api/roost/v1/polls/{id}/votes" -> "{\"choice\":0}";
            case "POST /api/roost/v1/conversations/{id}/read" -> "{\"seq\":1}";
            case "PATCH /api/roost/v1/users/me/email" ->
                "{\"current_password\":\"a guess\",\"email\":\"eve@example.org\"}";
            case "POST /api/roost/v1/password-resets" -> "{\"email\":\"alice@example.org\"}";
            case "POST /api/roost/v1/password-resets/{token}" -> "{\"new_password\":\"mallory's own\"}";
            case "POST /api/roost/v1/users", "POST /api/roost/v1/sessions" -> "{}";
            case "POST /api/roost/v1/media/upload-url" -> "{\"type\":\"image/png\",\"size\":3,\"purpose\":\"tweet\"}";
            case "PUT /api/roost/v1/users/me/password" ->
                "{\"current_password\":\"a guess\",\"new_password\":\"mallory's own\"}";
            case "POST /api/roost/v1/users/me/totp" -> "{\"password\":\"a guess\"}";
            case "POST /api/roost/v1/users/me/totp/confirm" -> "{\"code\":\"123456\"}";
            case "DELETE /api/roost/v1/users/me/totp", "POST /api/roost/v1/users/me/totp/recovery-codes" ->
                "{\"password\":\"a guess\",\"code\":\"123456\"}";
            case "POST /api/roost/v1/sessions/second-factor" -> "{\"challenge\":\"a guess\",\"code\":\"123456\"}";
            default -> route.method().equals("PATCH") ? "{}" : null;
        };
    }

    private String expired() {
        String token = "expired-token-%029d".formatted(1);
        long now = roost.clock.millis();
        Session ended = new Session(
                roost.server.stores().infrastructure().ids().next(), Long.parseLong(alice), "test", now - 2, now - 1);
        var _ = roost.server.stores().users().sessions().create(ended, TokenHash.of(token));
        return token;
    }

    private String revoked() {
        String token = roost.token(alice);
        expect(200, roost.get("/api/roost/v1/users/me", token));
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions/current")
                        .token(token)));
        return token;
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.util.List;
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
 * Every route, called by users without permission. Their responses are in one table, which must name each route of the
 * server: for anonymous callers, for bob, a stranger who requests what is alice's, for mallory, whom alice has blocked,
 * and for bob when he requests a tweet that nobody may read.
 */
@DisplayName("Who gets what (J1, A1, B4)")
@Timeout(240)
class SecurityTableTest {
    private static final String SECRET = "only for friends";

    private static final List<String> TABLE = """
            GET /health/live 200 200 200 200
            GET /health/ready 200 200 200 200
            GET /api/roost/v1/openapi.json 200 200 200 200
            POST /api/v1/tweets 308 308 308 308
            POST /api/v1/media/upload-url 308 308 308 308
            POST /api/roost/v1/users 422 422 422 422
            GET /api/roost/v1/users/me 401 200 200 200
            PATCH /api/roost/v1/users/me 401 200 200 200
            PUT /api/roost/v1/users/me/password 401 403 403 403
            GET /api/roost/v1/users/{id} 200 200 200 200
            GET /api/roost/v1/users/by/username/{username} 200 200 200 200
            GET /api/roost/v1/users/me/preferences 401 200 200 200
            PATCH /api/roost/v1/users/me/preferences 401 200 200 200
            POST /api/roost/v1/sessions 422 422 422 422
            GET /api/roost/v1/sessions 401 200 200 200
            DELETE /api/roost/v1/sessions 401 204 204 204
            DELETE /api/roost/v1/sessions/current 401 204 204 204
            DELETE /api/roost/v1/sessions/{id} 401 404 404 404
            PUT /api/roost/v1/users/{id}/follow 401 200 403 200
            DELETE /api/roost/v1/users/{id}/follow 401 200 200 200
            GET /api/roost/v1/users/{id}/followers 200 200 403 200
            GET /api/roost/v1/users/{id}/following 200 200 403 200
            DELETE /api/roost/v1/users/me/followers/{id} 401 200 200 200
            GET /api/roost/v1/relationships 401 200 200 200
            GET /api/roost/v1/users/suggestions 401 200 200 200
            DELETE /api/roost/v1/users/suggestions/{id} 401 204 204 204
            PUT /api/roost/v1/users/{id}/block 401 200 200 200
            DELETE /api/roost/v1/users/{id}/block 401 200 200 200
            PUT /api/roost/v1/users/{id}/mute 401 200 200 200
            DELETE /api/roost/v1/users/{id}/mute 401 200 200 200
            GET /api/roost/v1/blocks 401 200 200 200
            GET /api/roost/v1/mutes 401 200 200 200
            GET /api/roost/v1/muted-words 401 200 200 200
            POST /api/roost/v1/muted-words 401 415 415 415
            DELETE /api/roost/v1/muted-words/{id} 401 404 404 404
            GET /api/roost/v1/lists 401 200 200 200
            POST /api/roost/v1/lists 401 201 201 201
            GET /api/roost/v1/lists/{id} 404 404 404 404
            PATCH /api/roost/v1/lists/{id} 401 404 404 404
            DELETE /api/roost/v1/lists/{id} 401 404 404 404
            GET /api/roost/v1/lists/{id}/members 404 404 404 404
            PUT /api/roost/v1/lists/{id}/members/{user_id} 401 404 403 404
            DELETE /api/roost/v1/lists/{id}/members/{user_id} 401 404 404 404
            GET /api/roost/v1/lists/{id}/tweets 404 404 404 404
            GET /api/roost/v1/users/{id}/lists 200 200 403 200
            GET /api/roost/v1/capabilities 200 200 200 200
            POST /api/roost/v1/media/upload-url 401 201 201 201
            GET /api/roost/v1/media/{id} 401 404 404 404
            PATCH /api/roost/v1/media/{id} 401 404 404 404
            DELETE /api/roost/v1/media/{id} 401 404 404 404
            POST /api/roost/v1/media/{id}/uploaded 401 404 404 404
            PUT /media-uploads/{id} 403 403 403 403
            GET /media-files/{name} 404 404 404 404
            POST /api/roost/v1/tweets 401 201 403 422
            POST /api/roost/v1/threads 401 201 403 422
            GET /api/roost/v1/tweets 200 200 200 200
            GET /api/roost/v1/tweets/{id} 200 200 403 404
            PATCH /api/roost/v1/tweets/{id} 401 403 403 404
            GET /api/roost/v1/tweets/{id}/revisions 200 200 403 404
            DELETE /api/roost/v1/tweets/{id} 401 403 403 404
            GET /api/roost/v1/tweets/{id}/conversation 200 200 403 404
            GET /api/roost/v1/tweets/{id}/likes 200 200 403 404
            GET /api/roost/v1/tweets/{id}/retweets 200 200 403 404
            GET /api/roost/v1/tweets/{id}/quotes 200 200 403 404
            PUT /api/roost/v1/tweets/{id}/like 401 200 403 404
            DELETE /api/roost/v1/tweets/{id}/like 401 200 200 404
            PUT /api/roost/v1/tweets/{id}/retweet 401 200 403 404
            DELETE /api/roost/v1/tweets/{id}/retweet 401 200 200 404
            PUT /api/roost/v1/tweets/{id}/bookmark 401 200 403 404
            DELETE /api/roost/v1/tweets/{id}/bookmark 401 200 200 404
            POST /api/roost/v1/polls/{id}/votes 401 200 403 404
            PUT /api/roost/v1/tweets/{id}/pin 401 403 403 404
            DELETE /api/roost/v1/tweets/{id}/pin 401 403 403 404
            GET /api/roost/v1/scheduled-tweets 401 200 200 200
            PATCH /api/roost/v1/scheduled-tweets/{id} 401 404 404 404
            DELETE /api/roost/v1/scheduled-tweets/{id} 401 404 404 404
            GET /api/roost/v1/drafts 401 200 200 200
            PUT /api/roost/v1/drafts/{id} 401 200 200 200
            DELETE /api/roost/v1/drafts/{id} 401 204 204 204
            GET /api/roost/v1/bookmarks 401 200 200 200
            PUT /api/roost/v1/tweets/{id}/mute 401 204 403 404
            DELETE /api/roost/v1/tweets/{id}/mute 401 204 403 404
            GET /api/roost/v1/muted-conversations 401 200 200 200
            PUT /api/roost/v1/tweets/{id}/hide 401 403 403 404
            DELETE /api/roost/v1/tweets/{id}/hide 401 403 403 404
            GET /api/roost/v1/tweets/{id}/hidden-replies 200 200 403 404
            POST /api/roost/v1/impressions 401 202 202 202
            GET /api/roost/v1/tweets/{id}/analytics 401 404 404 404
            GET /api/roost/v1/users/me/analytics 401 200 200 200
            GET /api/roost/v1/timelines/home 401 200 200 200
            GET /api/roost/v1/timelines/home/explanations/{id} 401 404 404 404
            GET /api/roost/v1/feedback 401 200 200 200
            POST /api/roost/v1/tweets/{id}/feedback 401 204 403 404
            DELETE /api/roost/v1/tweets/{id}/feedback 401 204 204 204
            GET /api/roost/v1/timelines/public 200 200 200 200
            GET /api/roost/v1/search/tweets 200 200 200 200
            GET /api/roost/v1/search/users 200 200 200 200
            GET /api/roost/v1/search/suggest 200 200 200 200
            GET /api/roost/v1/trends 200 200 200 200
            GET /api/roost/v1/users/me/trends 401 200 200 200
            PATCH /api/roost/v1/users/me/trends 401 200 200 200
            PUT /api/roost/v1/users/me/trends/dismissed/{topic} 401 204 204 204
            DELETE /api/roost/v1/users/me/trends/dismissed/{topic} 401 204 204 204
            GET /api/roost/v1/hashtags/{tag} 200 200 200 200
            GET /api/roost/v1/users/{id}/tweets 200 200 403 200
            GET /api/roost/v1/users/{id}/likes 200 200 403 200
            GET /api/roost/v1/notifications 401 200 200 200
            GET /api/roost/v1/notifications/unread-count 401 200 200 200
            POST /api/roost/v1/notifications/read 401 200 200 200
            GET /api/roost/v1/conversations 401 200 200 200
            POST /api/roost/v1/conversations 401 201 403 200
            GET /api/roost/v1/conversations/unread-count 401 200 200 200
            POST /api/roost/v1/conversations/read 401 200 200 200
            GET /api/roost/v1/conversations/search 401 200 200 200
            GET /api/roost/v1/conversations/{id} 401 404 404 404
            PATCH /api/roost/v1/conversations/{id} 401 404 404 404
            DELETE /api/roost/v1/conversations/{id} 401 404 404 404
            POST /api/roost/v1/conversations/{id}/accept 401 404 404 404
            POST /api/roost/v1/conversations/{id}/read 401 404 404 404
            PUT /api/roost/v1/conversations/{id}/mute 401 404 404 404
            DELETE /api/roost/v1/conversations/{id}/mute 401 404 404 404
            PUT /api/roost/v1/conversations/{id}/members/{user_id} 401 404 404 404
            DELETE /api/roost/v1/conversations/{id}/members/{user_id} 401 404 404 404
            GET /api/roost/v1/conversations/{id}/messages 401 404 404 404
            POST /api/roost/v1/conversations/{id}/messages 401 404 404 404
            DELETE /api/roost/v1/conversations/{id}/messages/{seq} 401 404 404 404
            PUT /api/roost/v1/conversations/{id}/messages/{seq}/reactions/{emoji} 401 404 404 404
            DELETE /api/roost/v1/conversations/{id}/messages/{seq}/reactions/{emoji} 401 404 404 404
            POST /api/roost/v1/conversations/{id}/typing 401 404 404 404
            GET /api/roost/v1/stream 401 426 426 426
            GET /api/roost/v1/stream/events 401 200 200 200
            POST /api/roost/v1/stream/tickets 401 201 201 201
            GET /api/roost/v1/admin/metrics 401 403 403 403
            """.lines().toList();

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
        roost = new LocalServer(folder);
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
            case "POST /api/roost/v1/lists" -> "{\"name\":\"mine\"}";
            case "POST /api/roost/v1/tweets/{id}/feedback" -> "{\"kind\":\"less\"}";
            case "POST /api/roost/v1/conversations" -> "{\"member_ids\":[\"" + alice + "\"]}";
            case "POST /api/roost/v1/conversations/{id}/messages" -> "{\"client_key\":\"1\",\"text\":\"me, too\"}";
            case "PUT /api/roost/v1/drafts/{id}" -> "{\"tweets\":[{\"content\":\"me, too\"}]}";
            case "POST /api/roost/v1/polls/{id}/votes" -> "{\"choice\":0}";
            case "POST /api/roost/v1/conversations/{id}/read" -> "{\"seq\":1}";
            case "POST /api/roost/v1/users", "POST /api/roost/v1/sessions" -> "{}";
            case "POST /api/roost/v1/media/upload-url" -> "{\"type\":\"image/png\",\"size\":3,\"purpose\":\"tweet\"}";
            case "PUT /api/roost/v1/users/me/password" ->
                "{\"current_password\":\"a guess\",\"new_password\":\"mallory's own\"}";
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

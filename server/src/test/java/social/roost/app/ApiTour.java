package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import social.roost.base.OverloadedException;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Answer;
import social.roost.http.HealthRoutes;
import social.roost.http.HttpServer;
import social.roost.http.HttpSettings;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/**
 * A scripted walk through all that the API does, good and bad, which holds each answer against the description. It grows
 * with the API: a status that is described and not met here fails the test.
 */
final class ApiTour {
    private static final String ACCOUNT = "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}";
    private static final String USERS = "/api/v1/users";
    private static final String USER = "/api/v1/users/{id}";
    private static final String BY_NAME = "/api/v1/users/by/username/{username}";
    private static final String ME = "/api/v1/users/me";
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String FOLLOW = "/api/v1/users/{id}/follow";
    private static final String BLOCK = "/api/v1/users/{id}/block";
    private static final String MUTE = "/api/v1/users/{id}/mute";
    private static final String RELATIONSHIPS = "/api/v1/relationships";
    private static final String TWEETS = "/api/v1/tweets";
    private static final String TWEET = "/api/v1/tweets/{id}";
    private static final String HOME = "/api/v1/timelines/home";
    private static final List<String> LISTS = List.of(
            "/api/v1/users/{id}/followers",
            "/api/v1/users/{id}/following",
            "/api/v1/users/{id}/tweets",
            "/api/v1/users/{id}/likes");
    private static final List<String> ENGAGEMENTS = List.of("like", "retweet", "bookmark");
    private static final List<String> LISTS_OF_A_TWEET = List.of(
            "/api/v1/tweets/{id}/likes",
            "/api/v1/tweets/{id}/retweets",
            "/api/v1/tweets/{id}/quotes",
            "/api/v1/tweets/{id}/conversation");
    private static final String BOOKMARKS = "/api/v1/bookmarks";
    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final String UNREAD_COUNT = "/api/v1/notifications/unread-count";
    private static final String READ = "/api/v1/notifications/read";
    private static final String PREFERENCES = "/api/v1/users/me/preferences";
    private static final List<String> OWN_LISTS = List.of("/api/v1/blocks", "/api/v1/mutes", NOTIFICATIONS);
    private static final String NOBODY = "4611686018427387904";

    private final ApiDescription description;
    private final Set<String> seen = new TreeSet<>();
    private final Set<Integer> byDefault = new TreeSet<>();
    private final LocalServer roost;
    private String alice = "";
    private String bob = "";
    private String token = "";

    ApiTour(ApiDescription description, LocalServer roost) {
        this.description = description;
        this.roost = roost;
    }

    /** Such as {@code 200 GET /health/live}. */
    Set<String> seen() {
        return seen;
    }

    /** The statuses that only {@code default} describes. */
    Set<Integer> byDefault() {
        return byDefault;
    }

    void drive() {
        service();
        accounts();
        sessions();
        follows();
        blocks();
        tweets();
        engagement();
        conversations();
        timelines();
        live();
        notifications();
        admin();
        badTokens();
        badBodies();
        anyRequest();
        overload();
    }

    private void live() {
        String stream = "/api/v1/stream";
        String events = "/api/v1/stream/events";
        String tickets = "/api/v1/stream/tickets";
        step(101, "GET", stream, upgrade(own("GET", stream)));
        step(200, "GET", events, own("GET", events));
        for (String one : List.of(stream, events)) {
            step(400, "GET", one, upgrade(own("GET", one + "?watch=%")));
            step(401, "GET", one, upgrade(RawRequest.of("GET", one)));
            step(401, "GET", one, upgrade(RawRequest.of("GET", one + "?ticket=none")));
            step(422, "GET", one, upgrade(own("GET", one + "?last_event_id=none")));
            step(422, "GET", one, upgrade(own("GET", one + "?watch=none")));
        }
        step(426, "GET", stream, own("GET", stream));
        String ticket = step(201, "POST", tickets, own("POST", tickets))
                .json()
                .at("/data/ticket")
                .asText();
        step(101, "GET", stream, upgrade(RawRequest.of("GET", stream + "?ticket=" + ticket)));
        step(401, "GET", stream, upgrade(RawRequest.of("GET", stream + "?ticket=" + ticket)));
        step(401, "POST", tickets);
    }

    private static RawRequest upgrade(RawRequest request) {
        return request.header("connection", "Upgrade")
                .header("upgrade", "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    private void service() {
        step(200, "GET", "/health/live");
        step(200, "GET", "/health/ready");
        step(200, "GET", "/api/v1/openapi.json");
        var settings = ConfigLoader.load(HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        try (HttpServer starting =
                new HttpServer(settings, new HealthRoutes(() -> false, List::of).routes(), _ -> Optional.empty())) {
            try (RawClient client = new RawClient(starting.start())) {
                check(503, "GET", "/health/ready", client.call(RawRequest.of("GET", "/health/ready")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accounts() {
        alice = register(201, "alice", "alice@example.org").member("id");
        bob = register(201, "bob", "bob@example.org").member("id");
        token = roost.token(alice);
        assertThat(register(409, "ALICE", "other@example.org").member("field")).isEqualTo("username");
        assertThat(register(409, "other", "ALICE@example.org").member("field")).isEqualTo("email");
        step(200, "GET", ME, own("GET", ME));
        step(401, "GET", ME);
        step(200, "PATCH", ME, own("PATCH", ME).json("{\"bio\":\"Bread.\",\"url\":\"https://example.org/\"}"));
        step(200, "PATCH", ME, own("PATCH", ME).json("{}"));
        step(401, "PATCH", ME, RawRequest.of("PATCH", ME).json("{}"));
        step(200, "GET", USER, RawRequest.of("GET", USERS + "/" + alice));
        step(404, "GET", USER, RawRequest.of("GET", USERS + "/" + NOBODY));
        step(404, "GET", USER, RawRequest.of("GET", USERS + "/alice"));
        step(200, "GET", BY_NAME, RawRequest.of("GET", USERS + "/by/username/Alice"));
        step(404, "GET", BY_NAME, RawRequest.of("GET", USERS + "/by/username/nobody"));
        step(400, "GET", BY_NAME, RawRequest.of("GET", USERS + "/by/username/%zz"));
    }

    private Answer register(int status, String username, String email) {
        return step(
                status, "POST", USERS, RawRequest.of("POST", USERS).json(ACCOUNT.formatted(username, email, PASSWORD)));
    }

    private void sessions() {
        Answer logIn = step(201, "POST", SESSIONS, logIn(PASSWORD));
        step(401, "POST", SESSIONS, logIn("wrong password"));
        cookies();
        String session = step(
                        200, "GET", SESSIONS, RawRequest.of("GET", SESSIONS).token(logIn.member("token")))
                .json()
                .at("/data/0/id")
                .asText();
        String one = SESSIONS + "/{id}";
        step(204, "DELETE", one, own("DELETE", SESSIONS + "/" + session));
        step(404, "DELETE", one, own("DELETE", SESSIONS + "/" + session));
        step(401, "DELETE", one, RawRequest.of("DELETE", SESSIONS + "/" + session));
        String current = SESSIONS + "/current";
        String ending = roost.token(alice);
        step(204, "DELETE", current, RawRequest.of("DELETE", current).token(ending));
        step(401, "DELETE", current, RawRequest.of("DELETE", current).token(ending));
        step(401, "GET", SESSIONS, RawRequest.of("GET", SESSIONS).token(ending));
    }

    private void cookies() {
        String body = "{\"login\":\"alice\",\"password\":\"" + PASSWORD + "\",\"cookie\":true}";
        Answer logIn =
                step(201, "POST", SESSIONS, RawRequest.of("POST", SESSIONS).json(body));
        String cookie = logIn.header("set-cookie").orElseThrow().split(";", 2)[0];
        RawRequest elsewhere = RawRequest.of("POST", SESSIONS).header("origin", "https://elsewhere.test");
        step(403, "POST", SESSIONS, elsewhere.json(body));
        step(200, "GET", ME, RawRequest.of("GET", ME).header("cookie", cookie));
        roost.routes().stream()
                .filter(route ->
                        !route.method().equals("GET") || route.template().startsWith("/api/v1/stream"))
                .forEach(route -> {
                    String path = route.template().replaceAll("\\{[a-z]+}", alice);
                    RawRequest other = RawRequest.of(route.method(), path).header("cookie", cookie);
                    step(403, route.method(), route.template(), upgrade(other).header("sec-fetch-site", "same-site"));
                });
        String current = SESSIONS + "/current";
        step(204, "DELETE", current, RawRequest.of("DELETE", current).header("cookie", cookie));
    }

    private static RawRequest logIn(String password) {
        return RawRequest.of("POST", SESSIONS).json("{\"login\":\"alice\",\"password\":\"" + password + "\"}");
    }

    private void follows() {
        for (String method : List.of("PUT", "DELETE", "PUT")) {
            step(200, method, FOLLOW, own(method, USERS + "/" + bob + "/follow"));
            step(404, method, FOLLOW, own(method, USERS + "/" + NOBODY + "/follow"));
            step(422, method, FOLLOW, own(method, USERS + "/" + alice + "/follow"));
            step(401, method, FOLLOW, RawRequest.of(method, USERS + "/" + bob + "/follow"));
        }
        step(200, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS + "?ids=" + bob + "," + alice + "," + NOBODY));
        step(422, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS));
        step(422, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS + "?ids=bob"));
        step(400, "GET", RELATIONSHIPS, own("GET", RELATIONSHIPS + "?ids=%"));
        step(401, "GET", RELATIONSHIPS, RawRequest.of("GET", RELATIONSHIPS + "?ids=" + bob));
    }

    private void blocks() {
        for (String template : List.of(BLOCK, MUTE)) {
            for (String method : List.of("PUT", "DELETE", "PUT")) {
                step(200, method, template, own(method, template.replace("{id}", bob)));
                step(404, method, template, own(method, template.replace("{id}", NOBODY)));
                step(422, method, template, own(method, template.replace("{id}", alice)));
                step(401, method, template, RawRequest.of(method, template.replace("{id}", bob)));
            }
        }
        step(200, "PUT", MUTE, own("PUT", MUTE.replace("{id}", bob)).json("{\"duration_seconds\":86400}"));
        ownLists();
        RawRequest bobs = RawRequest.of("PUT", FOLLOW.replace("{id}", alice)).token(roost.token(bob));
        step(403, "PUT", FOLLOW, bobs);
        step(403, "PUT", FOLLOW, own("PUT", FOLLOW.replace("{id}", bob)));
        step(200, "DELETE", BLOCK, own("DELETE", BLOCK.replace("{id}", bob)));
        step(200, "DELETE", MUTE, own("DELETE", MUTE.replace("{id}", bob)));
        step(200, "PUT", FOLLOW, own("PUT", FOLLOW.replace("{id}", bob)));
    }

    private void ownLists() {
        for (String list : OWN_LISTS) {
            step(200, "GET", list, own("GET", list));
            step(200, "GET", list, own("GET", list + "?limit=1"));
            step(422, "GET", list, own("GET", list + "?limit=0"));
            step(422, "GET", list, own("GET", list + "?cursor=junk"));
            step(400, "GET", list, own("GET", list + "?limit=%F"));
            step(401, "GET", list);
        }
    }

    private void tweets() {
        RawRequest rich = own("POST", TWEETS)
                .header("idempotency-key", "one")
                .json("{\"content\":\"Hello @bob \\ud83d\\udc4b #bread $ROOST https://example.org/a?b\"}");
        String tweet = step(201, "POST", TWEETS, rich).member("id");
        assertThat(step(201, "POST", TWEETS, rich).member("id")).isEqualTo(tweet);
        step(
                409,
                "POST",
                TWEETS,
                own("POST", TWEETS).header("idempotency-key", "one").json("{\"content\":\"x\"}"));
        step(422, "POST", TWEETS, own("POST", TWEETS).json("{\"content\":\"" + "x".repeat(281) + "\"}"));
        step(401, "POST", TWEETS, RawRequest.of("POST", TWEETS).json("{\"content\":\"x\"}"));
        String path = TWEETS + "/" + tweet;
        step(200, "GET", TWEET, RawRequest.of("GET", path));
        step(403, "DELETE", TWEET, RawRequest.of("DELETE", path).token(roost.token(bob)));
        step(401, "DELETE", TWEET, RawRequest.of("DELETE", path));
        step(204, "DELETE", TWEET, own("DELETE", path));
        step(204, "DELETE", TWEET, own("DELETE", path));
        step(404, "GET", TWEET, RawRequest.of("GET", path));
        step(404, "DELETE", TWEET, own("DELETE", TWEETS + "/" + NOBODY));
    }

    private void engagement() {
        String tweet = roost.post(roost.token(bob), "like this");
        for (String how : ENGAGEMENTS) {
            String template = TWEET + "/" + how;
            String path = TWEETS + "/" + tweet + "/" + how;
            for (String method : List.of("PUT", "PUT", "DELETE", "DELETE", "PUT")) {
                JsonNode done = step(200, method, template, own(method, path)).json();
                assertThat(done.at("/data/" + how + (how.endsWith("e") ? "d" : "ed"))
                                .asBoolean())
                        .isEqualTo(method.equals("PUT"));
            }
            for (String method : List.of("PUT", "DELETE")) {
                step(401, method, template, RawRequest.of(method, path));
                step(404, method, template, own(method, TWEETS + "/" + NOBODY + "/" + how));
            }
        }
        JsonNode shown =
                step(200, "GET", TWEET, own("GET", TWEETS + "/" + tweet)).json();
        assertThat(shown.at("/data/counts/likes").asInt()).isOne();
        assertThat(shown.at("/data/counts/retweets").asInt()).isOne();
        assertThat(shown.at("/viewer/liked/0").asText()).isEqualTo(tweet);
        assertThat(shown.at("/viewer/retweeted/0").asText()).isEqualTo(tweet);
        assertThat(shown.at("/viewer/bookmarked/0").asText()).isEqualTo(tweet);
        step(200, "GET", BOOKMARKS, own("GET", BOOKMARKS));
        step(422, "GET", BOOKMARKS, own("GET", BOOKMARKS + "?cursor=junk"));
        step(400, "GET", BOOKMARKS, own("GET", BOOKMARKS + "?limit=%"));
        step(401, "GET", BOOKMARKS);
        step(200, "GET", TWEETS, own("GET", TWEETS + "?ids=" + tweet + "," + NOBODY));
        step(422, "GET", TWEETS, own("GET", TWEETS + "?ids=" + tweet + ",x"));
        step(400, "GET", TWEETS, own("GET", TWEETS + "?ids=%"));
    }

    private void conversations() {
        String root = roost.post(roost.token(bob), "what is for lunch?");
        String answer = post("\"content\":\"bread\",\"reply_to_id\":\"" + root + "\"");
        post("\"content\":\"fresh\",\"reply_to_id\":\"" + answer + "\"");
        post("\"content\":\"he asks\",\"quote_of_id\":\"" + root + "\"");
        step(200, "GET", TWEET, own("GET", TWEETS + "/" + root));
        step(204, "DELETE", TWEET, own("DELETE", TWEETS + "/" + answer));
        for (String list : LISTS_OF_A_TWEET) {
            String path = list.replace("{id}", root);
            step(200, "GET", list, own("GET", path));
            step(200, "GET", list, RawRequest.of("GET", path + "?limit=1"));
            step(422, "GET", list, RawRequest.of("GET", path + "?limit=0"));
            step(422, "GET", list, RawRequest.of("GET", path + "?cursor=junk"));
            step(400, "GET", list, RawRequest.of("GET", path + "?limit=%F"));
            step(404, "GET", list, RawRequest.of("GET", list.replace("{id}", NOBODY)));
        }
        for (String member : List.of("reply_to_id", "quote_of_id")) {
            String draft = "{\"content\":\"x\",\"" + member + "\":\"%s\"}";
            step(422, "POST", TWEETS, own("POST", TWEETS).json(draft.formatted(NOBODY)));
            step(422, "POST", TWEETS, own("POST", TWEETS).json(draft.formatted("x")));
        }
        blockedByBob(root);
    }

    /** Whom an author has blocked does not get to see that author's tweets, and does nothing to them. */
    private void blockedByBob(String tweet) {
        String block = USERS + "/" + alice + "/block";
        step(200, "PUT", USER + "/block", RawRequest.of("PUT", block).token(roost.token(bob)));
        step(403, "GET", TWEET, own("GET", TWEETS + "/" + tweet));
        LISTS_OF_A_TWEET.forEach(list -> step(403, "GET", list, own("GET", list.replace("{id}", tweet))));
        for (String how : ENGAGEMENTS) {
            step(403, "PUT", TWEET + "/" + how, own("PUT", TWEETS + "/" + tweet + "/" + how));
        }
        for (String list : List.of("/tweets", "/likes")) {
            step(403, "GET", USER + list, own("GET", USERS + "/" + bob + list));
        }
        String reply = "{\"content\":\"x\",\"reply_to_id\":\"" + tweet + "\"}";
        step(403, "POST", TWEETS, own("POST", TWEETS).json(reply));
        step(200, "DELETE", USER + "/block", RawRequest.of("DELETE", block).token(roost.token(bob)));
        step(200, "PUT", FOLLOW, own("PUT", USERS + "/" + bob + "/follow"));
    }

    private String post(String members) {
        return step(201, "POST", TWEETS, own("POST", TWEETS).json("{" + members + "}"))
                .member("id");
    }

    private void timelines() {
        for (int i = 0; i < 5; i++) {
            roost.post(roost.token(i % 2 == 0 ? alice : bob), "tweet " + i);
        }
        Answer page = step(200, "GET", HOME, own("GET", HOME + "?limit=2"));
        JsonNode meta = page.json().get("meta");
        step(
                200,
                "GET",
                HOME,
                own("GET", HOME + "?limit=2&cursor=" + meta.get("next").asText()));
        step(
                200,
                "GET",
                HOME,
                own("GET", HOME + "?cursor=" + meta.get("previous").asText()));
        step(422, "GET", HOME, own("GET", HOME + "?limit=101"));
        step(400, "GET", HOME, own("GET", HOME + "?limit=%"));
        step(401, "GET", HOME);
        for (String list : LISTS) {
            String path = list.replace("{id}", bob);
            step(200, "GET", list, RawRequest.of("GET", path));
            step(200, "GET", list, RawRequest.of("GET", path + "?limit=1"));
            step(422, "GET", list, RawRequest.of("GET", path + "?limit=0"));
            step(422, "GET", list, RawRequest.of("GET", path + "?cursor=junk"));
            step(400, "GET", list, RawRequest.of("GET", path + "?limit=%F"));
            step(404, "GET", list, RawRequest.of("GET", list.replace("{id}", NOBODY)));
        }
    }

    private void notifications() {
        String tweet = roost.post(token, "tell me");
        String bobs = roost.token(bob);
        step(
                200,
                "PUT",
                TWEET + "/like",
                RawRequest.of("PUT", TWEETS + "/" + tweet + "/like").token(bobs));
        step(
                200,
                "PUT",
                FOLLOW,
                RawRequest.of("PUT", FOLLOW.replace("{id}", alice)).token(bobs));
        untilUnread();
        ownLists();
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
        step(200, "GET", PREFERENCES, own("GET", PREFERENCES));
        step(401, "GET", PREFERENCES);
        step(200, "PATCH", PREFERENCES, own("PATCH", PREFERENCES).json("{\"notifications\":{\"like\":false}}"));
        step(422, "PATCH", PREFERENCES, own("PATCH", PREFERENCES).json("{\"notifications\":{\"poke\":false}}"));
        step(401, "PATCH", PREFERENCES, RawRequest.of("PATCH", PREFERENCES).json("{}"));
    }

    private void admin() {
        String metrics = "/api/v1/admin/metrics";
        String eve = roost.token(register(201, "eve_admin", "eve@example.org").member("id"));
        step(200, "GET", metrics, RawRequest.of("GET", metrics).token(eve));
        assertThat(step(200, "GET", ME, RawRequest.of("GET", ME).token(eve)).member("admin"))
                .isEqualTo("true");
        step(422, "GET", metrics, RawRequest.of("GET", metrics + "?since=now").token(eve));
        step(400, "GET", metrics, RawRequest.of("GET", metrics + "?since=%").token(eve));
        step(403, "GET", metrics, own("GET", metrics));
        step(401, "GET", metrics);
    }

    private void untilUnread() {
        Answer count = step(200, "GET", UNREAD_COUNT, own("GET", UNREAD_COUNT));
        for (int i = 0; i < 1_000 && count.json().at("/data/unread_count").asInt() < 2; i++) {
            LockSupport.parkNanos(10_000_000);
            count = step(200, "GET", UNREAD_COUNT, own("GET", UNREAD_COUNT));
        }
    }

    /** Whoever sends a token must send a valid one, everywhere. */
    private void badTokens() {
        roost.routes().forEach(route -> {
            String path = route.template().replaceAll("\\{[a-z]+}", alice);
            for (String authorization : List.of("Bearer nonsense", "Basic YTpi")) {
                RawRequest request = RawRequest.of(route.method(), path).header("authorization", authorization);
                step(401, route.method(), route.template(), request);
            }
        });
    }

    private void badBodies() {
        List<String> lines = List.of(
                "POST " + USERS,
                "PATCH " + ME,
                "POST " + SESSIONS,
                "PUT " + MUTE,
                "POST " + TWEETS,
                "POST " + READ,
                "PATCH " + PREFERENCES);
        for (String line : lines) {
            String method = line.substring(0, line.indexOf(' '));
            String template = line.substring(line.indexOf(' ') + 1);
            String path = template.replace("{id}", bob);
            step(400, method, template, own(method, path).json("{"));
            step(413, method, template, own(method, path).json("{\"a\":\"" + "x".repeat(9_000) + "\"}"));
            step(415, method, template, own(method, path).body(new byte[] {'{', '}'}));
            step(422, method, template, own(method, path).json("{\"unheard_of\":1}"));
        }
    }

    /** What belongs to no operation, shown on one. */
    private void anyRequest() {
        step(404, "GET", ME, RawRequest.of("GET", "/api/v1/nothing"));
        step(405, "GET", ME, RawRequest.of("POST", ME));
        step(413, "GET", ME, own("GET", ME).body(new byte[9_000]));
        step(414, "GET", ME, RawRequest.of("GET", ME + "?" + "x".repeat(9_000)));
        step(431, "GET", ME, RawRequest.of("GET", ME).header("x-large", "x".repeat(17_000)));
        step(400, "GET", ME, RawRequest.of("GET", ME).header("bad name", "x"));
    }

    /** Keeps the one place for hashing and the one for waiting taken until a request was turned away. */
    private void overload() {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                crowd.execute(() -> hashUntil(done));
            }
            try {
                untilOverloaded(
                        USERS, RawRequest.of("POST", USERS).json(ACCOUNT.formatted("eve", "eve@x.org", PASSWORD)));
                untilOverloaded(SESSIONS, logIn("wrong password"));
            } finally {
                done.set(true);
            }
        }
    }

    private void hashUntil(AtomicBoolean done) {
        while (!done.get()) {
            try {
                String _ = roost.server.services().passwords.hash("some password");
            } catch (OverloadedException e) {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    private void untilOverloaded(String path, RawRequest request) {
        for (int i = 0; i < 100; i++) {
            Answer answer = roost.call(request);
            check(answer.status(), "POST", path, answer);
            if (answer.status() == 503) {
                return;
            }
        }
    }

    private RawRequest own(String method, String path) {
        return RawRequest.of(method, path).token(token);
    }

    private void step(int status, String method, String path) {
        step(status, method, path, RawRequest.of(method, path));
    }

    private Answer step(int status, String method, String template, RawRequest request) {
        return check(status, method, template, roost.call(request));
    }

    /** Holds an answer against the description. */
    Answer check(int status, String method, String template, Answer answer) {
        assertThat(answer.status()).as("%s %s: %s", method, template, answer).isEqualTo(status);
        seen.add(status + " " + method + " " + template);
        JsonNode operation = description.operation(method, template);
        if (!operation.path("responses").has("" + status)) {
            byDefault.add(status);
        }
        JsonNode response = description.response(operation, status);
        checkHeaders(response, answer);
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as("%s %s", method, template).isEmpty();
            return answer;
        }
        String type = answer.header("content-type").orElseThrow();
        assertThat(content.has(type)).as("%s of %s %s", type, method, template).isTrue();
        if (content.get(type).has("schema")) {
            assertThat(description.misfits(content.get(type).get("schema"), answer.text()))
                    .as("%s %s: %s", method, template, answer)
                    .isEmpty();
        }
        return answer;
    }

    private void checkHeaders(JsonNode response, Answer answer) {
        assertThat(answer.status() == 101 || response.path("headers").has("X-Request-Id"))
                .isTrue();
        response.path("headers").properties().forEach(header -> {
            JsonNode schema = description.resolve(header.getValue()).get("schema");
            Optional<String> sent = answer.header(header.getKey().toLowerCase(Locale.ROOT));
            if (sent.isEmpty()
                    && !description.resolve(header.getValue()).path("required").asBoolean()) {
                return;
            }
            String value = sent.orElseThrow();
            String text = "\"" + value.replace("\"", "\\\"") + "\"";
            String json = schema.path("type").asText().equals("integer") ? value : text;
            assertThat(description.misfits(schema, json))
                    .as("%s: %s", header.getKey(), value)
                    .isEmpty();
        });
    }
}

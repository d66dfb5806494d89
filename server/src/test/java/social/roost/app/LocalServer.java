package social.roost.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.http.Route;
import social.roost.user.Accounts;
import social.roost.user.Session;
import social.roost.user.TokenHash;

/**
 * A complete server in this process, on its own port, with a clock that the test sets; by default without limits,
 * with fast password hashing, without fetching links, and with simple processing of media.
 */
final class LocalServer implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final SettableClock clock;
    final Server server;
    final int port;
    private final Map<Thread, RawClient> clients = new ConcurrentHashMap<>();
    private int tokens;

    /** @param settings such as {@code http.maximum-body=1KiB} */
    LocalServer(Path data, String... settings) {
        this(data, UnaryOperator.identity(), settings);
    }

    /** The same with modified stores. */
    LocalServer(Path data, UnaryOperator<Stores> made, String... settings) {
        this(data, new SettableClock(), made, settings);
    }

    /** The same with a clock that may be later than that of stored data. */
    LocalServer(Path data, SettableClock clock, UnaryOperator<Stores> made, String... settings) {
        this(data, clock, List.of(settings), stores -> made.apply(TestMedia.in(stores)));
    }

    /** The same with the real processing of media. */
    static LocalServer withProcessing(Path data, String... settings) {
        return new LocalServer(data, new SettableClock(), List.of(settings), UnaryOperator.identity());
    }

    private LocalServer(Path data, SettableClock clock, List<String> settings, UnaryOperator<Stores> made) {
        this.clock = clock;
        Map<String, String> flags =
                new HashMap<>(Map.of("data", data.toString(), "http.port", "0", "limits.enabled", "false"));
        flags.put("sessions.password-memory", "1MiB");
        flags.put("links.cards", "false");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            flags.put(parts[0], parts[1]);
        }
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        server = Server.open(config, made.apply(Stores.open(config, clock)));
        port = server.listen();
    }

    List<Route> routes() {
        return server.routes(Role.WITH_STORES);
    }

    Answer call(RawRequest request) {
        return clients.computeIfAbsent(Thread.currentThread(), _ -> new RawClient(port))
                .call(request);
    }

    Answer get(String target, String token) {
        return call(RawRequest.of("GET", target).token(token));
    }

    /** Registers a user over HTTP; returns the id. */
    String register(String username) {
        Answer answer = call(RawRequest.of("POST", "/api/roost/v1/users")
                .json("{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(username, username, PASSWORD)));
        return expect(201, answer).member("id");
    }

    /** Creates a user like an operator, possibly with a reserved name; returns the id. */
    String createOperator(String username) {
        Accounts.Registration registration =
                new Accounts.Registration(username, username + "@example.org", PASSWORD, null);
        return Long.toString(
                server.features().users.accounts.create(registration).user().id());
    }

    /** Logs in over HTTP. */
    Answer logIn(String login, String password) {
        return call(RawRequest.of("POST", "/api/roost/v1/sessions")
                .json("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)));
    }

    /** A new session, stored directly because a log-in is slow. */
    String token(String userId) {
        String token = "test-token-%032d".formatted(tokens++);
        long now = clock.millis();
        long sessionId = server.stores().infrastructure().ids().next();
        Session session = new Session(sessionId, Long.parseLong(userId), "test", now, now + 86_400_000);
        var _ = server.stores().users().sessions().create(session, TokenHash.of(token));
        return token;
    }

    /** Posts a tweet over HTTP; returns the id. */
    String post(String token, String content) {
        Answer answer = call(
                RawRequest.of("POST", "/api/roost/v1/tweets").token(token).json("{\"content\":\"" + content + "\"}"));
        return expect(201, answer).member("id");
    }

    /** Posts a reply over HTTP; returns the id. */
    String reply(String token, String to, String content) {
        return about(token, content, "reply_to_id", to);
    }

    /** Posts a quote over HTTP; returns the id. */
    String quote(String token, String of, String content) {
        return about(token, content, "quote_of_id", of);
    }

    private String about(String token, String content, String member, String id) {
        String body = "{\"content\":\"%s\",\"%s\":\"%s\"}".formatted(content, member, id);
        return expect(
                        201,
                        call(RawRequest.of("POST", "/api/roost/v1/tweets")
                                .token(token)
                                .json(body)))
                .member("id");
    }

    static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("Expected " + status + ", not " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        clients.values().forEach(RawClient::close);
        server.close();
    }
}

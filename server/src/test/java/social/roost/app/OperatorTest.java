package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
import picocli.CommandLine;
import social.roost.cli.RoostCommand;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.user.SecondFactorStore;

/** {@code roost admin} and a running server. */
@DisplayName("Commands of operators (L4)")
@Timeout(120)
class OperatorTest {
    @TempDir
    Path folder;

    private LocalServer roost;
    private int port;
    private String aliceId;
    private String alice;
    private String bobId;
    private String bob;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        roost = new LocalServer(folder, "admin.port=" + port);
        aliceId = roost.register("alice");
        alice = roost.token(aliceId);
        bobId = roost.register("bob");
        bob = roost.token(bobId);
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + bobId + "/follow")
                        .token(alice)));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void someoneSuspendedIsOutAtOnceAndNothingOfTheirsIsShown() {
        String tweet = roost.post(bob, "hello");
        assertThat(home(alice)).hasSize(1);
        assertThat(admin(0, "suspend", "bob")).isEqualTo("@bob is now suspended.\n");

        expect(401, roost.get("/api/roost/v1/users/me", bob));
        assertThat(expect(403, roost.logIn("bob", PASSWORD)).member("code")).isEqualTo("suspended");
        assertThat(home(alice)).isEmpty();
        for (String path : List.of(
                "/api/roost/v1/users/" + bobId,
                "/api/roost/v1/users/by/username/bob",
                "/api/roost/v1/users/" + bobId + "/tweets",
                "/api/roost/v1/tweets/" + tweet)) {
            assertThat(expect(403, roost.get(path, alice)).member("code"))
                    .as(path)
                    .isEqualTo("suspended");
            assertThat(expect(403, roost.call(RawRequest.of("GET", path))).member("code"))
                    .isEqualTo("suspended");
        }
        assertThat(roost.get("/api/roost/v1/users/" + aliceId + "/following", alice)
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(expect(403, like(tweet)).member("code")).isEqualTo("suspended");
        RawRequest follow =
                RawRequest.of("PUT", "/api/roost/v1/users/" + bobId + "/follow").token(alice);
        assertThat(expect(403, roost.call(follow)).member("code")).isEqualTo("suspended");
        assertThat(admin(0, "user", "bob")).contains("username: bob\n", "suspended: true\n");
        assertThat(admin(0, "suspend", "bob")).isEqualTo("@bob is already suspended.\n");
    }

    @Test
    void someoneWhoIsSuspendedStaysSoWhenTheServerStartsAnew() {
        roost.post(bob, "hello");
        admin(0, "suspend", "bob");
        roost.close();
        roost = new LocalServer(folder, "admin.port=" + port);
        assertThat(home(expect(201, roost.logIn("alice", PASSWORD)).member("token")))
                .isEmpty();
        expect(403, roost.logIn("bob", PASSWORD));
    }

    /** SECURITY 9: older versions had no maximum, and a suspension ended the newest 1,000. */
    @Test
    void someoneSuspendedIsOutHoweverManySessionsThereAre() throws SQLException {
        String oldest = bob;
        keepSessions(1_004);
        expect(200, roost.get("/api/roost/v1/users/me", oldest));
        String ticket = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/stream/tickets")
                                .token(oldest)))
                .member("ticket");

        admin(0, "suspend", "bob");

        expect(401, roost.get("/api/roost/v1/users/me", oldest));
        expect(
                401,
                roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                        .token(oldest)
                        .json("{\"content\":\"x\"}")));
        expect(401, roost.call(RawRequest.of("GET", "/api/roost/v1/stream/events?ticket=" + ticket)));
        assertThat(roost.server.stores().users().sessions().list(Long.parseLong(bobId), 0))
                .isEmpty();
        admin(0, "suspend", "--undo", "bob");
        expect(401, roost.get("/api/roost/v1/users/me", oldest));
    }

    /** Stored directly, because the store enforces the maximum; newer than all others. */
    private void keepSessions(int count) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("roost.db"));
                PreparedStatement insert = database.prepareStatement(
                        "INSERT INTO session (token_hash, id, user_id, user_agent, created_at, expires_at)"
                                + " VALUES (?, ?, ?, '', 0, 9000000000000)")) {
            database.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setString(1, "hash " + i);
                insert.setLong(2, Long.MAX_VALUE - i);
                insert.setLong(3, Long.parseLong(bobId));
                insert.executeUpdate();
            }
            database.commit();
        }
    }

    /** SECURITY 14. */
    @Test
    void aPasswordIsSetAndAllSessionsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "a brand new one\n");
        assertThat(admin(0, "password", "BOB", "--password-file=" + file))
                .isEqualTo("Changed the password of @bob and ended all of their sessions.\n");
        expect(401, roost.get("/api/roost/v1/users/me", bob));
        expect(401, roost.logIn("bob", PASSWORD));
        expect(201, roost.logIn("bob", "a brand new one"));
        expect(200, roost.get("/api/roost/v1/users/me", alice));
    }

    @Test
    void aPasswordIsMadeUpAndWorks() {
        String printed = admin(0, "password", "bob", "--generate");
        String password = printed.lines().findFirst().orElseThrow().substring("New password: ".length());
        assertThat(password).matches("[a-z2-9]{20}");
        expect(201, roost.logIn("bob", password));
    }

    @Test
    void aPasswordThatDoesNotFitOrIsForNobodyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "short");
        assertThat(admin(1, "password", "bob", "--password-file=" + file)).contains("8 to 128 characters");
        assertThat(admin(1, "password", "nobody", "--generate")).isEqualTo("roost: The user does not exist.\n");
        assertThat(admin(1, "password", "bob", "--password-file=" + folder.resolve("none")))
                .contains("does not exist");
        assertThat(admin(1, "password", "bob")).contains("--generate");
        expect(201, roost.logIn("bob", PASSWORD));
    }

    /** SECURITY 13. */
    @Test
    void anOperatorsNameIsReservedAndItsAccountMadeByACommand() throws IOException {
        roost.close();
        roost = new LocalServer(folder, "admin.port=" + port, "admin.usernames=Boss,alice");
        Answer refused = roost.call(RawRequest.of("POST", "/api/roost/v1/users")
                .json("{\"username\":\"bOSS\",\"email\":\"b@example.org\",\"password\":\"correct horse\"}"));
        assertThat(expect(409, refused).member("code")).isEqualTo("username_taken");

        assertThat(admin(0, "create-user", "boss", "--email=b@example.org", "--generate"))
                .contains("Created @boss with id ");

        Path file = Files.writeString(folder.resolve("password"), PASSWORD);
        admin(0, "password", "boss", "--password-file=" + file);
        String token = roost.logIn("boss", PASSWORD).member("token");
        assertThat(roost.get("/api/roost/v1/users/me", token).member("admin")).isEqualTo("true");
        assertThat(roost.get("/api/roost/v1/users/me", alice).member("admin")).isEqualTo("true");
        assertThat(admin(1, "create-user", "boss", "--email=c@example.org", "--generate"))
                .contains("This username is already taken.");
    }

    /** SECURITY 13. */
    @Test
    void anOperatorCanBeNamedById() {
        roost.close();
        roost = new LocalServer(folder, "admin.port=" + port, "admin.user-ids=" + bobId);
        assertThat(roost.get("/api/roost/v1/users/me", bob).member("admin")).isEqualTo("true");
        assertThat(roost.get("/api/roost/v1/users/me", alice)
                        .json()
                        .path("data")
                        .has("admin"))
                .isFalse();
    }

    /** SECURITY 13: the name alone makes nobody an operator. */
    @Test
    void aDemoMakesAnOperatorOnlyWhereItMadeTheWorld(@TempDir Path another) {
        Demo.fill(roost.server);
        assertThat(roost.get("/api/roost/v1/users/me", alice)
                        .json()
                        .path("data")
                        .has("admin"))
                .isFalse();
        try (LocalServer empty = new LocalServer(another)) {
            Demo.fill(empty.server);
            String demo = empty.logIn("alice", Demo.PASSWORD).member("token");
            assertThat(empty.get("/api/roost/v1/users/me", demo).member("admin"))
                    .isEqualTo("true");
        }
    }

    @Test
    void aLostSecondFactorIsRemoved() {
        long id = Long.parseLong(bobId);
        SecondFactorStore factors = roost.server.stores().users().secondFactors();
        assertThat(factors.propose(id, "SECRET")).isTrue();
        assertThat(factors.enable(id, "SECRET", 1, 1_000, List.of())).isTrue();
        assertThat(expect(401, roost.logIn("bob", PASSWORD)).member("code")).isEqualTo("second_factor_required");
        assertThat(admin(0, "remove-second-factor", "bob"))
                .isEqualTo("Two-factor authentication of @bob is now off.\n");
        expect(201, roost.logIn("bob", PASSWORD));
        assertThat(admin(0, "remove-second-factor", "bob"))
                .isEqualTo("Two-factor authentication of @bob was not on.\n");
        admin(1, "remove-second-factor", "nobody");
    }

    @Test
    void someoneReinstatedIsShownAgain() {
        roost.post(bob, "hello");
        admin(0, "suspend", "bob");
        assertThat(admin(0, "suspend", "--undo", "bob")).isEqualTo("@bob is no longer suspended.\n");
        expect(201, roost.logIn("bob", PASSWORD));
        assertThat(home(alice)).hasSize(1);
        assertThat(admin(0, "user", "bob")).doesNotContain("suspended");
    }

    @Test
    void aTimelineIsRebuilt() {
        roost.post(bob, "one");
        roost.post(bob, "two");
        assertThat(home(alice)).hasSize(2);
        roost.server.features().timelines.pushed.renew(1);
        assertThat(admin(0, "rebuild-timeline", "alice"))
                .isEqualTo("The home timeline of @alice was rebuilt: 2 tweets.\n");
        assertThat(home(alice)).hasSize(2);
    }

    @Test
    void theLogTellsMoreForAWhile() {
        String logger = "social.roost.nobody";
        assertThat(admin(0, "log-level", logger, "debug")).contains(logger + ": debug\n");
        assertThat(admin(0, "log-level", logger)).doesNotContain(logger);
        assertThat(admin(1, "log-level", logger, "loud")).contains("Expected one of: trace, debug");
    }

    @Test
    void countsAreCountedAnew() {
        String tweet = roost.post(bob, "hello");
        expect(200, like(tweet));
        assertThat(admin(0, "recount")).isEqualTo("All counts were right.\n");
    }

    @Test
    void deadLettersAreShownAndDeliveredOnceMore() throws SQLException {
        assertThat(admin(0, "dead-letters", "fan-out")).isEqualTo("No dead letters.\n");
        Event event = new Event.UserUpdated(Long.parseLong(bobId));
        keepDeadLetter("fan-out", 1, new EventCodec().encode(event));
        keepDeadLetter("fan-out", 2, "{\"type\":\"sung\",\"v\":1}");

        assertThat(admin(0, "events")).containsPattern("fan-out +0 +2\n").containsPattern("notifications +0 +0\n");
        assertThat(admin(0, "dead-letters", "fan-out"))
                .contains("1  after 7 attempts: never", "user_updated", "2  after", "written by a newer version");
        assertThat(admin(0, "dead-letters", "--retry", "fan-out")).isEqualTo("Retrying 1 event.\n");
        assertThat(admin(0, "dead-letters", "fan-out"))
                .doesNotContain("user_updated")
                .contains("newer version");
    }

    private void keepDeadLetter(String group, long offset, String payload) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("roost.db"));
                PreparedStatement insert = database.prepareStatement(
                        "INSERT INTO dead_letter (group_name, offset, payload, attempts, error, created_at)"
                                + " VALUES (?, ?, ?, 7, 'never', 0)")) {
            insert.setString(1, group);
            insert.setLong(2, offset);
            insert.setString(3, payload);
            insert.executeUpdate();
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(admin(1, "user", "nobody")).isEqualTo("roost: The user does not exist.\n");
        assertThat(admin(1, "dead-letters", "x/y"))
                .contains("Unknown group. Known groups: "
                        + String.join(", ", roost.server.features().groupNames()));
        roost.close();
        assertThat(admin(1, "events")).contains("No server answers at http://127.0.0.1:" + port);
        assertThat(run(1, "events")).contains("Start the server with --admin.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec-fetch-site: cross-site", "sec-fetch-site: same-origin", "origin: http://127.0.0.1"})
    void noPageInABrowserMayAsk(String header) {
        String[] parts = header.split(": ", 2);
        try (RawClient client = new RawClient(port)) {
            for (RawRequest request : List.of(
                    RawRequest.of("PUT", "/admin/users/bob/suspension"),
                    RawRequest.of("GET", "/admin/users/bob"),
                    RawRequest.of("POST", "/admin/recount"))) {
                expect(403, client.call(request.header(parts[0], parts[1])));
            }
        }
        assertThat(admin(0, "user", "bob")).doesNotContain("suspended");
    }

    @Test
    void clientsDoNotReachIt() {
        expect(404, roost.get("/admin/users/bob", alice));
    }

    private Answer like(String tweet) {
        return roost.call(
                RawRequest.of("PUT", "/api/roost/v1/tweets/" + tweet + "/like").token(alice));
    }

    private JsonNode home(String token) {
        return expect(200, roost.get("/api/roost/v1/timelines/home", token))
                .json()
                .path("data");
    }

    private String admin(int exitCode, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--admin.port=" + port);
        return run(exitCode, all.toArray(String[]::new));
    }

    /** The output of the command, including errors. */
    private static String run(int exitCode, String... arguments) {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        StringWriter printed = new StringWriter();
        CommandLine line = RoostCommand.commandLine(Map.of());
        line.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
        assertThat(line.execute(all.toArray(String[]::new)))
                .as(printed::toString)
                .isEqualTo(exitCode);
        return printed.toString();
    }
}

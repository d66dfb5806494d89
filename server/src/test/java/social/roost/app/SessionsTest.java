package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ByteSize;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.user.NewAccount;
import social.roost.user.Passwords;
import social.roost.user.SessionStore;
import social.roost.user.User;

@DisplayName("Sessions (A1)")
@Timeout(240)
class SessionsTest {
    private static final String ME = "/api/roost/v1/users/me";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String alice;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder, "sessions.lifetime=1h", "sessions.password-memory=19MiB");
        alice = roost.register("alice");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aLogInAnswersATokenOfItsUserThatIsTakenAtOnce() {
        Answer logIn = expect(201, roost.logIn("ALICE", PASSWORD));
        assertThat(logIn.member("user_id")).isEqualTo(alice);
        assertThat(logIn.member("expires_at")).isEqualTo("2026-06-01T13:00:00.000Z");
        assertThat(roost.get(ME, logIn.member("token")).member("id")).isEqualTo(alice);
    }

    @Test
    void theMailAddressIsAsGoodAsTheName() {
        expect(201, roost.logIn("Alice@Example.org", PASSWORD));
    }

    /** SECURITY 14. */
    @Test
    void aNewPasswordEndsAllOtherSessionsAndTheirTickets() {
        String phone = roost.token(alice);
        String laptop = roost.logIn("alice", PASSWORD).member("token");
        String ticket = expect(
                        201,
                        roost.call(RawRequest.of("POST", "/api/roost/v1/stream/tickets")
                                .token(phone)))
                .member("ticket");

        expect(204, changePassword(laptop, PASSWORD, "a brand new one"));

        expect(200, roost.get(ME, laptop));
        assertRefused(roost.get(ME, phone));
        expect(401, roost.call(RawRequest.of("GET", "/api/roost/v1/stream/events?ticket=" + ticket)));
        expect(401, roost.logIn("alice", PASSWORD));
        expect(201, roost.logIn("alice", "a brand new one"));
    }

    /** SECURITY 14: the stream is closed by an event. */
    @Test
    void aNewPasswordEndsTheStreamsOfOtherSessions() {
        String laptop = roost.token(alice);
        try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", roost.token(alice))) {
            stream.next("unread");
            expect(204, changePassword(laptop, PASSWORD, "a brand new one"));
            assertThat(stream.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aNewPasswordNeedsTheCurrentOneAndHasToFit() {
        String token = roost.token(alice);
        Answer wrong = expect(403, changePassword(token, "a guess", "a brand new one"));
        assertThat(wrong.member("code")).isEqualTo("wrong_password");
        assertThat(wrong.member("field")).isEqualTo("current_password");
        Answer unfit = expect(422, changePassword(token, PASSWORD, "short"));
        assertThat(unfit.member("field")).isEqualTo("new_password");
        assertThat(expect(422, changePassword(token, "", "a brand new one")).member("field"))
                .isEqualTo("current_password");
        expect(201, roost.logIn("alice", PASSWORD));
    }

    @Test
    void allOtherSessionsCanBeEndedAtOnce() {
        String phone = roost.token(alice);
        String laptop = roost.token(alice);
        expect(204, roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions").token(laptop)));
        assertRefused(roost.get(ME, phone));
        assertThat(sessions(laptop)).containsExactly(sessionOf(laptop));
    }

    /** SECURITY 9. */
    @Test
    void theOldestOfVeryManySessionsEnds() {
        String first = roost.logIn("alice", PASSWORD).member("token");
        expect(200, roost.get(ME, first));
        for (int i = 0; i < SessionStore.MAXIMUM_OF_A_USER - 1; i++) {
            roost.token(alice);
        }
        expect(200, roost.get(ME, first));
        String last = roost.logIn("alice", PASSWORD).member("token");
        assertRefused(roost.get(ME, first));
        assertThat(sessions(last)).hasSize(SessionStore.MAXIMUM_OF_A_USER).contains(sessionOf(last));
    }

    private Answer changePassword(String token, String current, String next) {
        return roost.call(RawRequest.of("PUT", "/api/roost/v1/users/me/password")
                .token(token)
                .json("{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next)));
    }

    /** keyboards differ in how they compose letters. */
    @Test
    void aPasswordIsTheSameHoweverItsLettersAreComposed() {
        expect(
                201,
                roost.call(
                        RawRequest.of("POST", "/api/roost/v1/users")
                                .json(
                                        "{\"username\":\"bob\",\"email\":\"bob@example.org\",\"password\":\"caf\u00e9 au lait\"}")));
        expect(201, roost.logIn("bob", "cafe\u0301 au lait"));
        expect(401, roost.logIn("bob", "cafe au lait"));
    }

    @Test
    void aTokenIsRefusedRightAfterItsLogOut() {
        String token = roost.token(alice);
        expect(200, roost.get(ME, token));
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions/current")
                        .token(token)));
        assertRefused(roost.get(ME, token));
        assertRefused(roost.call(
                RawRequest.of("DELETE", "/api/roost/v1/sessions/current").token(token)));
    }

    @Test
    void aSessionCanBeEndedFromAnother() {
        String phone = roost.token(alice);
        String laptop = roost.token(alice);
        expect(200, roost.get(ME, phone));
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions/" + sessionOf(phone))
                        .token(laptop)));
        assertRefused(roost.get(ME, phone));
        expect(200, roost.get(ME, laptop));
    }

    @Test
    void nobodyEndsTheSessionOfSomeoneElse() {
        String token = roost.token(alice);
        String bobs = roost.token(roost.register("bob"));
        expect(
                404,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions/" + sessionOf(token))
                        .token(bobs)));
        expect(200, roost.get(ME, token));
    }

    @Test
    void aTokenIsTakenToItsLastMillisecondAndNoLonger() {
        String token = roost.logIn("alice", PASSWORD).member("token");
        roost.clock.advance(Duration.ofHours(1).minusMillis(1));
        expect(200, roost.get(ME, token));
        roost.clock.advance(Duration.ofMillis(1));
        assertRefused(roost.get(ME, token));
    }

    @Test
    void theListHoldsWhatHasNotEndedNewestFirst() {
        roost.logIn("alice", PASSWORD);
        roost.clock.advance(Duration.ofMinutes(59));
        String ended = roost.logIn("alice", PASSWORD).member("token");
        String token = roost.logIn("alice", PASSWORD).member("token");
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions/current")
                        .token(ended)));
        assertThat(sessions(token)).hasSize(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
        roost.clock.advance(Duration.ofMinutes(1));
        assertThat(sessions(token)).containsExactly(sessionOf(token));
    }

    @Test
    void theListTellsWhenEachWasLastUsed() {
        String phone = roost.logIn("alice", PASSWORD).member("token");
        String laptop = roost.logIn("alice", PASSWORD).member("token");
        roost.clock.advance(Duration.ofMinutes(59));
        expect(200, roost.get(ME, phone));
        roost.clock.advance(Duration.ofSeconds(30));
        roost.server.features().users.sessions.storeUses();
        var listed =
                expect(200, roost.get("/api/roost/v1/sessions", laptop)).json().path("data");
        assertThat(listed.at("/0/last_used_at").asText()).isEqualTo("2026-06-01T12:59:30.000Z");
        assertThat(listed.at("/1/last_used_at").asText()).isEqualTo("2026-06-01T12:59:00.000Z");
    }

    @Test
    void aHashByOtherSettingsIsReplacedAtTheLogInWhateverLogsInMeanwhile() throws Exception {
        var accounts = roost.server.stores().users().accounts();
        String old;
        try (Passwords other = new Passwords(1, ByteSize.parse("1MiB"))) {
            old = other.hash(PASSWORD);
        }
        assertThat(accounts.setPassword(Long.parseLong(alice), old)).isTrue();
        expect(401, roost.logIn("alice", "a wrong one"));
        assertThat(accounts.findCredentials("alice").orElseThrow().passwordHash())
                .isEqualTo(old);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(Collections.nCopies(4, () -> {
                try (RawClient client = new RawClient(roost.port)) {
                    return client.call(logIn("alice", PASSWORD)).status();
                }
            }));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        String hash = accounts.findCredentials("alice").orElseThrow().passwordHash();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        expect(201, roost.logIn("alice", PASSWORD));
        assertThat(accounts.findCredentials("alice").orElseThrow().passwordHash())
                .isEqualTo(hash);
    }

    @Test
    void noTokenLiesInTheDataFolder() throws Exception {
        String token = roost.logIn("alice", PASSWORD).member("token");
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(token) || bytes.contains(PASSWORD))
                        .as("%s", file)
                        .isFalse();
            }
        }
    }

    @Test
    void anUnknownUserIsAnsweredAsAWrongPasswordIsToTheByte() {
        Answer wrong = roost.call(logIn("alice", "wrong password"));
        Answer unknown = roost.call(logIn("nobody", "wrong password"));
        Answer unknownMail = roost.call(logIn("nobody@example.org", "wrong password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.member("code")).isEqualTo("wrong_credentials");
        for (Answer other : List.of(unknown, unknownMail)) {
            assertThat(other.text()).isEqualTo(wrong.text());
            assertThat(other.headers()).isEqualTo(wrong.headers());
        }
    }

    @Test
    void anUnknownUserCostsTheHashingThatAWrongPasswordCosts() {
        String imported = "imported";
        long id = roost.server.stores().infrastructure().ids().next();
        roost.server
                .stores()
                .users()
                .accounts()
                .createAll(
                        List.of(new NewAccount(User.named(id, imported, imported), imported + "@example.org", null)));
        long wrong = medianNanos("alice");
        assertThat(Map.of("nobody", medianNanos("nobody"), imported, medianNanos(imported)))
                .allSatisfy((login, nanos) -> assertThat(nanos).as(login).isBetween(wrong / 3, wrong * 3));
        assertThat(wrong).as("Argon2id takes milliseconds").isGreaterThan(2_000_000);
    }

    private long medianNanos(String login) {
        long[] nanos = new long[7];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            expect(401, roost.logIn(login, "wrong password"));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static RawRequest logIn(String login, String password) {
        return RawRequest.of("POST", "/api/roost/v1/sessions")
                .header("x-request-id", "the-same")
                .json("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.member("code")).isEqualTo("invalid_token");
        assertThat(answer.header("www-authenticate")).hasValue("Bearer");
    }

    private List<String> sessions(String token) {
        return roost.get("/api/roost/v1/sessions", token)
                .json()
                .get("data")
                .valueStream()
                .map(session -> session.get("id").asText())
                .toList();
    }

    private String sessionOf(String token) {
        return roost.get("/api/roost/v1/sessions", token)
                .json()
                .get("data")
                .valueStream()
                .filter(session -> session.get("current").asBoolean())
                .map(session -> session.get("id").asText())
                .findFirst()
                .orElseThrow();
    }
}

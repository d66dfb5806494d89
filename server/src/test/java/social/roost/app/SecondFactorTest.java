package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.user.AuthenticatorApp;

@DisplayName("Two-factor authentication (A1)")
@Timeout(240)
class SecondFactorTest {
    private static final String ME = "/api/roost/v1/users/me";
    private static final String TOTP = "/api/roost/v1/users/me/totp";
    private static final String CODE = "/api/roost/v1/sessions/second-factor";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String alice;
    private AuthenticatorApp app;
    private List<String> recoveryCodes;

    @BeforeEach
    void start() {
        roost = new LocalServer(
                folder, "limits.enabled=true", "limits.address.log-in=1000/1h", "http.trusted-proxies=127.0.0.1");
        alice = roost.register("alice");
        app = new AuthenticatorApp("A".repeat(32), roost.clock);
        recoveryCodes = List.of();
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    /** Turns it on, and returns the token of the session that did. */
    private String enable() {
        String token = roost.token(alice);
        app = new AuthenticatorApp(expect(201, propose(token, PASSWORD)).member("secret"), roost.clock);
        recoveryCodes = expect(200, send("POST", TOTP + "/confirm", token, code(app.code())))
                .json()
                .at("/data/recovery_codes")
                .valueStream()
                .map(code -> code.asText())
                .toList();
        nextStep();
        return token;
    }

    private void nextStep() {
        roost.clock.advance(Duration.ofSeconds(30));
    }

    @Test
    void aLogInNeedsACodeOnceItIsConfirmed() {
        String token = roost.token(alice);
        String secret = expect(201, propose(token, PASSWORD)).member("secret");
        expect(201, roost.logIn("alice", PASSWORD));
        app = new AuthenticatorApp(secret, roost.clock);
        expect(200, send("POST", TOTP + "/confirm", token, code(app.code())));
        nextStep();

        Answer required = expect(401, roost.logIn("alice", PASSWORD));
        assertThat(required.member("code")).isEqualTo("second_factor_required");
        Answer in = expect(201, complete(required.member("challenge"), app.code(), ""));
        expect(200, roost.get(ME, in.member("token")));
        assertThat(in.member("device")).isNotEmpty();
        assertThat(expect(401, roost.logIn("alice", "a wrong one")).member("code"))
                .isEqualTo("wrong_credentials");
    }

    @Test
    void theSecretIsProposedToTheOwnerOfThePasswordAlone() {
        String token = roost.token(alice);
        Answer wrong = expect(403, propose(token, "a guess"));
        assertThat(wrong.member("field")).isEqualTo("password");
        assertThat(expect(422, propose(token, "")).member("field")).isEqualTo("password");
        expect(409, send("POST", TOTP + "/confirm", token, code("123456")));
        enable();
        assertThat(expect(409, propose(roost.token(alice), PASSWORD)).member("code"))
                .isEqualTo("second_factor_enabled");
    }

    @Test
    void aWrongCodeDoesNotConfirm() {
        String token = roost.token(alice);
        app = new AuthenticatorApp(expect(201, propose(token, PASSWORD)).member("secret"), roost.clock);
        Answer wrong = expect(403, send("POST", TOTP + "/confirm", token, code(app.wrongCode())));
        assertThat(wrong.member("code")).isEqualTo("wrong_code");
        assertThat(wrong.member("field")).isEqualTo("code");
        expect(201, roost.logIn("alice", PASSWORD));
    }

    /** A code that confirmed, logged in or turned off is used up, whatever it is tried for. */
    @Test
    void aCodeWorksOnce() {
        String token = roost.token(alice);
        app = new AuthenticatorApp(expect(201, propose(token, PASSWORD)).member("secret"), roost.clock);
        String first = app.code();
        expect(200, send("POST", TOTP + "/confirm", token, code(first)));
        assertThat(expect(401, complete(challenge(), first, "")).member("code")).isEqualTo("wrong_code");
        nextStep();
        String second = app.code();
        String challenge = challenge();
        expect(201, complete(challenge, second, ""));
        expect(401, complete(challenge, second, ""));
        expect(403, send("DELETE", TOTP, token, both(PASSWORD, second)));
        expect(401, complete(challenge(), first, ""));
    }

    @Test
    void ofConcurrentLogInsWithACodeOneSucceeds() throws Exception {
        enable();
        String challenge = challenge();
        for (String code : List.of(app.code(), recoveryCodes.getFirst())) {
            try (var threads = Executors.newFixedThreadPool(4)) {
                var answers = threads.invokeAll(IntStream.range(0, 4)
                        .<Callable<Integer>>mapToObj(i -> () -> status(complete(challenge, code, "203.0.113." + i, "")))
                        .toList());
                int in = 0;
                for (var answer : answers) {
                    in += answer.get() == 201 ? 1 : 0;
                }
                assertThat(in).isEqualTo(1);
            }
        }
    }

    @Test
    void aRecoveryCodeReplacesACodeOnceHoweverItIsTyped() {
        String token = enable();
        assertThat(recoveryCodes).hasSize(10);
        assertThat(state(token)).isEqualTo("true 10");
        expect(201, complete(challenge(), recoveryCodes.getFirst().toUpperCase(Locale.ROOT), ""));
        expect(401, complete(challenge(), recoveryCodes.getFirst(), ""));
        expect(201, complete(challenge(), recoveryCodes.get(1).replace("-", " "), ""));
        assertThat(state(token)).isEqualTo("true 8");
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        String token = enable();
        expect(403, send("POST", TOTP + "/recovery-codes", token, both("a guess", app.code())));
        expect(403, send("POST", TOTP + "/recovery-codes", token, both(PASSWORD, app.wrongCode())));
        String fresh = expect(200, send("POST", TOTP + "/recovery-codes", token, both(PASSWORD, app.code())))
                .json()
                .at("/data/recovery_codes/0")
                .asText();
        expect(401, complete(challenge(), recoveryCodes.getFirst(), ""));
        expect(201, complete(challenge(), fresh, ""));
    }

    @Test
    void passwordAndCodeTurnItOff() {
        String token = enable();
        expect(403, send("DELETE", TOTP, token, both("a guess", app.code())));
        expect(403, send("DELETE", TOTP, token, both(PASSWORD, app.wrongCode())));
        expect(204, send("DELETE", TOTP, token, both(PASSWORD, app.code())));
        expect(201, roost.logIn("alice", PASSWORD));
        assertThat(state(token)).isEqualTo("false 0");
        expect(404, send("DELETE", TOTP, token, both(PASSWORD, app.code())));
        expect(404, send("POST", TOTP + "/recovery-codes", token, both(PASSWORD, app.code())));
    }

    @Test
    void turningItOnEndsAllOtherSessions() {
        String phone = roost.token(alice);
        String laptop = enable();
        expect(401, roost.get(ME, phone));
        expect(200, roost.get(ME, laptop));
    }

    @Test
    void aChallengeIsOfOneAccountAndPasswordAndExpires() {
        String token = enable();
        String challenge = challenge();
        assertThat(expect(401, complete("x".repeat(64), app.code(), "")).member("code"))
                .isEqualTo("invalid_challenge");
        assertThat(expect(401, complete("short", app.code(), "")).member("code"))
                .isEqualTo("invalid_challenge");
        roost.clock.advance(Duration.ofMinutes(5));
        assertThat(expect(401, complete(challenge, app.code(), "")).member("code"))
                .isEqualTo("invalid_challenge");
        String next = challenge();
        expect(
                204,
                send(
                        "PUT",
                        ME + "/password",
                        token,
                        "{\"current_password\":\"%s\",\"new_password\":\"a brand new one\"}".formatted(PASSWORD)));
        assertThat(expect(401, complete(next, app.code(), "")).member("code")).isEqualTo("invalid_challenge");
    }

    /**
     * Someone who knows the password gets 10 guesses per hour, from however many addresses. The owner gets in
     * nevertheless: from a known device with the app, from anywhere with a recovery code.
     */
    @Test
    void guessesAreLimitedAndDoNotKeepTheOwnerOut() {
        enable();
        String device = expect(201, complete(challenge(), app.code(), "")).member("device");
        nextStep();
        String challenge = challenge();
        int let = 0;
        while (let < 30
                && roost.call(complete(challenge, app.wrongCode(), "198.51.100." + let, ""))
                                .status()
                        == 401) {
            let++;
        }
        assertThat(let).isBetween(10, 11);
        assertThat(expect(429, roost.call(complete(challenge, app.code(), "192.0.2.1", "")))
                        .member("code"))
                .isEqualTo("too_many_failures");
        expect(201, roost.call(complete(challenge, recoveryCodes.getFirst(), "192.0.2.2", "")));
        expect(201, roost.call(complete(challenge, app.code(), "192.0.2.3", ",\"device\":\"" + device + "\"")));
    }

    /** Otherwise someone who knows the password could collect any number of devices before, with guesses for each. */
    @Test
    void aDeviceFromBeforeIsNotKnown() {
        String device = expect(201, roost.logIn("alice", PASSWORD)).member("device");
        enable();
        String challenge = challenge();
        int let = 0;
        while (let < 30
                && roost.call(complete(
                                        challenge,
                                        app.wrongCode(),
                                        "198.51.100." + let,
                                        ",\"device\":\"" + device + "\""))
                                .status()
                        == 401) {
            let++;
        }
        assertThat(let).isBetween(10, 11);
    }

    @Test
    void aBrowserGetsItsCookieWithTheCode() {
        enable();
        Answer in = expect(201, complete(challenge(), app.code(), ",\"cookie\":true"));
        assertThat(in.json().path("data").has("token")).isFalse();
        assertThat(in.headers().getOrDefault("set-cookie", List.of()))
                .anyMatch(cookie -> cookie.startsWith("roost_session="))
                .anyMatch(cookie -> cookie.startsWith("roost_device="));
    }

    @Test
    void anOperatorTurnsItOffForSomeoneWhoLostEverything() {
        enable();
        assertThat(roost.server.features().users.secondFactors.removeByOperator(Long.parseLong(alice)))
                .isTrue();
        expect(201, roost.logIn("alice", PASSWORD));
        assertThat(roost.server.features().users.secondFactors.removeByOperator(Long.parseLong(alice)))
                .isFalse();
    }

    private int status(RawRequest request) {
        try (RawClient client = new RawClient(roost.port)) {
            return client.call(request).status();
        }
    }

    private String challenge() {
        return expect(401, roost.logIn("alice", PASSWORD)).member("challenge");
    }

    private String state(String token) {
        var data = expect(200, roost.get(TOTP, token)).json().path("data");
        return data.path("enabled").asBoolean() + " "
                + data.path("recovery_codes").asInt();
    }

    private Answer propose(String token, String password) {
        return send("POST", TOTP, token, "{\"password\":\"%s\"}".formatted(password));
    }

    private Answer complete(String challenge, String code, String members) {
        return roost.call(complete(challenge, code, "203.0.113.77", members));
    }

    private static RawRequest complete(String challenge, String code, String from, String members) {
        return RawRequest.of("POST", CODE)
                .header("x-forwarded-for", from)
                .json("{\"challenge\":\"%s\",\"code\":\"%s\"%s}".formatted(challenge, code, members));
    }

    private Answer send(String method, String path, String token, String json) {
        return roost.call(RawRequest.of(method, path).token(token).json(json));
    }

    private static String code(String code) {
        return "{\"code\":\"%s\"}".formatted(code);
    }

    private static String both(String password, String code) {
        return "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(password, code);
    }
}

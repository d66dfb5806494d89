package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Failed log-ins (J1, A1)")
@Timeout(240)
class FailedLogInsTest {
    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final String WRONG = "wrong password";

    @TempDir
    Path folder;

    private LocalServer roost;

    @BeforeEach
    void start() {
        roost = new LocalServer(
                folder, "limits.enabled=true", "limits.address.log-in=1000/1h", "http.trusted-proxies=127.0.0.1");
        roost.register("alice");
        roost.register("bob");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    /** A short wait may be over before the next attempt on a busy machine. */
    @Test
    void makeThoseWaitWhoFailAndNobodyElse() {
        Answer early = logIn("alice", WRONG, HERE);
        for (int i = 0; i < 15 && early.status() == 401; i++) {
            early = logIn("alice", WRONG, HERE);
        }
        expect(429, early);
        assertThat(early.member("code")).isEqualTo("too_many_failures");
        assertThat(early.header("retry-after").orElseThrow()).matches("[1-9]\\d*");
        expect(401, logIn("carol", WRONG, HERE));
        expect(201, logIn("alice", PASSWORD, ELSEWHERE));
    }

    @Test
    void areAnsweredAlikeWhetherOrNotThereIsSuchAnAccount() {
        for (int i = 0; i < 5; i++) {
            Answer known = expect(401, logIn("alice", WRONG, HERE));
            Answer unknown = expect(401, logIn("nobody", WRONG, HERE));
            assertThat(unknown.text()).isEqualTo(known.text());
            assertThat(unknown.headers()).isEqualTo(known.headers());
        }
    }

    /** SECURITY 11. */
    @Test
    void ofManyAddressesAreBoundedForAnAccountAndDoNotKeepItsOwnersDevicesOut() {
        String device = expect(201, logIn("alice", PASSWORD, ELSEWHERE)).member("device");
        Answer browser = roost.call(RawRequest.of("POST", "/api/roost/v1/sessions")
                .json("{\"login\":\"alice\",\"password\":\"%s\",\"cookie\":true}".formatted(PASSWORD)));
        String cookie =
                browser.headers().getOrDefault("set-cookie", List.of()).get(1).split(";", 2)[0];
        assertThat(cookie).startsWith("roost_device=");

        int let = 0;
        while (let < 120
                && logIn(let % 2 == 0 ? "alice" : "alice@example.org", WRONG, "198.51.100." + (10 + let))
                                .status()
                        == 401) {
            let++;
        }

        assertThat(let).isBetween(100, 110);
        expect(429, logIn("alice", PASSWORD, "192.0.2.77"));
        expect(201, logIn("bob", PASSWORD, "192.0.2.77"));
        expect(201, roost.call(logInAgain("192.0.2.77", ",\"device\":\"" + device + "\"")));
        expect(201, roost.call(logInAgain("192.0.2.78", "").header("cookie", cookie)));
        expect(429, roost.call(logInAgain("192.0.2.79", "").header("cookie", cookie.substring(0, 60))));
    }

    private static RawRequest logInAgain(String from, String members) {
        return RawRequest.of("POST", "/api/roost/v1/sessions")
                .header("x-forwarded-for", from)
                .json("{\"login\":\"alice\",\"password\":\"%s\"%s}".formatted(PASSWORD, members));
    }

    /** SECURITY 14. */
    @Test
    void toTellTheCurrentPasswordMakeTheSessionWait() {
        String token = expect(201, logIn("alice", PASSWORD, HERE)).member("token");
        RawRequest change = RawRequest.of("PUT", "/api/roost/v1/users/me/password")
                .token(token)
                .json("{\"current_password\":\"a guess\",\"new_password\":\"a brand new one\"}");
        Answer answer = roost.call(change);
        for (int i = 0; i < 15 && answer.status() == 403; i++) {
            answer = roost.call(change);
        }
        assertThat(expect(429, answer).member("code")).isEqualTo("too_many_failures");
        assertThat(answer.header("retry-after")).isPresent();
    }

    private Answer logIn(String login, String password, String from) {
        return roost.call(RawRequest.of("POST", "/api/roost/v1/sessions")
                .header("x-forwarded-for", from)
                .header("x-request-id", "the-same")
                .json("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)));
    }

    /** SECURITY 11: a /48 is free to get and contains 65,536 networks that each count as one client. */
    @Test
    void comeOfOneSiteOnlySoOften() {
        roost.close();
        roost = new LocalServer(
                folder, "limits.enabled=true", "limits.address.log-in=2/1h", "http.trusted-proxies=127.0.0.1");
        for (int i = 0; i < 20; i++) {
            expect(401, logIn("name" + i, WRONG, "2001:db8:1:" + Integer.toHexString(i) + "::1"));
        }
        assertThat(expect(429, logIn("name", WRONG, "2001:db8:1:ffff::1")).header("ratelimit-policy"))
                .hasValue("\"site-log-in\";q=20;w=3600");
        expect(401, logIn("name", WRONG, "2001:db8:2::1"));
    }
}

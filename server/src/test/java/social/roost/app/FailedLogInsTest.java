package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
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
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    /** A wait may be over before the next attempt is made, while it is short and the machine busy. */
    @Test
    void makeThoseWaitWhoFailAndNobodyElse() {
        Answer early = logIn("alice", WRONG, HERE);
        for (int i = 0; i < 15 && early.status() == 401; i++) {
            early = logIn("alice", WRONG, HERE);
        }
        expect(429, early);
        assertThat(early.member("code")).isEqualTo("too_many_failures");
        assertThat(early.header("retry-after").orElseThrow()).matches("[1-9]\\d*");
        expect(401, logIn("bob", WRONG, HERE));
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

    private Answer logIn(String login, String password, String from) {
        return roost.call(RawRequest.of("POST", "/api/v1/sessions")
                .header("x-forwarded-for", from)
                .header("x-request-id", "the-same")
                .json("{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)));
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Rate limits (J1, J2)")
@Timeout(240)
class LimitsTest {
    private static final String ON = "limits.enabled=true";
    private static final String ME = "/api/roost/v1/users/me";

    @TempDir
    Path folder;

    @Test
    void eachUserHasAQuotaForEachGroupOfRoutes() {
        try (LocalServer roost = new LocalServer(folder, ON, "limits.user.post=2/1h")) {
            String alice = roost.token(roost.register("alice"));
            String bob = roost.token(roost.register("bob"));
            roost.post(alice, "one");
            Answer last = post(roost, alice, "two");
            assertThat(last.header("ratelimit-policy")).hasValue("\"user-post\";q=2;w=3600");
            assertThat(last.header("ratelimit").orElseThrow()).matches("\"user-post\";r=0;t=3\\d{3}");
            Answer refused = expect(429, post(roost, alice, "three"));
            assertThat(refused.member("code")).isEqualTo("rate_limited");
            long wait = Long.parseLong(refused.header("retry-after").orElseThrow());
            assertThat(wait).isBetween(1L, 1_800L);
            assertThat(refused.header("ratelimit-policy")).hasValue("\"user-post\";q=2;w=3600");
            assertThat(refused.header("ratelimit")).hasValue("\"user-post\";r=0;t=" + wait);
            roost.post(bob, "not me");
            expect(200, roost.get("/api/roost/v1/timelines/home", alice));
        }
    }

    @Test
    void aReadTellsOfItsLimitOnceHalfIsUsed() {
        try (LocalServer roost = new LocalServer(folder, ON, "limits.user.read=4/1h")) {
            String alice = roost.token(roost.register("alice"));
            assertThat(roost.get(ME, alice).header("ratelimit")).isEmpty();
            assertThat(roost.get(ME, alice).header("ratelimit")).isEmpty();
            assertThat(roost.get(ME, alice).header("ratelimit").orElseThrow()).startsWith("\"user-read\";r=1;t=");
        }
    }

    @Test
    void whoIsNobodyIsCountedByAddressAndSoIsWhoeverTriesTokens() {
        try (LocalServer roost = new LocalServer(folder, ON, "limits.address.any=3/1h")) {
            String alice = roost.register("alice");
            expect(200, roost.call(RawRequest.of("GET", "/api/roost/v1/users/" + alice)));
            expect(401, roost.get(ME, "no such token"));
            expect(401, roost.call(RawRequest.of("POST", "/api/roost/v1/tweets").json("{}")));
            expect(429, roost.get(ME, "no such token"));
            expect(429, roost.call(RawRequest.of("GET", "/api/roost/v1/users/" + alice)));
            expect(200, roost.get(ME, roost.token(alice)));
            expect(200, roost.call(RawRequest.of("GET", "/health/ready")));
        }
    }

    @Test
    void registrationsAndLogInsAreCountedByAddressWhoeverAsks() {
        try (LocalServer roost =
                new LocalServer(folder, ON, "limits.address.sign-up=1/1h", "limits.address.log-in=1/1h")) {
            String alice = roost.token(roost.register("alice"));
            expect(
                    429,
                    roost.call(RawRequest.of("POST", "/api/roost/v1/users")
                            .json("{}")
                            .token(alice)));
            expect(201, roost.logIn("alice", LocalServer.PASSWORD));
            expect(429, roost.logIn("alice", LocalServer.PASSWORD));
        }
    }

    @Test
    void addressesBehindAProxyAreToldApartWhereItIsBelieved() {
        String once = "limits.address.any=1/1h";
        try (LocalServer roost = new LocalServer(folder, ON, once, "http.trusted-proxies=127.0.0.0/8")) {
            assertThat(visit(roost, "198.51.100.1").status()).isEqualTo(404);
            assertThat(visit(roost, "198.51.100.2").status()).isEqualTo(404);
            assertThat(visit(roost, "198.51.100.1").status()).isEqualTo(429);
        }
        try (LocalServer roost = new LocalServer(folder, ON, once)) {
            assertThat(visit(roost, "198.51.100.1").status()).isEqualTo(404);
            assertThat(visit(roost, "198.51.100.2").status()).isEqualTo(429);
        }
    }

    private static Answer visit(LocalServer roost, String from) {
        return roost.call(RawRequest.of("GET", "/api/roost/v1/users/1").header("x-forwarded-for", from));
    }

    private static Answer post(LocalServer roost, String token, String content) {
        return roost.call(
                RawRequest.of("POST", "/api/roost/v1/tweets").token(token).json("{\"content\":\"" + content + "\"}"));
    }
}

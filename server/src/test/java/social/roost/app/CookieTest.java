package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** The own origin is http://localhost here. */
@DisplayName("Sessions in a browser's cookie (A1, J4)")
@Timeout(240)
class CookieTest {
    private static final String ME = "/api/roost/v1/users/me";
    private static final String SESSIONS = "/api/roost/v1/sessions";
    private static final String CURRENT = "/api/roost/v1/sessions/current";
    private static final String STREAM = "/api/roost/v1/stream";
    private static final String EVENTS = "/api/roost/v1/stream/events";

    @TempDir
    static Path folder;

    private static LocalServer roost;
    private static String alice;
    private static String bob;
    private String cookie;

    @BeforeAll
    static void start() {
        roost = new LocalServer(folder, "sessions.lifetime=1h");
        alice = roost.register("alice");
        bob = roost.register("bob");
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    @BeforeEach
    void logIn() {
        cookie = "roost_session=" + roost.token(alice);
    }

    private static RawRequest logIn(String members) {
        return RawRequest.of("POST", SESSIONS)
                .json("{\"login\":\"alice\",\"password\":\"%s\"%s}".formatted(PASSWORD, members));
    }

    private RawRequest own(String method, String target) {
        return RawRequest.of(method, target).header("cookie", cookie);
    }

    private static RawRequest upgrade(RawRequest request) {
        return request.header("connection", "Upgrade")
                .header("upgrade", "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    private static List<String> cookies(Answer answer) {
        return answer.headers().getOrDefault("set-cookie", List.of());
    }

    private static void assertRefused(Answer answer) {
        assertThat(expect(403, answer).member("code")).isEqualTo("cross_origin");
    }

    @Test
    void aLogInForACookieKeepsTheTokenOutOfTheBody() {
        Answer answer = expect(201, roost.call(logIn(",\"cookie\":true")));
        List<String> parts = List.of(answer.header("set-cookie").orElseThrow().split("; ", -1));
        assertThat(parts)
                .contains("Max-Age=3600", "Path=/api", "HTTPOnly", "SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(parts.getFirst()).matches("roost_session=[A-Za-z0-9_-]{43}");
        assertThat(answer.json().path("data").has("token")).isFalse();
        assertThat(answer.text()).doesNotContain(parts.getFirst().substring("roost_session=".length()));
        assertThat(answer.member("user_id")).isEqualTo(alice);
        assertThat(answer.member("expires_at")).isNotEmpty();
        cookie = parts.getFirst();
        assertThat(expect(200, roost.call(own("GET", ME))).member("id")).isEqualTo(alice);
    }

    @Test
    void aSecondCookieTellsScriptsOfTheSessionAndNothingElse() {
        Answer in = expect(201, roost.call(logIn(",\"cookie\":true")));
        assertThat(cookies(in).getLast().split("; ", -1))
                .contains("roost_signed_in=1", "Max-Age=3600", "Path=/", "SameSite=Strict")
                .doesNotContain("HTTPOnly");
        Answer out = expect(204, roost.call(own("DELETE", CURRENT)));
        assertThat(cookies(out).getLast().split("; ", -1)).contains("roost_signed_in=", "Max-Age=0", "Path=/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"cookie\":false"})
    void aLogInWithoutOneSetsNone(String members) {
        Answer answer = expect(201, roost.call(logIn(members)));
        assertThat(answer.header("set-cookie")).isEmpty();
        assertThat(answer.member("token")).hasSize(43);
    }

    @Test
    void aCookieForTlsOnlyIsMarkedSo(@TempDir Path another) {
        Answer behindGateway = roost.call(logIn(",\"cookie\":true").header("x-forwarded-proto", "https"));
        assertThat(cookies(behindGateway)).hasSize(3).allMatch(set -> set.contains("; Secure;"));
        // SECURITY 16: no other host of the domain can set a cookie of this name.
        assertThat(behindGateway.header("set-cookie").orElseThrow())
                .startsWith("__Host-roost_session=")
                .contains("; Path=/;");
        try (LocalServer secure = new LocalServer(another, "sessions.secure-cookie=true")) {
            secure.register("alice");
            Answer bySetting = secure.call(logIn(",\"cookie\":true"));
            String set = bySetting.header("set-cookie").orElseThrow();
            assertThat(set).startsWith("__Host-roost_session=").contains("; Secure;");
            RawRequest withoutPrefix = RawRequest.of("GET", ME)
                    .header("cookie", set.substring("__Host-".length()).split(";", 2)[0]);
            expect(401, secure.call(withoutPrefix));
            expect(200, secure.call(RawRequest.of("GET", ME).header("cookie", set.split(";", 2)[0])));
        }
    }

    /** SECURITY 16: another host of the domain can set a cookie with a narrower path, which browsers send first. */
    @Test
    void aCookieThatAnotherHostOfTheDomainHasSetLogsNobodyIn() {
        String tossed = "roost_session=" + roost.token(bob);
        String own = "__Host-" + cookie;
        RawRequest bySecure = RawRequest.of("GET", ME).header("x-forwarded-proto", "https");
        assertThat(expect(200, roost.call(bySecure.header("cookie", tossed + "; " + own)))
                        .member("id"))
                .isEqualTo(alice);
        RawRequest tossedOnly = RawRequest.of("GET", ME).header("x-forwarded-proto", "https");
        expect(401, roost.call(tossedOnly.header("cookie", tossed)));
        expect(401, roost.call(RawRequest.of("GET", ME).header("cookie", tossed + "; " + cookie)));
        expect(200, roost.call(RawRequest.of("GET", ME).header("cookie", cookie + "; " + cookie)));
    }

    /** SECURITY 16. */
    @Test
    void aLogInEndsTheSessionThatTheBrowserHadBefore() {
        expect(200, roost.call(own("GET", ME)));
        expect(401, roost.call(own("POST", SESSIONS).json("{\"login\":\"alice\",\"password\":\"a guess\"}")));
        expect(200, roost.call(own("GET", ME)));
        expect(201, roost.call(logIn(",\"cookie\":true").header("cookie", cookie)));
        expect(401, roost.call(own("GET", ME)));
    }

    @Test
    void theCookieIsFoundAmongOthersAndInPieces() {
        for (String header :
                List.of(cookie + "; a=b", "a=b; " + cookie, "bad\"name=; a; " + cookie, "a=\"b\"; " + cookie)) {
            expect(200, roost.call(RawRequest.of("GET", ME).header("cookie", header)));
        }
        RawRequest inPieces = RawRequest.of("GET", ME).header("cookie", "a=b").header("cookie", cookie);
        expect(200, roost.call(inPieces));
        RawRequest other = RawRequest.of("GET", ME).header("cookie", cookie.replace("roost", "Xroost"));
        expect(401, roost.call(other));
    }

    @Test
    void aTokenInTheHeaderGoesBeforeTheCookie() {
        Answer answer = roost.call(own("GET", ME).token(roost.token(bob)));
        assertThat(expect(200, answer).member("id")).isEqualTo(bob);
        expect(401, roost.call(own("GET", ME).token("nonsense")));
        RawRequest elsewhere = RawRequest.of("PATCH", ME)
                .header("sec-fetch-site", "cross-site")
                .json("{}");
        expect(200, roost.call(elsewhere.header("cookie", cookie).token(roost.token(bob))));
    }

    @Test
    void aCookieThatIsNotValidIsNoTokenAtAllWhereNoneIsNeeded() {
        RawRequest profile = RawRequest.of("GET", "/api/roost/v1/users/" + alice);
        expect(200, roost.call(profile.header("cookie", "roost_session=nonsense")));
        expect(201, roost.call(logIn(",\"cookie\":true").header("cookie", "roost_session=nonsense")));
        Answer refused = roost.call(RawRequest.of("GET", ME).header("cookie", "roost_session=nonsense"));
        assertThat(expect(401, refused).member("code")).isEqualTo("invalid_token");
    }

    @Test
    void loggingOutClearsTheCookieAndNothingElseDoes() {
        String other = roost.token(alice);
        String sessions = roost.call(own("GET", SESSIONS)).text();
        assertThat(sessions).contains("\"current\":true");
        Answer out = expect(204, roost.call(own("DELETE", CURRENT)));
        assertThat(out.header("set-cookie").orElseThrow())
                .startsWith("roost_session=;")
                .contains("Max-Age=0;", "Path=/api;", "HTTPOnly", "SameSite=Strict");
        expect(401, roost.call(own("GET", ME)));
        Answer byToken = expect(204, roost.call(RawRequest.of("DELETE", CURRENT).token(other)));
        assertThat(byToken.header("set-cookie")).isEmpty();
    }

    @Test
    void endingTheOwnSessionByItsIdClearsTheCookieToo() {
        String own = "";
        String another = "";
        var _ = roost.token(alice);
        for (var session : roost.call(own("GET", SESSIONS)).json().path("data")) {
            if (session.path("current").asBoolean()) {
                own = session.path("id").asText();
            } else {
                another = session.path("id").asText();
            }
        }
        Answer elsewhere = expect(204, roost.call(own("DELETE", SESSIONS + "/" + another)));
        assertThat(elsewhere.header("set-cookie")).isEmpty();
        Answer here = expect(204, roost.call(own("DELETE", SESSIONS + "/" + own)));
        assertThat(here.header("set-cookie").orElseThrow()).contains("Max-Age=0;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            same-origin |                         | 200
            none        |                         | 200
            same-origin | http://elsewhere.test   | 200
            same-site   |                         | 403
            cross-site  |                         | 403
            cross-site  | http://localhost        | 403
            ''          | http://localhost        | 403
                        |                         | 200
                        | http://localhost        | 200
                        | https://LOCALHOST       | 200
                        | http://localhost:8080   | 403
                        | http://elsewhere.test   | 403
                        | http://localhost.evil   | 403
                        | http://evil/localhost   | 403
                        | null                    | 403
                        | localhost               | 403
                        | ://localhost            | 403
            """)
    void aChangeByCookieIsForTheOwnPagesOnly(String site, String origin, int status) {
        for (RawRequest change : List.of(
                own("PATCH", ME).json("{\"bio\":\"Bread.\"}"),
                own("PUT", "/api/roost/v1/users/" + bob + "/follow"),
                logIn(",\"cookie\":true"))) {
            if (site != null) {
                change.header("sec-fetch-site", site);
            }
            if (origin != null) {
                change.header("origin", origin);
            }
            Answer answer = roost.call(change);
            if (status == 403) {
                assertRefused(answer);
                assertThat(answer.header("set-cookie")).isEmpty();
            } else {
                assertThat(answer.status()).isIn(200, 201);
            }
        }
    }

    @Test
    void aRefusedChangeChangesNothing() {
        assertRefused(roost.call(own("DELETE", CURRENT).header("sec-fetch-site", "cross-site")));
        expect(200, roost.call(own("GET", ME)));
        String posts = "/api/roost/v1/tweets";
        assertRefused(roost.call(
                own("POST", posts).header("origin", "http://elsewhere.test").json("{\"content\":\"Never said.\"}")));
        assertThat(roost.call(own("GET", "/api/roost/v1/users/" + alice + posts.substring(7)))
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void readingIsForAllPagesSinceNoneOfThemGetsToSeeTheAnswer() {
        for (String method : List.of("GET", "HEAD")) {
            expect(200, roost.call(own(method, ME).header("sec-fetch-site", "cross-site")));
        }
        expect(204, roost.call(own("OPTIONS", ME).header("sec-fetch-site", "cross-site")));
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void aStreamOpensByCookieForTheOwnPagesOnly(String path) {
        int open = path.equals(STREAM) ? 101 : 200;
        expect(open, roost.call(upgrade(own("GET", path))));
        expect(open, roost.call(upgrade(own("GET", path).header("origin", "http://localhost"))));
        expect(open, roost.call(upgrade(own("GET", path).header("sec-fetch-site", "same-origin"))));
        assertRefused(roost.call(upgrade(own("GET", path).header("origin", "http://elsewhere.test"))));
        assertRefused(roost.call(upgrade(own("GET", path).header("sec-fetch-site", "same-site"))));
        assertRefused(roost.call(upgrade(
                own("GET", path).header("sec-fetch-site", "same-origin").header("origin", "http://elsewhere.test"))));
        String token = cookie.substring("roost_session=".length());
        RawRequest byToken = RawRequest.of("GET", path).token(token).header("origin", "http://elsewhere.test");
        expect(open, roost.call(upgrade(byToken)));
    }

    @Test
    void aTicketIsIssuedByCookieAndEndsWithItsSession() {
        String ticket = expect(201, roost.call(own("POST", "/api/roost/v1/stream/tickets")))
                .member("ticket");
        String another = expect(201, roost.call(own("POST", "/api/roost/v1/stream/tickets")))
                .member("ticket");
        expect(200, roost.call(RawRequest.of("GET", EVENTS + "?ticket=" + ticket)));
        expect(204, roost.call(own("DELETE", CURRENT)));
        expect(401, roost.call(RawRequest.of("GET", EVENTS + "?ticket=" + another)));
    }

    @Test
    void aRegistrationMayComeFromAnywhereUnlessACookieComesAlong() {
        expect(201, roost.call(registration("eve")));
        assertRefused(roost.call(registration("mallory").header("cookie", cookie)));
    }

    private static RawRequest registration(String name) {
        return RawRequest.of("POST", "/api/roost/v1/users")
                .header("sec-fetch-site", "cross-site")
                .json("{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(name, name, PASSWORD));
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;

import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Accounts, profiles, sessions, and the cookie of a browser. */
final class AccountSteps extends TourSteps {
    static final String USERS = "/api/roost/v1/users";
    static final String USER = "/api/roost/v1/users/{id}";
    static final String ME = "/api/roost/v1/users/me";
    static final String SESSIONS = "/api/roost/v1/sessions";
    static final String MY_PASSWORD = "/api/roost/v1/users/me/password";
    private static final String BY_NAME = "/api/roost/v1/users/by/username/{username}";

    AccountSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        accounts();
        sessions();
    }

    private void accounts() {
        assertThat(api.register(409, "ALICE", "other@example.org").member("field"))
                .isEqualTo("username");
        assertThat(api.register(409, "other", "ALICE@example.org").member("field"))
                .isEqualTo("email");
        step(200, "GET", ME, own("GET", ME));
        step(401, "GET", ME);
        step(200, "PATCH", ME, own("PATCH", ME).json("{\"bio\":\"Bread.\",\"url\":\"https://example.org/\"}"));
        step(200, "PATCH", ME, own("PATCH", ME).json("{}"));
        step(401, "PATCH", ME, RawRequest.of("PATCH", ME).json("{}"));
        step(200, "GET", USER, RawRequest.of("GET", USERS + "/" + alice.id()));
        step(404, "GET", USER, RawRequest.of("GET", USERS + "/" + NOBODY));
        step(404, "GET", USER, RawRequest.of("GET", USERS + "/alice"));
        step(200, "GET", BY_NAME, RawRequest.of("GET", USERS + "/by/username/Alice"));
        step(404, "GET", BY_NAME, RawRequest.of("GET", USERS + "/by/username/nobody"));
        step(400, "GET", BY_NAME, RawRequest.of("GET", USERS + "/by/username/%zz"));
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
        step(401, "DELETE", SESSIONS);
        password();
        String current = SESSIONS + "/current";
        String ending = roost.token(alice.id());
        step(204, "DELETE", current, RawRequest.of("DELETE", current).token(ending));
        step(401, "DELETE", current, RawRequest.of("DELETE", current).token(ending));
        step(401, "GET", SESSIONS, RawRequest.of("GET", SESSIONS).token(ending));
    }

    private void password() {
        Guest carol = api.join("carol");
        step(403, "PUT", MY_PASSWORD, changed(carol, "a guess", PASSWORD));
        step(422, "PUT", MY_PASSWORD, changed(carol, PASSWORD, "short"));
        step(401, "PUT", MY_PASSWORD, RawRequest.of("PUT", MY_PASSWORD).json("{}"));
        step(204, "PUT", MY_PASSWORD, changed(carol, PASSWORD, PASSWORD));
        step(204, "DELETE", SESSIONS, carol.request("DELETE", SESSIONS));
    }

    static RawRequest changed(Guest guest, String current, String next) {
        return guest.request("PUT", MY_PASSWORD)
                .json("{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next));
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
                        !route.method().equals("GET") || route.template().startsWith("/api/roost/v1/stream"))
                .forEach(route -> {
                    String path = route.template().replaceAll("\\{[a-z]+}", alice.id());
                    RawRequest other = RawRequest.of(route.method(), path).header("cookie", cookie);
                    step(
                            403,
                            route.method(),
                            route.template(),
                            StreamSteps.upgrade(other).header("sec-fetch-site", "same-site"));
                });
        String current = SESSIONS + "/current";
        step(204, "DELETE", current, RawRequest.of("DELETE", current).header("cookie", cookie));
    }

    static RawRequest logIn(String password) {
        return RawRequest.of("POST", SESSIONS).json("{\"login\":\"alice\",\"password\":\"" + password + "\"}");
    }
}

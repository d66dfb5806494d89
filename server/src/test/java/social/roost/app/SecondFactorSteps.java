package social.roost.app;

import static social.roost.app.LocalServer.PASSWORD;

import java.util.List;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.user.AuthenticatorApp;

/** Two-factor authentication. */
final class SecondFactorSteps extends TourSteps {
    static final String TOTP = "/api/roost/v1/users/me/totp";
    static final String CONFIRM = TOTP + "/confirm";
    static final String RECOVERY_CODES = TOTP + "/recovery-codes";
    static final String SECOND_STEP = "/api/roost/v1/sessions/second-factor";

    static final List<String> HASHING = List.of("POST " + TOTP, "DELETE " + TOTP, "POST " + RECOVERY_CODES);

    SecondFactorSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        step(401, "GET", TOTP);
        for (String line : List.of("POST " + TOTP, "DELETE " + TOTP, "POST " + CONFIRM, "POST " + RECOVERY_CODES)) {
            String method = line.substring(0, line.indexOf(' '));
            String path = line.substring(line.indexOf(' ') + 1);
            step(401, method, path, RawRequest.of(method, path).json("{}"));
        }
        Guest dana = api.join("dana");
        step(200, "GET", TOTP, dana.request("GET", TOTP));
        step(403, "POST", TOTP, dana.request("POST", TOTP).json("{\"password\":\"a guess\"}"));
        step(409, "POST", CONFIRM, dana.request("POST", CONFIRM).json("{\"code\":\"123456\"}"));
        step(404, "POST", RECOVERY_CODES, dana.request("POST", RECOVERY_CODES).json(both("123456")));
        step(404, "DELETE", TOTP, dana.request("DELETE", TOTP).json(both("123456")));
        withApp(dana);
    }

    private void withApp(Guest dana) {
        String password = "{\"password\":\"" + PASSWORD + "\"}";
        Answer proposed = step(201, "POST", TOTP, dana.request("POST", TOTP).json(password));
        AuthenticatorApp app = new AuthenticatorApp(proposed.member("secret"), roost.clock);
        step(403, "POST", CONFIRM, dana.request("POST", CONFIRM).json("{\"code\":\"" + app.wrongCode() + "\"}"));
        Answer confirmed =
                step(200, "POST", CONFIRM, dana.request("POST", CONFIRM).json("{\"code\":\"" + app.code() + "\"}"));
        step(409, "POST", TOTP, dana.request("POST", TOTP).json(password));
        step(200, "GET", TOTP, dana.request("GET", TOTP));
        logIn(confirmed);
        step(403, "POST", RECOVERY_CODES, dana.request("POST", RECOVERY_CODES).json(both(app.wrongCode())));
        step(403, "DELETE", TOTP, dana.request("DELETE", TOTP).json(both(app.wrongCode())));
        Answer renewed = step(
                200,
                "POST",
                RECOVERY_CODES,
                dana.request("POST", RECOVERY_CODES).json(both(code(confirmed, 1))));
        step(204, "DELETE", TOTP, dana.request("DELETE", TOTP).json(both(code(renewed, 0))));
    }

    private void logIn(Answer confirmed) {
        String sessions = AccountSteps.SESSIONS;
        Answer required = step(
                401,
                "POST",
                sessions,
                RawRequest.of("POST", sessions).json("{\"login\":\"dana\",\"password\":\"" + PASSWORD + "\"}"));
        String start = "{\"challenge\":\"" + required.member("challenge") + "\",\"code\":\"";
        step(401, "POST", SECOND_STEP, RawRequest.of("POST", SECOND_STEP).json(start + "123\"}"));
        RawRequest elsewhere = RawRequest.of("POST", SECOND_STEP).header("origin", "https://elsewhere.test");
        step(403, "POST", SECOND_STEP, elsewhere.json(start + "123\",\"cookie\":true}"));
        step(
                201,
                "POST",
                SECOND_STEP,
                RawRequest.of("POST", SECOND_STEP).json(start + code(confirmed, 0) + "\",\"cookie\":true}"));
    }

    private static String code(Answer answer, int index) {
        return answer.json().at("/data/recovery_codes/" + index).asText();
    }

    private static String both(String code) {
        return "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(PASSWORD, code);
    }
}

package social.roost.app;

import static social.roost.app.LocalServer.PASSWORD;

import java.util.stream.Stream;
import social.roost.http.RawRequest;
import social.roost.user.EmailStore;
import social.roost.user.TokenHash;

/** What needs emails, which no server accepts here. */
final class MailSteps extends TourSteps {
    static final String RESETS = "/api/roost/v1/password-resets";
    static final String RESET = "/api/roost/v1/password-resets/{token}";
    static final String EMAIL = "/api/roost/v1/users/me/email";
    static final String RESEND = "/api/roost/v1/users/me/email/confirmations";
    static final String CONFIRM = "/api/roost/v1/email-confirmations/{token}";
    private static final long HALF_HOUR = 1_800_000;

    MailSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    /** Settings with which there are emails. */
    static String[] on(String... others) {
        return Stream.concat(
                        Stream.of(others),
                        Stream.of(
                                "smtp.host=127.0.0.1",
                                "smtp.port=1",
                                "smtp.security=none",
                                "mail.from=roost@example.org",
                                "mail.site=https://roost.example"))
                .toArray(String[]::new);
    }

    @Override
    void take() {
        step(202, "POST", RESETS, asked("alice@example.org"));
        step(202, "POST", RESETS, asked("nobody@example.org"));
        step(422, "POST", RESETS, asked("nobody"));
        Guest dave = api.join("dave");
        String token = "a-reset-token";
        roost.server
                .stores()
                .mail()
                .resets()
                .add(TokenHash.of(token), Long.parseLong(dave.id()), roost.clock.millis() + HALF_HOUR);
        step(422, "POST", RESET, reset(token, "short"));
        step(204, "POST", RESET, reset(token, "staple correct horse"));
        step(404, "POST", RESET, reset(token, "staple correct horse"));
        addresses();
    }

    private void addresses() {
        Guest erin = api.join("erin");
        step(200, "GET", EMAIL, erin.request("GET", EMAIL));
        step(401, "GET", EMAIL);
        step(401, "PATCH", EMAIL, RawRequest.of("PATCH", EMAIL).json("{}"));
        step(403, "PATCH", EMAIL, changed(erin, "erin@example.net", "a guess"));
        step(422, "PATCH", EMAIL, changed(erin, "nowhere", PASSWORD));
        step(200, "PATCH", EMAIL, changed(erin, "erin@example.net", PASSWORD));
        step(202, "POST", RESEND, erin.request("POST", RESEND));
        step(401, "POST", RESEND);
        EmailStore emails = roost.server.stores().mail().emails();
        long until = roost.clock.millis() + HALF_HOUR;
        emails.addToken(TokenHash.of("a-token"), Long.parseLong(erin.id()), "erin@example.net", until);
        emails.addToken(TokenHash.of("another-token"), Long.parseLong(erin.id()), "alice@example.org", until);
        step(409, "POST", CONFIRM, RawRequest.of("POST", CONFIRM.replace("{token}", "another-token")));
        step(204, "POST", CONFIRM, RawRequest.of("POST", CONFIRM.replace("{token}", "a-token")));
        step(404, "POST", CONFIRM, RawRequest.of("POST", CONFIRM.replace("{token}", "a-token")));
    }

    static RawRequest changed(Guest guest, String email, String password) {
        return guest.request("PATCH", EMAIL)
                .json("{\"email\":\"%s\",\"current_password\":\"%s\"}".formatted(email, password));
    }

    static RawRequest asked(String email) {
        return RawRequest.of("POST", RESETS).json("{\"email\":\"" + email + "\"}");
    }

    static RawRequest reset(String token, String password) {
        return RawRequest.of("POST", RESETS + "/" + token).json("{\"new_password\":\"" + password + "\"}");
    }
}

package social.roost.user;

import java.time.InstantSource;

/** An authenticator app with one account. */
public final class AuthenticatorApp {
    private final String secret;
    private final InstantSource clock;

    public AuthenticatorApp(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** The code that it shows now. */
    public String code() {
        return Totp.code(secret, clock.millis() / 30_000);
    }

    /** A code that is wrong now. */
    public String wrongCode() {
        int code = Integer.parseInt(code());
        String wrong = code();
        while (Totp.stepOf(wrong, secret, clock.millis()).isPresent()) {
            code = (code + 1) % 1_000_000;
            wrong = "%06d".formatted(code);
        }
        return wrong;
    }
}

package social.roost.driver.smtp;

import java.time.Duration;
import social.roost.driver.CallSettings;

/** Clients of SMTP servers on this machine. */
public final class SmtpStage {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private SmtpStage() {}

    /** Unencrypted. */
    public static SmtpServer server(int port) {
        return server(port, SmtpSettings.Security.NONE);
    }

    /** With a short deadline and two connections. */
    static SmtpServer server(int port, SmtpSettings.Security security) {
        boolean safe = security != SmtpSettings.Security.NONE;
        return new SmtpServer(
                new SmtpSettings(
                        "127.0.0.1", port, security, "", safe ? "roost" : "", safe ? "secret" : "", 2, DEADLINE),
                new CallSettings(
                        DEADLINE, 3, Duration.ofMillis(20), 256, Duration.ofSeconds(5), 50, Duration.ofSeconds(30)));
    }
}

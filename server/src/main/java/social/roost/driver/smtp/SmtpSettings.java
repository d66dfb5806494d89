package social.roost.driver.smtp;

import java.time.Duration;
import social.roost.base.config.Setting;

/** The server that accepts the emails of this one. */
public record SmtpSettings(
        @Setting(value = "", help = "Host of the SMTP server that accepts emails; empty: no emails are sent.")
        String host,

        @Setting(value = "587", help = "Port of the SMTP server.")
        int port,

        @Setting(
                value = "starttls",
                help = "Encryption: starttls, tls (from the first byte, usually on port 465), or none (for a server on"
                        + " this machine).")
        Security security,

        @Setting(
                value = "",
                help = "PEM file with the certificate authorities to trust; empty for those that Java trusts.")
        String authority,

        @Setting(value = "", help = "Username; empty for none.")
        String username,

        @Setting(value = "", help = "Password.", secret = true)
        String password,

        @Setting(value = "4", help = "Maximum number of connections of a process, and of emails sent at once.")
        int connections,

        @Setting(value = "20s", help = "How long sending an email may take.")
        Duration deadline) {
    private static final int MOST_CONNECTIONS = 64;
    private static final int LAST_PORT = 65_535;

    /** How connections are encrypted. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    public SmtpSettings {
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("port is " + port + ", expected 1 to " + LAST_PORT);
        }
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("connections is " + connections + ", expected 1 to " + MOST_CONNECTIONS);
        }
        if (deadline.toMillis() < 1) {
            throw new IllegalArgumentException("deadline must be at least 1ms");
        }
        if (username.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("username and password must be set together");
        }
        if (security == Security.NONE && !username.isEmpty()) {
            throw new IllegalArgumentException("a password is set, which security none would send unencrypted");
        }
    }

    public boolean isUsed() {
        return !host.isEmpty();
    }
}

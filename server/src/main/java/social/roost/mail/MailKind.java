package social.roost.mail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Why an email is sent. */
public enum MailKind {
    /** With a link to set a new password. */
    PASSWORD_RESET(Duration.ofMinutes(30)),
    /** With a link to confirm an address. */
    EMAIL_CONFIRMATION(Duration.ofDays(2)),
    /** Tells the address of an account that another one is to replace it. */
    EMAIL_CHANGE(Duration.ofDays(2));

    private final Duration patience;

    MailKind(Duration patience) {
        this.patience = patience;
    }

    /** How long sending it is attempted. */
    public Duration patience() {
        return patience;
    }

    /** Its name in stores and headers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this name. */
    public static MailKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}

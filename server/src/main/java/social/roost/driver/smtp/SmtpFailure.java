package social.roost.driver.smtp;

import org.jspecify.annotations.Nullable;

/** The server did not respond as it should. */
final class SmtpFailure extends RuntimeException {
    private final SmtpOutcome outcome;

    SmtpFailure(SmtpOutcome outcome, @Nullable Throwable cause) {
        super(outcome.name(), cause);
        this.outcome = outcome;
    }

    /** What is known of the mail. */
    SmtpOutcome outcome() {
        return outcome;
    }
}

package social.roost.driver.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What became of an email. */
public enum SmtpOutcome {
    /** The server will deliver it. */
    ACCEPTED,
    /** The server refuses the recipient for good. */
    BOUNCED,
    /** The server refuses this mail or its sender for good. */
    REJECTED,
    /** The server has not accepted it, but may do so later. */
    DELAYED,
    /** It is unknown whether the server has accepted it. */
    UNKNOWN;

    private static final int PERMANENT = 500;

    /** The outcome of an email that the server refused. */
    static SmtpOutcome of(SendFailedException failure) {
        SmtpOutcome outcome = UNKNOWN;
        Exception next = failure;
        while (next != null) {
            switch (next) {
                case SMTPAddressFailedException address -> {
                    return code(address.getReturnCode(), BOUNCED);
                }
                case SMTPSenderFailedException sender -> outcome = code(sender.getReturnCode(), REJECTED);
                case SMTPSendFailedException sent -> outcome = code(sent.getReturnCode(), REJECTED);
                default -> {}
            }
            next = next instanceof MessagingException message ? message.getNextException() : null;
        }
        return outcome;
    }

    private static SmtpOutcome code(int code, SmtpOutcome permanent) {
        return code >= PERMANENT ? permanent : code < 0 ? UNKNOWN : DELAYED;
    }
}

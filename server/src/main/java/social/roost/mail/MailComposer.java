package social.roost.mail;

import org.jspecify.annotations.Nullable;

/** Writes the emails of one kind when they are sent. */
@FunctionalInterface
public interface MailComposer {

    /** The mail as it is sent now; null if there is no reason for it any more. */
    @Nullable
    Letter compose(DueMail mail);
}

package social.roost.user;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.mail.DueMail;
import social.roost.mail.Letter;
import social.roost.mail.MailAddress;
import social.roost.mail.MailTexts;

/** Writes emails about email addresses. Tokens are made now, so that they are stored nowhere but hashed. */
public final class EmailMails {
    static final Duration LIFETIME = Duration.ofDays(3);

    private final EmailStore emails;
    private final MailTexts texts;
    private final InstantSource clock;
    private final LinkToken tokens = new LinkToken();

    public EmailMails(EmailStore emails, MailTexts texts, InstantSource clock) {
        this.emails = emails;
        this.texts = texts;
        this.clock = clock;
    }

    /** With a link to confirm an address; null if that is not wanted any more, or another account has the address. */
    public @Nullable Letter confirmation(DueMail mail) {
        Contact contact = emails.find(mail.userId()).orElse(null);
        String wanted =
                emails.state(mail.userId()).map(PendingEmail::unconfirmed).orElse(null);
        Optional<MailAddress> to = MailAddress.parse(mail.address());
        if (contact == null || contact.suspended() || !mail.address().equals(wanted) || to.isEmpty()) {
            return null;
        }
        boolean isOfAnother = emails.find(mail.address())
                .filter(owner -> owner.userId() != contact.userId())
                .isPresent();
        if (isOfAnother) {
            return null;
        }
        String token = tokens.next();
        emails.addToken(TokenHash.of(token), contact.userId(), mail.address(), clock.millis() + LIFETIME.toMillis());
        return new Letter(
                mail.kind().text() + "." + mail.id(),
                to.get(),
                texts.confirmation(contact.username(), token),
                Map.of());
    }

    /** Tells the confirmed address of an account that another one is to replace it. */
    public @Nullable Letter notice(DueMail mail) {
        Contact contact = emails.find(mail.userId()).orElse(null);
        Optional<MailAddress> to = MailAddress.parse(mail.address());
        return contact == null || to.isEmpty()
                ? null
                : new Letter(
                        mail.kind().text() + "." + mail.id(),
                        to.get(),
                        texts.addressChange(contact.username()),
                        Map.of());
    }
}

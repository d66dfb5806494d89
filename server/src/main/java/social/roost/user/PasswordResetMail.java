package social.roost.user;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.mail.DueMail;
import social.roost.mail.Letter;
import social.roost.mail.MailAddress;
import social.roost.mail.MailComposer;
import social.roost.mail.MailTexts;

/** Writes emails with a link to set a new password. The token is made now, so that it is stored nowhere but hashed. */
public final class PasswordResetMail implements MailComposer {
    static final Duration LIFETIME = Duration.ofMinutes(30);

    private final EmailStore emails;
    private final PasswordResetStore store;
    private final MailTexts texts;
    private final InstantSource clock;
    private final LinkToken tokens = new LinkToken();

    public PasswordResetMail(EmailStore emails, PasswordResetStore store, MailTexts texts, InstantSource clock) {
        this.emails = emails;
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    /** Null if no user who may log in has the address. It goes to the address of the account, not to the one typed now. */
    @Override
    public @Nullable Letter compose(DueMail mail) {
        Optional<Contact> found = emails.find(mail.address()).filter(contact -> !contact.suspended());
        Optional<MailAddress> to = found.map(Contact::email).flatMap(MailAddress::parse);
        if (to.isEmpty()) {
            return null;
        }
        Contact contact = found.orElseThrow();
        String token = tokens.next();
        store.add(TokenHash.of(token), contact.userId(), clock.millis() + LIFETIME.toMillis());
        return new Letter(
                mail.kind().text() + "." + mail.id(),
                to.get(),
                texts.passwordReset(contact.username(), token),
                Map.of());
    }
}

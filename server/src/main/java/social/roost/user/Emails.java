package social.roost.user;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.mail.MailAddress;
import social.roost.mail.MailKind;
import social.roost.mail.Mails;
import social.roost.user.EmailStore.Confirmed;

/**
 * The email addresses of users: confirmed with a link that is sent there, and replaced only once the new one is confirmed.
 * As a consumer, it asks for the mail that confirms the address of a new user; another one does no harm.
 */
public final class Emails implements StreamConsumer.OfUsers {
    private final EmailStore store;
    private final OwnPassword ownPassword;
    private final Mails mails;
    private final InstantSource clock;

    public Emails(EmailStore store, OwnPassword ownPassword, Mails mails, InstantSource clock) {
        this.store = store;
        this.ownPassword = ownPassword;
        this.mails = mails;
        this.clock = clock;
    }

    /** What is known of a user's address. */
    public PendingEmail of(long userId) {
        return store.state(userId).orElseThrow(() -> Rejection.notFound("user"));
    }

    /**
     * Begins to replace the address: a link is sent to the new one, and the confirmed old one is told. Whether another
     * account has the new one is not told: then no link is sent. The present address ends what was begun.
     *
     * @throws Rejection INVALID for an invalid address, FORBIDDEN if the password is wrong, TOO_MANY after too many
     *     attempts
     */
    public PendingEmail change(Caller caller, String password, @Nullable String email) {
        String next = AccountRules.email(email);
        if (MailAddress.parse(next).isEmpty()) {
            throw Rejection.invalid("email", "This server cannot send emails to this address.");
        }
        ownPassword.confirm(caller, password, "current_password");
        long userId = caller.userId();
        PendingEmail before = of(userId);
        if (MailAddress.key(next).equals(MailAddress.key(before.current()))) {
            store.propose(userId, null);
            return of(userId);
        }
        store.propose(userId, next);
        boolean _ = mails.request(MailKind.EMAIL_CONFIRMATION, userId, next, "");
        if (before.confirmed()) {
            mails.add(MailKind.EMAIL_CHANGE, userId, before.current(), "");
        }
        return of(userId);
    }

    /** Asks for another link for the address that is to be confirmed, if there is one. */
    public void resend(long userId) {
        String address = of(userId).unconfirmed();
        if (address != null) {
            boolean _ = mails.request(MailKind.EMAIL_CONFIRMATION, userId, address, "");
        }
    }

    /**
     * Confirms an address, which uses up the token.
     *
     * @throws Rejection NOT_FOUND if the token was used, has expired or never existed, CONFLICT if another account has the
     *     address
     */
    public void confirm(String token) {
        switch (store.confirm(TokenHash.of(token), clock.millis())) {
            case Confirmed.Done _ -> {}
            case Confirmed.Unknown _ ->
                throw new Rejection(
                        Kind.NOT_FOUND,
                        "invalid_confirmation",
                        "This link was already used, or has expired. Ask for another one in the settings.");
            case Confirmed.Taken _ ->
                throw new Rejection(
                        Kind.CONFLICT, "email_taken", "This email address already has an account.", "email");
        }
    }

    /** Removes what has expired from the store. */
    public void removeExpired() {
        store.deleteExpired(clock.millis());
    }

    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.UserRegistered(long userId)) {
            store.state(userId)
                    .map(PendingEmail::unconfirmed)
                    .ifPresent(address -> mails.add(MailKind.EMAIL_CONFIRMATION, userId, address, ""));
        }
    }
}

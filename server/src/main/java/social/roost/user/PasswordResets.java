package social.roost.user;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.mail.MailKind;
import social.roost.mail.Mails;

/** New passwords for users who have forgotten theirs, with a link that is sent to their email address. */
public final class PasswordResets {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);

    private final PasswordResetStore store;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Mails mails;
    private final InstantSource clock;

    public PasswordResets(
            PasswordResetStore store, Passwords passwords, Sessions sessions, Mails mails, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Asks for a link. Does not look for the account, so nobody learns whether there is one, not even from the time that
     * it takes: {@link PasswordResetMail} looks for it later.
     *
     * @throws Rejection INVALID for an invalid address
     */
    public void request(@Nullable String email) {
        boolean _ = mails.request(MailKind.PASSWORD_RESET, 0, AccountRules.email(email), "");
    }

    /**
     * Sets a new password, which uses up the token. Ends all sessions, before the change as well, so that a crash in
     * between does not leave them with a changed password.
     *
     * @throws Rejection INVALID for an unsuitable password, NOT_FOUND if the token was used, has expired or never existed
     */
    public void reset(String token, @Nullable String password) {
        String fit = AccountRules.password("new_password", password);
        TokenHash hash = TokenHash.of(token);
        long userId = store.find(hash, clock.millis()).orElseThrow(PasswordResets::unknown);
        String newHash = passwords.hash(fit);
        sessions.revokeAll(userId);
        if (!store.redeem(hash, clock.millis(), newHash)) {
            throw unknown();
        }
        sessions.revokeAll(userId);
        LOG.info("User {} has reset the password", userId);
    }

    private static Rejection unknown() {
        return new Rejection(
                Kind.NOT_FOUND, "invalid_reset", "This link was already used, or has expired. Ask for another one.");
    }

    /** Removes what has expired from the store. */
    public void removeExpired() {
        store.deleteExpired(clock.millis());
    }
}

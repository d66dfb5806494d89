package social.roost.user;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Caller;
import social.roost.base.Rejection;

/** Changes passwords. Sessions that were started with the old password end, and so do their streams and tickets. */
public final class PasswordChanges {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordChanges.class);

    private final UserStore store;
    private final OwnPassword own;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LogInAttempts attempts;

    public PasswordChanges(
            UserStore store, OwnPassword own, Passwords passwords, Sessions sessions, LogInAttempts attempts) {
        this.store = store;
        this.own = own;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    /**
     * Changes the password of a user who knows the current one. Ends all sessions but this one.
     *
     * @return the hash of the new password
     * @throws Rejection INVALID for an unsuitable new password, FORBIDDEN if the current one is wrong, TOO_MANY after
     *     too many attempts
     */
    public String change(Caller caller, String current, @Nullable String next) {
        String fit = AccountRules.password("new_password", next);
        return attempts.confirm(caller, () -> {
            String presentHash = own.require(caller, current, "current_password");
            String newHash = passwords.hash(fit);
            replace(caller, presentHash, newHash);
            return newHash;
        });
    }

    /**
     * Ends the other sessions before the change as well, so that a crash in between does not leave them with a changed
     * password.
     */
    private void replace(Caller caller, String presentHash, String newHash) {
        sessions.revokeOthers(caller.userId(), caller.sessionId());
        if (!store.replacePassword(caller.userId(), presentHash, newHash)) {
            throw OwnPassword.wrong("current_password");
        }
        sessions.revokeOthers(caller.userId(), caller.sessionId());
    }

    /**
     * Sets the password of an account for an operator. Ends all of its sessions.
     *
     * @throws Rejection INVALID for an unsuitable password
     */
    public void set(long userId, @Nullable String password) {
        String hash = passwords.hash(AccountRules.password(password));
        sessions.revokeAll(userId);
        if (!store.setPassword(userId, hash)) {
            throw Rejection.notFound("user");
        }
        sessions.revokeAll(userId);
        LOG.info("An operator set the password of user {}", userId);
    }
}

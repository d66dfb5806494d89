package social.roost.user;

import java.util.Objects;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.UserStore.Credentials;

/** Asks logged-in callers for their password before something that a found phone must not be enough for. */
public final class OwnPassword {
    private final UserStore store;
    private final Users users;
    private final Passwords passwords;
    private final LogInAttempts attempts;

    public OwnPassword(UserStore store, Users users, Passwords passwords, LogInAttempts attempts) {
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Checks the password of the caller.
     *
     * @param field that a rejection names
     * @throws Rejection FORBIDDEN if it is wrong, TOO_MANY after too many wrong ones
     */
    public void confirm(Caller caller, String password, String field) {
        String _ = attempts.confirm(caller, () -> require(caller, password, field));
    }

    /**
     * The hash of the caller's password, if this is the password. Does not count attempts.
     *
     * @param field that a rejection names
     */
    String require(Caller caller, String password, String field) {
        String username = users.require(caller.userId()).user().username();
        String hash =
                store.findCredentials(username).map(Credentials::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw wrong(field);
        }
        return Objects.requireNonNull(hash);
    }

    static Rejection wrong(String field) {
        return new Rejection(Kind.FORBIDDEN, "wrong_password", "The current password is wrong.", field);
    }
}

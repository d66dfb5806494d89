package social.roost.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.event.Event;
import social.roost.event.EventSource;

/**
 * Accounts and profiles.
 *
 * <p>Usernames and e-mail addresses are unique without regard to case, nor to how their letters are composed. A write is durable when it returns, and its event
 * ({@code UserRegistered}, {@code UserUpdated}, {@code UserSuspended}, {@code UserReinstated}) is stored if and only if the write is. A read that follows a write sees it.
 */
public interface UserStore {

    Created create(NewAccount account);

    /**
     * Stores many accounts at once. Those whose username is taken are left as they are.
     *
     * @return for each account the id that its username has now; 0 when it has none, because the e-mail is someone else's
     */
    long[] createAll(List<NewAccount> accounts);

    /** By id; those that do not exist are left out. Any number of ids. */
    Map<Long, User> find(long[] ids);

    Optional<User> findByUsername(String username);

    /**
     * Finds what is needed to check a password.
     *
     * @param login a username or an e-mail address
     */
    Optional<Credentials> findCredentials(String login);

    /**
     * Stores what the edit makes of the user, with no other edit between reading and storing. The edit must keep the id and
     * the username; if it throws, nothing changes.
     *
     * @return false when there is no such user
     */
    boolean update(long id, UnaryOperator<User> edit);

    /**
     * Gives a user a new password, if the hash of the present one is still this one.
     *
     * @return false when it is not, or there is no such user
     */
    boolean replacePassword(long id, String presentHash, String newHash);

    /**
     * Gives a user a new password, whatever the present one is.
     *
     * @return false when there is no such user
     */
    boolean setPassword(long id, String hash);

    /**
     * Shuts a user out.
     *
     * @param at in milliseconds since 1970
     * @return false when the user was shut out already, or does not exist
     */
    boolean suspend(long id, long at);

    /**
     * Lets a user in again.
     *
     * @return false when the user was not shut out, or does not exist
     */
    boolean reinstate(long id);

    /** The ids of all who are shut out, ascending. */
    long[] suspended();

    /** The greatest id in use, 0 when there is none. */
    long greatestId();

    /** Reads all users, in the order of ids, as {@link Scan} promises. */
    Scan.Part<User> scan(String after, int limit);

    /** All users as {@code UserRegistered}. */
    default EventSource registered() {
        return EventSource.of("users", this::scan, user -> new Event.UserRegistered(user.id()));
    }

    /** What became of a new account. */
    enum Created {
        DONE,
        USERNAME_TAKEN,
        EMAIL_TAKEN
    }

    /** The hash is null for an account that has no password. */
    record Credentials(long userId, @Nullable String passwordHash, boolean suspended) {}
}

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
 * <p>Usernames and email addresses are unique regardless of case and of how their letters are composed. A write is
 * durable when it returns, and its event ({@code UserRegistered}, {@code UserUpdated}, {@code UserSuspended}, {@code
 * UserReinstated}) is stored if and only if the write is. A read after a write sees it.
 */
public interface UserStore {

    Created create(NewAccount account);

    /**
     * Stores many accounts at once. Accounts whose username is taken are skipped.
     *
     * @return for each account the id that its username has now; 0 if it has none because the email address is taken
     */
    long[] createAll(List<NewAccount> accounts);

    /** By id; missing users are left out. Any number of ids. */
    Map<Long, User> find(long[] ids);

    Optional<User> findByUsername(String username);

    /**
     * Finds what is needed to check a password.
     *
     * @param login a username or an email address
     */
    Optional<Credentials> findCredentials(String login);

    /**
     * Stores the result of the edit, with no other edit between reading and storing. The edit must keep the id and the
     * username; if it throws, nothing changes.
     *
     * @return false if the user does not exist
     */
    boolean update(long id, UnaryOperator<User> edit);

    /**
     * Sets a new password if the hash of the current one is still this one.
     *
     * @return false if it is not, or the user does not exist
     */
    boolean replacePassword(long id, String presentHash, String newHash);

    /**
     * Sets a new password unconditionally.
     *
     * @return false if the user does not exist
     */
    boolean setPassword(long id, String hash);

    /**
     * Suspends a user.
     *
     * @param at in milliseconds since 1970
     * @return false if the user was already suspended or does not exist
     */
    boolean suspend(long id, long at);

    /**
     * Lifts a suspension.
     *
     * @return false if the user was not suspended or does not exist
     */
    boolean reinstate(long id);

    /** The ids of all suspended users, ascending. */
    long[] suspended();

    /** The greatest id in use, 0 if there is none. */
    long greatestId();

    /** Reads all users, in the order of ids, as {@link Scan} promises. */
    Scan.Part<User> scan(String after, int limit);

    /** All users as {@code UserRegistered}. */
    default EventSource registered() {
        return EventSource.of("users", this::scan, user -> new Event.UserRegistered(user.id()));
    }

    /** The outcome of creating an account. */
    enum Created {
        DONE,
        USERNAME_TAKEN,
        EMAIL_TAKEN
    }

    /** The hash is null for an account that has no password. */
    record Credentials(long userId, @Nullable String passwordHash, boolean suspended) {}
}

package social.roost.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions by the hash of their token; the token itself is never stored.
 *
 * <p>A write is durable when it returns; a deleted session is not found by any later read. {@code SessionEnded} is
 * stored if and only if the session was deleted by anything but {@link #deleteExpired}.
 */
public interface SessionStore {

    /** The maximum number of sessions of a user, except for those created at the same moment. */
    int MAXIMUM_OF_A_USER = 100;

    /**
     * Stores a session, and deletes the user's oldest ones beyond {@link #MAXIMUM_OF_A_USER}.
     *
     * @return the token hashes of the deleted sessions
     */
    List<TokenHash> create(Session session, TokenHash tokenHash);

    Optional<Session> find(TokenHash tokenHash);

    /**
     * The user's sessions that have not expired at this time (milliseconds since 1970), newest first, at most
     * {@link #MAXIMUM_OF_A_USER}.
     */
    List<Session> list(long userId, long now);

    /**
     * Deletes a session of this user.
     *
     * @return the hash of its token, empty if the user has no such session
     */
    Optional<TokenHash> delete(long userId, long sessionId);

    /**
     * Deletes all sessions of this user but one, in steps of bounded size. If it fails, some may have been deleted. A
     * session created meanwhile may stay.
     *
     * @param kept the id of the session to keep; 0 for none
     * @return the hashes of their tokens
     */
    List<TokenHash> deleteAll(long userId, long kept);

    /**
     * Records when sessions were used, in milliseconds since 1970. Skips sessions that do not exist, and times before
     * the recorded one. If it fails, some may have been recorded.
     */
    void recordUses(Map<TokenHash, Long> uses);

    /** When each session of a user was used, by session id; those that were never recorded are left out. */
    Map<Long, Long> lastUses(long userId);

    /** Removes sessions that had expired by this time (milliseconds since 1970). */
    void deleteExpired(long now);
}

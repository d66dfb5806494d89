package social.roost.message;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Who may write to a user, and how many requests a user sent to strangers lately.
 *
 * <p>Promises: a write is durable when it returns, and idempotent; a read after a write sees it.
 */
public interface ContactStore {

    /** The preferences of each user, {@link MessagePreferences#DEFAULT} at first. */
    Map<Long, MessagePreferences> preferences(long[] userIds);

    /** The same for one user. */
    default MessagePreferences preferences(long userId) {
        return preferences(new long[] {userId}).getOrDefault(userId, MessagePreferences.DEFAULT);
    }

    /**
     * Stores what the edit returns, with no other edit in between.
     *
     * @param edit may be called several times; nothing changes if it throws
     */
    void editPreferences(long userId, UnaryOperator<MessagePreferences> edit);

    /**
     * Remembers for a day that a user sent a request to a stranger, at this time in milliseconds since 1970. Idempotent.
     *
     * @param requestId of this request
     */
    void addRequest(long userId, long requestId, long at);

    /** The number of requests since a time that is less than a day ago. */
    int requests(long userId, long since);
}

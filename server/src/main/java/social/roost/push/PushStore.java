package social.roost.push;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Push subscriptions, and what users want to be sent.
 *
 * <p>A write is durable when it returns, and a read after it sees it. A subscription is found only while its session
 * exists and has not expired. All times are in milliseconds since 1970.
 */
public interface PushStore {

    /**
     * Stores the subscription of a session. It replaces that which the session had, and any other with the same endpoint,
     * which belongs to the same browser.
     */
    void subscribe(PushSubscription subscription);

    /** Subscriptions of these users; a user without any is missing. */
    Map<Long, List<PushSubscription>> find(long[] userIds, long now);

    /** A subscription; null if it has ended. */
    @Nullable
    PushSubscription find(long id, long now);

    /** Ends a user's subscription; false if the user has no such subscription. */
    boolean end(long userId, long id);

    /** Removes the subscriptions whose sessions have ended, in steps of bounded size. */
    void removeEnded(long now);

    PushPreferences preferences(long userId);

    void editPreferences(long userId, UnaryOperator<PushPreferences> edit);
}

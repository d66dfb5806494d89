package social.roost.user;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes when sessions are used, to the hour, and stores that from time to time. What is not stored yet is lost in a
 * crash, and if very many sessions are used at once.
 */
final class SessionUses {
    private static final long PRECISION_MILLIS = Duration.ofHours(1).toMillis();
    private static final int MAXIMUM_WAITING = 100_000;

    private final SessionStore store;
    private final Map<TokenHash, Long> waiting = new ConcurrentHashMap<>();

    SessionUses(SessionStore store) {
        this.store = store;
    }

    /**
     * Notes a use if the one before was noted long enough ago.
     *
     * @param before when one was noted, in milliseconds since 1970
     * @return when one is noted now
     */
    long note(TokenHash session, long before, long now) {
        if (now - before < PRECISION_MILLIS || waiting.size() >= MAXIMUM_WAITING) {
            return before;
        }
        waiting.put(session, now);
        return now;
    }

    /** Stores what was noted since the last call. */
    void store() {
        Map<TokenHash, Long> uses = new HashMap<>(waiting);
        store.recordUses(uses);
        uses.forEach(waiting::remove);
    }
}

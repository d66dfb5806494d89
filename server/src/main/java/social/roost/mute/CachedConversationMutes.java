package social.roost.mute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Remembers which conversations the authors mute whose tweets many users like at the moment: each like asks for that.
 *
 * <p>What another process changes is known here ten seconds later.
 */
public final class CachedConversationMutes implements ConversationMuteStore {
    /** With up to about 40 KB each, but usually none. */
    private static final int MOST_USERS = 1_000;

    private static final Duration LIFETIME = Duration.ofSeconds(10);

    private final ConversationMuteStore store;
    private final Cache<Long, Set<Long>> cache = Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterWrite(LIFETIME)
            .build();

    public CachedConversationMutes(ConversationMuteStore store) {
        this.store = store;
    }

    @Override
    public void mute(long userId, long conversationId, long now) {
        store.mute(userId, conversationId, now);
        cache.invalidate(userId);
    }

    @Override
    public void unmute(long userId, long conversationId) {
        store.unmute(userId, conversationId);
        cache.invalidate(userId);
    }

    @Override
    public boolean isMuted(long userId, long conversationId) {
        return cache.get(userId, id -> Set.copyOf(store.list(id))).contains(conversationId);
    }

    /** From the store. */
    @Override
    public List<Long> list(long userId) {
        return store.list(userId);
    }
}

package social.roost.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Rejection;
import social.roost.base.UnavailableException;

/**
 * Profiles, read cache-aside: from memory, and on a miss from the stores in one batch.
 *
 * <p>While the counts cannot be read because their store is down, profiles show the last known ones.
 */
public final class Users {
    private static final int MAXIMUM_LAST_COUNTS = 100_000;

    private final UserStore store;
    private final ProfileCounts counts;
    private final String fileBase;
    private final BatchCache<Profile> profiles;
    private final Cache<Long, ProfileCounts.Counts> lastCounts =
            Caffeine.newBuilder().maximumSize(MAXIMUM_LAST_COUNTS).build();

    /** Without pictures. */
    public Users(UserStore store, ProfileCounts counts, long cacheBytes) {
        this(store, counts, "", cacheBytes);
    }

    /** @param fileBase what the names of picture files are appended to */
    public Users(UserStore store, ProfileCounts counts, String fileBase, long cacheBytes) {
        this.store = store;
        this.counts = counts;
        this.fileBase = fileBase;
        this.profiles = new BatchCache<>(cacheBytes, (id, profile) -> profile.bytes(), this::load);
    }

    public CacheUse cache() {
        return profiles.use();
    }

    public Optional<Profile> find(long id) {
        return Optional.ofNullable(find(new long[] {id})[0]);
    }

    /**
     * Finds a user that must exist.
     *
     * @throws Rejection NOT_FOUND if the user does not exist
     */
    @CanIgnoreReturnValue
    public Profile require(long id) {
        return find(id).orElseThrow(() -> Rejection.notFound("user"));
    }

    /** In the order of the ids, null for missing users. */
    public @Nullable Profile[] find(long[] ids) {
        try {
            return profiles.get(ids, new Profile[ids.length]);
        } catch (UnavailableException e) {
            return withLastCounts(ids);
        }
    }

    public Optional<Profile> findByUsername(String username) {
        return store.findByUsername(username).flatMap(user -> find(user.id()));
    }

    /**
     * Called after a change of the user or of one of the counts was committed, in any process: the next read sees it.
     */
    public void changed(long id) {
        profiles.forgetIf(id, profile -> true);
    }

    /** Called after a new user was committed. */
    Profile registered(User user) {
        Profile profile = new Profile(user, ProfileCounts.NONE);
        profiles.add(user.id(), profile);
        return profile;
    }

    /** Not cached: the counts may differ once the store is back. */
    private @Nullable Profile[] withLastCounts(long[] ids) {
        Map<Long, User> users = store.find(ids);
        @Nullable Profile[] found = new Profile[ids.length];
        for (int i = 0; i < ids.length; i++) {
            User user = users.get(ids[i]);
            ProfileCounts.Counts last = lastCounts.getIfPresent(ids[i]);
            found[i] = user == null
                    ? null
                    : new Profile(user.withPicturesAt(fileBase), last == null ? ProfileCounts.NONE : last);
        }
        return found;
    }

    private Map<Long, Profile> load(long[] ids) {
        Map<Long, User> users = store.find(ids);
        Map<Long, ProfileCounts.Counts> countsById = counts.of(ids);
        Map<Long, Profile> loaded = HashMap.newHashMap(users.size());
        users.forEach((id, user) -> {
            ProfileCounts.Counts now = countsById.getOrDefault(id, ProfileCounts.NONE);
            lastCounts.put(id, now);
            loaded.put(id, new Profile(user.withPicturesAt(fileBase), now));
        });
        return loaded;
    }
}

package social.roost.media;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.LogThrottle;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;

/** Media for reading: from a cache, and on a miss from the store in one batch. All changes go through it. */
public final class MediaLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(MediaLibrary.class);
    private static final int ABSENT_BYTES = 100;

    private final MediaStore store;
    private final String fileBase;
    private final BatchCache<Entry> cache;
    private final LogThrottle warnings = new LogThrottle(1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    /** @param fileBase what the names of files are appended to */
    public MediaLibrary(MediaStore store, String fileBase, long cacheBytes) {
        this.store = store;
        this.fileBase = fileBase;
        this.cache = new BatchCache<>(cacheBytes, (id, entry) -> entry.bytes(), this::load);
    }

    public CacheUse cache() {
        return cache.use();
    }

    /** Null if there is no such medium. */
    public @Nullable ShownMedium find(long id) {
        Entry entry = cache.get(id);
        return entry == null ? null : entry.medium();
    }

    /**
     * The media of tweets, in the order of the ids, as far as they are ready and the store responds: a page is complete
     * without them.
     */
    public List<ShownMedium> shown(long[] ids) {
        try {
            List<ShownMedium> shown = new ArrayList<>(ids.length);
            for (Entry entry : cache.get(ids, new Entry[ids.length])) {
                ShownMedium medium = entry == null ? null : entry.medium();
                if (medium != null && medium.medium().state() == MediaState.READY) {
                    shown.add(medium);
                }
            }
            return shown;
        } catch (UnavailableException | OverloadedException e) {
            if (warnings.allows()) {
                LOG.warn("Pages are shown without media: {}", e.getMessage());
            }
            return List.of();
        }
    }

    /** Called when another process has changed the medium. */
    public void forget(long id) {
        cache.forgetIf(id, entry -> true);
    }

    /** As it is stored now. */
    Optional<Medium> current(long id) {
        Medium stored = store.find(id);
        // Nobody who has seen this state may then get an older one, of the file for example.
        cache.forgetIf(id, entry -> !entry.isOf(stored));
        return Optional.ofNullable(stored).filter(medium -> medium.state() != MediaState.REMOVED);
    }

    /** How it is shown, for its owner. */
    ShownMedium show(Medium medium) {
        return new ShownMedium(medium, fileBase);
    }

    void add(Medium medium) {
        store.add(medium);
        cache.add(medium.id(), entry(medium));
    }

    /** Like {@link MediaStore#update}; every later read sees the result. */
    @CanIgnoreReturnValue
    @Nullable
    Medium update(long id, UnaryOperator<Medium> edit) {
        Medium result = store.update(id, edit);
        var _ = cache.refresh(id);
        signal();
        return result;
    }

    void remove(long id) {
        store.remove(id);
        var _ = cache.refresh(id);
    }

    /** How many changes there were in this process. */
    long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are more changes than these, but not longer than this. */
    void awaitChange(long seen, long milliseconds) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
        lock.lock();
        try {
            while (changes == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Map<Long, Entry> load(long[] ids) {
        Map<Long, Medium> stored = store.find(ids);
        Map<Long, Entry> loaded = HashMap.newHashMap(ids.length);
        for (long id : ids) {
            loaded.put(id, entry(stored.get(id)));
        }
        return loaded;
    }

    private Entry entry(@Nullable Medium medium) {
        return new Entry(medium == null || medium.state() == MediaState.REMOVED ? null : show(medium));
    }

    /** What is known of an id: a medium, or that there is none. */
    private record Entry(@Nullable ShownMedium medium) {
        boolean isOf(@Nullable Medium stored) {
            return medium != null && medium.medium().equals(stored);
        }

        int bytes() {
            return medium == null ? ABSENT_BYTES : medium.bytes();
        }
    }
}

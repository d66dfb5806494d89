package social.roost.tweet;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Outlines by the hash of their tweets' ids. Of two with the same place only the last one is kept, so a look-up is a
 * single access, several times faster than one of the cache that they come from.
 */
final class Outlines {
    private static final int MOST = 1 << 20;

    private final AtomicReferenceArray<@Nullable Outline> places;

    /** @param tweets for about this many */
    Outlines(long tweets) {
        places = new AtomicReferenceArray<>(Math.clamp(Long.highestOneBit(Math.max(1, tweets)) * 2, 2, MOST));
    }

    @Nullable
    Outline of(long id) {
        Outline outline = places.get(place(id));
        return outline != null && outline.id() == id ? outline : null;
    }

    void keep(Outline outline) {
        places.set(place(outline.id()), outline);
    }

    void forget(long id) {
        Outline outline = of(id);
        if (outline != null) {
            boolean _ = places.compareAndSet(place(id), outline, null);
        }
    }

    private int place(long id) {
        return (int) ((id * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Integer.numberOfTrailingZeros(places.length())));
    }
}

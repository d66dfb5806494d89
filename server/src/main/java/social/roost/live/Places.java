package social.roost.live;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/**
 * Limits the open streams of this process, in total and for each user. A place is taken before a stream is opened, so
 * that the limits also hold for streams opened at the same time, and released once, however the stream ends or fails to
 * open. Thread-safe.
 */
final class Places {
    private final LiveSettings settings;
    private final ConcurrentMap<Long, Integer> ofUsers = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    Places(LiveSettings settings) {
        this.settings = settings;
    }

    /** The number of places taken by all users. */
    int taken() {
        return taken.get();
    }

    /**
     * Takes a place.
     *
     * @throws Rejection TOO_MANY if the user has taken all of theirs
     * @throws OverloadedException if all places of the process are taken
     */
    Place take(long userId) {
        if (taken.incrementAndGet() > settings.maximumStreams()) {
            taken.decrementAndGet();
            throw new OverloadedException("Too many streams are open");
        }
        if (ofUsers.merge(userId, 1, Integer::sum) > settings.maximumPerUser()) {
            giveBack(userId);
            throw new Rejection(
                    Kind.TOO_MANY,
                    "too_many_streams",
                    "You have " + settings.maximumPerUser() + " open streams, the maximum: close one.");
        }
        return new Place(userId);
    }

    private void giveBack(long userId) {
        ofUsers.computeIfPresent(userId, (id, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    /** The place of one stream. */
    final class Place {
        private final long userId;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(long userId) {
            this.userId = userId;
        }

        /** Releases the place; idempotent. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                giveBack(userId);
            }
        }
    }
}

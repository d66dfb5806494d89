package social.roost.media;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/**
 * What uses which medium. A use is recorded before what uses it is stored. If it is not confirmed afterwards, the upkeep
 * looks for it after a while, and ends the use if it was never stored.
 */
public final class MediaUses {
    private final MediaStore store;
    private final MediaLibrary library;
    private final InstantSource clock;

    public MediaUses(MediaStore store, MediaLibrary library, InstantSource clock) {
        this.store = store;
        this.library = library;
        this.clock = clock;
    }

    /**
     * Uses media of a user for a tweet.
     *
     * @param field names them in rejections
     * @throws Rejection INVALID if one is missing, not ready or used by another tweet, or there are too many; then
     *     none is used
     */
    public void useForTweet(long userId, List<Long> ids, long tweetId, String field) {
        use(userId, ids, MediaUse.tweet(tweetId), Purpose.TWEET, field);
    }

    /**
     * Uses media of a user, which were uploaded for a message, for a message.
     *
     * @param field names them in rejections
     * @throws Rejection INVALID if one is missing, not ready or used by another message, or there are too many; then
     *     none is used
     */
    public void useForMessage(long userId, List<Long> ids, long messageId, String field) {
        use(userId, ids, MediaUse.message(messageId), Purpose.MESSAGE, field);
    }

    /**
     * Uses media of a user for a tweet that is posted later, like {@link #useForTweet}.
     *
     * @param field names them in rejections
     */
    public void useForScheduled(long userId, List<Long> ids, long scheduledTweetId, String field) {
        use(userId, ids, MediaUse.scheduled(scheduledTweetId), Purpose.TWEET, field);
    }

    private void use(long userId, List<Long> ids, MediaUse use, Purpose purpose, String field) {
        check(userId, ids, purpose, field);
        List<Long> done = new ArrayList<>(ids.size());
        try {
            for (long id : ids) {
                long now = clock.millis();
                Medium used =
                        library.update(id, medium -> requireFree(medium, field).used(use, now));
                if (used == null) {
                    throw missing(field);
                }
                done.add(id);
            }
        } catch (RuntimeException e) {
            end(done, use);
            throw e;
        }
    }

    private void check(long userId, List<Long> ids, Purpose purpose, String field) {
        if (ids.size() > MediaCapabilities.MOST_IMAGES || new HashSet<>(ids).size() < ids.size()) {
            throw tooMany(field);
        }
        Map<Long, Medium> media = store.find(Ids.of(ids, id -> id));
        for (long id : ids) {
            requireFree(own(userId, media.get(id), purpose, field), field);
        }
        if (ids.size() > 1 && media.values().stream().anyMatch(MediaUses::isMoving)) {
            throw tooMany(field);
        }
    }

    /**
     * Uses an image as avatar or header.
     *
     * @throws Rejection INVALID if it is missing, made for another purpose, or not ready
     */
    Medium useForProfile(long userId, long id, MediaUse use, Purpose purpose, String field) {
        requireReady(own(userId, store.find(id), purpose, field), field);
        long now = clock.millis();
        Medium used = library.update(id, medium -> requireReady(medium, field).used(use, now));
        if (used == null) {
            throw missing(field);
        }
        return used;
    }

    /** What uses these media was stored. Idempotent. */
    public void confirm(List<Long> ids, MediaUse use) {
        for (long id : ids) {
            long now = clock.millis();
            library.update(id, medium -> medium.confirmed(use, now));
        }
    }

    /** What used these media is gone. Idempotent. */
    public void end(List<Long> ids, MediaUse use) {
        for (long id : ids) {
            long now = clock.millis();
            library.update(id, medium -> medium.unused(use, now));
        }
    }

    private static boolean isMoving(Medium medium) {
        return medium.content() == null || medium.content().kind() != MediaKind.IMAGE;
    }

    private static Medium own(long userId, @Nullable Medium medium, Purpose purpose, String field) {
        if (medium == null
                || medium.userId() != userId
                || medium.state() == MediaState.REMOVED
                || medium.upload().purpose() != purpose) {
            throw missing(field);
        }
        return medium;
    }

    private static Medium requireReady(Medium medium, String field) {
        if (medium.state() != MediaState.READY) {
            throw new Rejection(
                    Kind.INVALID,
                    "media_not_ready",
                    medium.state() == MediaState.FAILED
                            ? "An upload has failed: remove it."
                            : "An upload has not been processed yet.",
                    field);
        }
        return medium;
    }

    private static Medium requireFree(Medium medium, String field) {
        requireReady(medium, field);
        if (!medium.isUnused()) {
            throw new Rejection(Kind.INVALID, "media_in_use", "An upload is in use already: upload it again.", field);
        }
        return medium;
    }

    private static Rejection missing(String field) {
        return new Rejection(Kind.INVALID, "media_not_found", "You have no such upload for this purpose.", field);
    }

    private static Rejection tooMany(String field) {
        return new Rejection(
                Kind.INVALID,
                "too_many_media",
                "At most " + MediaCapabilities.MOST_IMAGES
                        + " different images, or one GIF, or one video, are allowed.",
                field);
    }
}

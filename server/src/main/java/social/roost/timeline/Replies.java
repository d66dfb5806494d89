package social.roost.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Viewer;
import social.roost.view.Hydration;

/** Loads replies as a viewer sees them, without those that were hidden, any number in one batch. */
public final class Replies {
    private final EngagementStore engagements;
    private final Hydration hydration;
    private final HiddenReplies hiddenReplies;

    public Replies(EngagementStore engagements, Hydration hydration, HiddenReplies hiddenReplies) {
        this.engagements = engagements;
        this.hydration = hydration;
        this.hiddenReplies = hiddenReplies;
    }

    /**
     * Shows those that the viewer sees, and deleted ones that have replies.
     *
     * @param rows the ids by the tweet that they reply to
     */
    Loaded load(Map<Long, long[]> rows, Viewer viewer) {
        Set<Long> removed = hiddenReplies.to(rows.keySet());
        long[] ids = rows.values().stream().flatMapToLong(LongStream::of).toArray();
        Map<Long, Reply> shown = HashMap.newHashMap(ids.length);
        hydration.load(ids, viewer).stream()
                .filter(entry -> !removed.contains(entry.id()))
                .forEach(entry -> shown.put(entry.id(), Reply.of(entry)));
        long[] others = LongStream.of(ids).filter(id -> !shown.containsKey(id)).toArray();
        if (others.length == 0) {
            return new Loaded(shown, Set.of());
        }
        Set<Long> existing = hydration.existing(others);
        addDeleted(LongStream.of(others).filter(id -> !existing.contains(id) && !removed.contains(id)), shown);
        return new Loaded(shown, existing);
    }

    /** How many replies to a tweet its author hid, as far as the viewer sees them; at most 100. */
    int hiddenBelow(long tweetId, Viewer viewer) {
        return hiddenReplies.count(tweetId, viewer);
    }

    private void addDeleted(LongStream ids, Map<Long, Reply> shown) {
        long[] deleted = ids.toArray();
        Map<Long, Counts> counts = deleted.length == 0 ? Map.of() : engagements.counts(deleted);
        for (long id : deleted) {
            long replies = counts.getOrDefault(id, Counts.NONE).replies();
            if (replies > 0) {
                shown.put(id, new Reply(id, null, replies));
            }
        }
    }

    /**
     * Some replies; those in neither are deleted without replies, or do not exist.
     *
     * @param shown by id
     * @param hidden neither shown nor deleted
     */
    record Loaded(Map<Long, Reply> shown, Set<Long> hidden) {
        @Nullable
        Reply get(long id) {
            return shown.get(id);
        }

        boolean isDeleted(long id) {
            Reply reply = shown.get(id);
            return reply == null ? !hidden.contains(id) : reply.isDeleted();
        }
    }
}

package social.roost.draft;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Rejection;
import social.roost.media.MediaUse;
import social.roost.media.MediaUses;
import social.roost.media.Medium;

/**
 * The media of scheduled tweets, which keep them from being removed as unused. Before such a tweet is posted, the use
 * ends, and the tweet uses them. Idempotent.
 */
public final class ScheduledMedia {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledMedia.class);

    private final MediaUses uses;
    private final ScheduledTweetStore store;

    public ScheduledMedia(MediaUses uses, ScheduledTweetStore store) {
        this.uses = uses;
        this.store = store;
    }

    /** @throws Rejection INVALID, naming the field */
    void use(ScheduledTweet tweet, List<Long> mediaIds) {
        if (!mediaIds.isEmpty()) {
            uses.useForScheduled(tweet.userId(), mediaIds, tweet.id(), "media_ids");
        }
    }

    /** The tweet was stored. */
    void confirm(ScheduledTweet tweet) {
        uses.confirm(tweet.draft().mediaIds(), MediaUse.scheduled(tweet.id()));
    }

    void end(ScheduledTweet tweet, List<Long> mediaIds) {
        uses.end(mediaIds, MediaUse.scheduled(tweet.id()));
    }

    /** The tweet could not be posted: its author may still edit it. */
    void useAgain(ScheduledTweet tweet) {
        try {
            use(tweet, tweet.draft().mediaIds());
            confirm(tweet);
        } catch (Rejection e) {
            LOG.debug("Media of a scheduled tweet that could not be posted are gone", e);
        }
    }

    /** Whether a scheduled tweet has this medium. */
    public boolean isUsed(Medium medium, MediaUse use) {
        ScheduledTweet tweet = store.find(use.id());
        return tweet != null && tweet.draft().mediaIds().contains(medium.id());
    }
}

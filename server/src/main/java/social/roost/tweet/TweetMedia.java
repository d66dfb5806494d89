package social.roost.tweet;

import java.util.List;
import social.roost.base.Rejection;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.media.MediaUse;
import social.roost.media.MediaUses;
import social.roost.media.Medium;

/**
 * The media of tweets. They are used before the tweet is stored; whether it is, is checked later. When a tweet is deleted,
 * the use ends before the response, and again by its event. Idempotent.
 */
public final class TweetMedia implements StreamConsumer.OfTweets {
    private final MediaUses uses;
    private final TweetStore store;

    public TweetMedia(MediaUses uses, TweetStore store) {
        this.uses = uses;
        this.store = store;
    }

    /**
     * Uses the media of tweets that are about to be posted, of all or none.
     *
     * @throws Rejection INVALID, naming the field
     */
    void use(List<Tweet> thread) {
        int done = 0;
        try {
            for (; done < thread.size(); done++) {
                Tweet tweet = thread.get(done);
                if (!tweet.mediaIds().isEmpty()) {
                    String path = thread.size() == 1 ? "" : "tweets[" + done + "].";
                    uses.useForTweet(tweet.authorId(), tweet.mediaIds(), tweet.id(), path + "media_ids");
                }
            }
        } catch (RuntimeException e) {
            end(thread.subList(0, done));
            throw e;
        }
    }

    /** These tweets were not posted. */
    void end(List<Tweet> thread) {
        thread.forEach(this::end);
    }

    /** This tweet was deleted: others do not get its media any more. */
    void end(Tweet tweet) {
        uses.end(tweet.mediaIds(), MediaUse.tweet(tweet.id()));
    }

    @Override
    public void consume(Event.OfTweets event) {
        Tweet deleted = event instanceof Event.TweetDeleted(long id, long _) ? store.findPosted(id) : null;
        if (deleted != null) {
            end(deleted);
        }
    }

    /** Whether a tweet that is not deleted has this medium. */
    public boolean isUsed(Medium medium, MediaUse use) {
        Tweet tweet = store.find(new long[] {use.id()}).get(use.id());
        return tweet != null && tweet.mediaIds().contains(medium.id());
    }
}

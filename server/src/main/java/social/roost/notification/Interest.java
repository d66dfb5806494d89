package social.roost.notification;

import social.roost.mute.ConversationMuteStore;
import social.roost.tweet.Tweet;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;

/** What users want to know of. */
public final class Interest {
    private final Viewers viewers;
    private final ConversationMuteStore mutes;

    public Interest(Viewers viewers, ConversationMuteStore mutes) {
        this.viewers = viewers;
        this.mutes = mutes;
    }

    /** Whether the author wants to know what others do with the tweet. */
    boolean isWatched(Tweet tweet) {
        return viewers.of(tweet.authorId()).mayRead(tweet) && !mutes.isMuted(tweet.authorId(), tweet.conversationId());
    }

    /** Whether a user wants to read the tweet of another. */
    boolean wantsToRead(long userId, Tweet tweet) {
        Viewer viewer = viewers.of(userId).readingList();
        return viewer.mayRead(tweet) && !viewer.mutes(tweet) && !mutes.isMuted(userId, tweet.conversationId());
    }
}

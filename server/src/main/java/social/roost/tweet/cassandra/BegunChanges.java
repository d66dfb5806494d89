package social.roost.tweet.cassandra;

import org.jspecify.annotations.Nullable;
import social.roost.event.Event;
import social.roost.event.cassandra.OutboxKey;

/**
 * Changes of users' sets and of texts whose outbox entry the sweep has found: they may have taken place, be in progress,
 * or never have happened. An edit that did not happen may be announced: consumers read the text.
 */
final class BegunChanges {
    private final CountedSets sets;
    private final RetweetPosts retweets;
    private final EditRows edits;

    BegunChanges(CountedSets sets, RetweetPosts retweets, EditRows edits) {
        this.sets = sets;
        this.retweets = retweets;
        this.edits = edits;
    }

    /**
     * Prevents the change if it has not happened yet, and completes what was interrupted.
     *
     * @return the event, null if there is nothing to publish
     */
    @Nullable
    Event settle(OutboxKey key, Event event) {
        if (event instanceof Event.TweetEdited) {
            edits.fence(key.subject(), key.cause());
            return event;
        }
        SetKey set = SetKey.ofUser(event.actor(), kind(event));
        if (sets.findSettled(set, key.subject()).member(key.subject()).cause() != key.cause()) {
            sets.fence(set);
        }
        return event instanceof Event.TweetPosted(long retweet, long author)
                        && !retweets.complete(retweet, author, key.subject())
                ? null
                : event;
    }

    private static SetKind kind(Event event) {
        return switch (event) {
            case Event.TweetLiked _, Event.TweetUnliked _ -> SetKind.LIKE;
            case Event.TweetBookmarked _, Event.TweetUnbookmarked _ -> SetKind.BOOKMARK;
            case Event.TweetPosted _ -> SetKind.RETWEET;
            default -> throw new IllegalArgumentException("No change of a set: " + event);
        };
    }
}

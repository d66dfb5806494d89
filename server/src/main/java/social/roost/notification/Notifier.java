package social.roost.notification;

import java.util.EnumSet;
import java.util.Set;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.tweet.Tweet;

/**
 * Makes notifications of events. Of a like, a retweet and a follow it looks how things stand, and brings the notification in
 * line with that; so it makes no difference how often an event comes, or which came before.
 */
public final class Notifier implements EventConsumer {
    private final Facts facts;
    private final Addressees addressees;
    private final Telling telling;

    public Notifier(Facts facts, Addressees addressees, Telling telling) {
        this.facts = facts;
        this.addressees = addressees;
        this.telling = telling;
    }

    @Override
    public void consume(Event event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) -> posted(tweet);
            case Event.TweetDeleted(long tweet, long _) -> deleted(tweet);
            case Event.TweetLiked(long tweet, long user) -> liked(tweet, user);
            case Event.TweetUnliked(long tweet, long user) -> liked(tweet, user);
            case Event.Followed(long follower, long followee) -> followed(follower, followee);
            case Event.Unfollowed(long follower, long followee) -> followed(follower, followee);
            // What a block or a mute hides is left out of the list, and is there again when it is taken back.
            case Event.Blocked _,
                    Event.Unblocked _,
                    Event.Muted _,
                    Event.Unmuted _,
                    Event.FameGained _,
                    Event.FameLost _,
                    Event.PullEnded _,
                    Event.TweetBookmarked _,
                    Event.TweetUnbookmarked _,
                    Event.CountsChanged _,
                    Event.OfUsers _,
                    Event.FanOutPart _,
                    Event.BecameLive _,
                    Event.WentActive _,
                    Event.OfNotifications _ -> {}
        }
    }

    @Override
    public Set<Event.Stream> streams() {
        return EnumSet.of(Event.Stream.TWEETS, Event.Stream.ENGAGEMENTS, Event.Stream.GRAPH);
    }

    private void posted(long tweetId) {
        Tweet tweet = facts.tweet(tweetId);
        if (tweet == null) {
            return;
        }
        Long original = tweet.retweetOfId();
        if (original != null) {
            retweeted(original, tweet.authorId());
        } else {
            addressees.of(tweet).forEach(notice -> telling.tell(notice, tweet.createdAt()));
        }
    }

    private void deleted(long tweetId) {
        Tweet tweet = facts.postedTweet(tweetId);
        if (tweet == null) {
            return;
        }
        Long original = tweet.retweetOfId();
        if (original != null) {
            retweeted(original, tweet.authorId());
        } else {
            addressees.of(tweet).forEach(telling::takeBack);
            telling.takeBackAllAbout(tweet.authorId(), tweetId);
        }
    }

    private void retweeted(long originalId, long userId) {
        Tweet original = facts.postedTweet(originalId);
        if (original == null || original.authorId() == userId) {
            return;
        }
        Notice notice = new Notice(original.authorId(), NotificationType.RETWEET, originalId, userId);
        Long retweet = facts.retweet(userId, originalId);
        if (retweet == null) {
            telling.takeBack(notice);
        } else {
            telling.tell(notice, Snowflake.millis(retweet));
            unlessGone(original);
        }
    }

    private void liked(long tweetId, long userId) {
        Tweet tweet = facts.postedTweet(tweetId);
        if (tweet == null || tweet.authorId() == userId) {
            return;
        }
        Notice notice = new Notice(tweet.authorId(), NotificationType.LIKE, tweetId, userId);
        if (facts.likes(userId, tweetId)) {
            telling.tell(notice);
            unlessGone(tweet);
        } else {
            telling.takeBack(notice);
        }
    }

    /** The event of a deletion has another key: if it was consumed before, it found nothing yet to take back. */
    private void unlessGone(Tweet tweet) {
        if (facts.tweet(tweet.id()) == null) {
            telling.takeBackAllAbout(tweet.authorId(), tweet.id());
        }
    }

    private void followed(long followerId, long followeeId) {
        Notice notice = new Notice(followeeId, NotificationType.FOLLOW, followeeId, followerId);
        if (facts.follows(followerId, followeeId)) {
            telling.tell(notice);
        } else {
            telling.takeBack(notice);
        }
    }
}

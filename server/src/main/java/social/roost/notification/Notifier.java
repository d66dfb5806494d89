package social.roost.notification;

import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.Tweet;

/**
 * Makes notifications of events. Of a like, a retweet and a follow it looks how things stand, and brings the notification in
 * line with that; so it makes no difference how often an event comes, or which came before.
 */
public final class Notifier implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements, StreamConsumer.OfGraph {
    private final Facts facts;
    private final Addressees addressees;
    private final Telling telling;

    public Notifier(Facts facts, Addressees addressees, Telling telling) {
        this.facts = facts;
        this.addressees = addressees;
        this.telling = telling;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) -> posted(tweet);
            case Event.TweetDeleted(long tweet, long _) -> deleted(tweet);
            default -> {}
        }
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.TweetLiked(long tweet, long user) -> liked(tweet, user);
            case Event.TweetUnliked(long tweet, long user) -> liked(tweet, user);
            default -> {}
        }
    }

    /** The list leaves out what a block or a mute hides, and shows it again afterwards: nothing to do for them here. */
    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            followed(follow.followerId(), follow.followeeId());
        }
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

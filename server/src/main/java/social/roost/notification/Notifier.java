package social.roost.notification;

import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Mark;
import social.roost.tweet.Tweet;

/**
 * Turns events into notifications. For a like, a retweet or a follow it reads the current state and updates the
 * notification accordingly, so it does not matter how often and in which order events arrive.
 */
public final class Notifier implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements, StreamConsumer.OfGraph {
    private final CurrentState state;
    private final Addressees addressees;
    private final NotificationWriter writer;
    private final Interest interest;
    private final PollEndings polls;
    private final EditNotices edits;

    public Notifier(
            CurrentState state,
            Addressees addressees,
            NotificationWriter writer,
            Interest interest,
            PollEndings polls,
            EditNotices edits) {
        this.state = state;
        this.addressees = addressees;
        this.writer = writer;
        this.interest = interest;
        this.polls = polls;
        this.edits = edits;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) -> posted(tweet);
            case Event.TweetEdited(long tweet, long _) -> edited(tweet);
            case Event.TweetDeleted(long tweet, long _) -> deleted(tweet);
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

    /** The list hides what a block or a mute hides, and shows it again afterwards, so there is nothing to do here. */
    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            followed(follow.followerId(), follow.followeeId());
        }
    }

    private void posted(long tweetId) {
        Tweet tweet = state.tweet(tweetId);
        if (tweet == null) {
            return;
        }
        Long original = tweet.retweetOfId();
        if (original != null) {
            retweeted(original, tweet.authorId());
        } else {
            polls.posted(tweet);
            addressees.of(tweet).stream()
                    .filter(notice -> interest.wantsToRead(notice.userId(), tweet))
                    .forEach(notice -> writer.add(notice, tweet.createdAt()));
        }
    }

    private void edited(long tweetId) {
        Tweet tweet = state.tweet(tweetId);
        if (tweet != null && !tweet.edition().isFirst()) {
            edits.edited(tweet);
        }
    }

    private void deleted(long tweetId) {
        Tweet tweet = state.postedTweet(tweetId);
        if (tweet == null) {
            return;
        }
        Long original = tweet.retweetOfId();
        if (original != null) {
            retweeted(original, tweet.authorId());
        } else {
            addressees.of(tweet).forEach(writer::withdraw);
            writer.withdrawAllAbout(tweet.authorId(), tweetId);
            polls.deleted(tweet);
            edits.deleted(tweet);
        }
    }

    private void retweeted(long originalId, long userId) {
        Tweet original = state.postedTweet(originalId);
        if (original == null || original.authorId() == userId) {
            return;
        }
        Notice notice = new Notice(original.authorId(), NotificationType.RETWEET, originalId, userId);
        Long retweet = state.retweet(userId, originalId);
        if (retweet == null) {
            writer.withdraw(notice);
        } else if (interest.isWatched(original)) {
            writer.add(notice, Snowflake.millis(retweet));
            unlessGone(original);
        }
    }

    private void liked(long tweetId, long userId) {
        Tweet tweet = state.postedTweet(tweetId);
        if (tweet == null || tweet.authorId() == userId) {
            return;
        }
        Notice notice = new Notice(tweet.authorId(), NotificationType.LIKE, tweetId, userId);
        if (!state.has(Mark.LIKE, userId, tweetId)) {
            writer.withdraw(notice);
        } else if (interest.isWatched(tweet)) {
            writer.add(notice);
            unlessGone(tweet);
        }
    }

    /** The event of a deletion has another key: if it was consumed before, it found nothing to withdraw yet. */
    private void unlessGone(Tweet tweet) {
        if (state.tweet(tweet.id()) == null) {
            writer.withdrawAllAbout(tweet.authorId(), tweet.id());
        }
    }

    private void followed(long followerId, long followeeId) {
        Notice notice = new Notice(followeeId, NotificationType.FOLLOW, followeeId, followerId);
        if (state.follows(followerId, followeeId)) {
            writer.add(notice);
        } else {
            writer.withdraw(notice);
        }
    }
}

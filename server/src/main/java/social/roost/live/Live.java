package social.roost.live;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.trace.Activity;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.media.MediaLibrary;
import social.roost.media.ShownMedium;
import social.roost.notification.NotificationPages;
import social.roost.tweet.References;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/**
 * Sends events to the streams that are open in this process. Each event is matched with the readers here, so a tweet
 * costs one event, however many users follow its author.
 *
 * <p>It consumes events after the caches, because it reads through them. It never fails, because a repeated event would
 * be sent twice; a client whose stream missed an event can reconnect and continue.
 */
public final class Live
        implements StreamConsumer.OfUsers,
                StreamConsumer.OfGraph,
                StreamConsumer.OfTweets,
                StreamConsumer.OfEngagements,
                StreamConsumer.OfNotifications,
                StreamConsumer.OfMedia {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final LiveReaders readers;
    private final Screens screens;
    private final TweetStore tweets;
    private final NotificationPages notifications;
    private final MediaLibrary media;

    public Live(
            LiveReaders readers,
            Screens screens,
            TweetStore tweets,
            NotificationPages notifications,
            MediaLibrary media) {
        this.readers = readers;
        this.screens = screens;
        this.tweets = tweets;
        this.notifications = notifications;
        this.media = media;
    }

    /** Failures are logged and not thrown. */
    @Override
    public void consume(Event event) {
        try {
            StreamConsumer.OfUsers.super.consume(event);
        } catch (RuntimeException e) {
            LOG.warn("Could not send {} to all streams", event, e);
        }
    }

    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.SessionEnded(long user, long session, String _)) {
            readers.loggedOut(user, session);
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            readers.followsChanged(follow.followerId(), follow.followeeId());
        }
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> posted(tweet, author);
            case Event.TweetDeleted(long tweet, long author) -> deleted(tweet, author);
            case Event.TweetEdited(long tweet, long author) -> edited(tweet, author);
        }
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.TweetLiked(long tweet, long _) -> screens.countsChanged(tweet);
            case Event.TweetUnliked(long tweet, long _) -> screens.countsChanged(tweet);
            case Event.CountsChanged(long tweet) -> screens.countsChanged(tweet);
            default -> {}
        }
    }

    @Override
    public void consume(Event.OfNotifications event) {
        switch (event) {
            case Event.NotificationsChanged(long user, long notification) -> notified(user, notification);
            default -> {}
        }
    }

    @Override
    public void consume(Event.OfMedia event) {
        switch (event) {
            case Event.MediaChanged(long user, long medium) -> mediumChanged(user, medium);
        }
    }

    private void mediumChanged(long userId, long mediumId) {
        List<LiveStream> streams = readers.streamsOf(userId);
        if (!streams.isEmpty()) {
            // The event may arrive before the process that made the change has updated the cache.
            media.forget(mediumId);
        }
        ShownMedium medium = streams.isEmpty() ? null : media.find(mediumId);
        if (medium != null) {
            StreamEvent changed = new StreamEvent.MediaChanged(medium);
            streams.forEach(stream -> stream.send(changed));
        }
    }

    private void posted(long tweetId, long authorId) {
        List<LiveReader> followers = readers.followersOf(authorId);
        if (!followers.isEmpty()) {
            Activity.step("push live", followers.size(), () -> followers.forEach(reader -> reader.tweet(tweetId)));
        }
        Tweet tweet = screens.areEmpty() ? null : tweets.findPosted(tweetId);
        if (tweet != null) {
            referencesChanged(tweet);
        }
    }

    private void deleted(long tweetId, long authorId) {
        Set<LiveStream> told = mayShow(tweetId, authorId);
        Tweet tweet = told.isEmpty() && screens.areEmpty() ? null : tweets.findPosted(tweetId);
        if (tweet != null) {
            StreamEvent deleted = new StreamEvent.Deleted(tweetId);
            told.forEach(stream -> stream.send(deleted, tweet));
            referencesChanged(tweet);
        }
    }

    /** Sends the current text, whichever version the event was about. */
    private void edited(long tweetId, long authorId) {
        Set<LiveStream> told = mayShow(tweetId, authorId);
        StoredTweet tweet = told.isEmpty() ? null : screens.current(tweetId);
        if (tweet != null) {
            StreamEvent edited = new StreamEvent.Edited(tweet);
            told.forEach(stream -> stream.sendText(edited, tweet.tweet()));
        }
    }

    /** The streams whose clients may show a tweet. */
    private Set<LiveStream> mayShow(long tweetId, long authorId) {
        Set<LiveStream> streams = screens.showing(tweetId);
        readers.followersOf(authorId).stream()
                .map(LiveReader::streams)
                .flatMap(List::stream)
                .forEach(opened -> streams.add(opened.stream()));
        return streams;
    }

    private void notified(long userId, long notificationId) {
        List<LiveStream> streams = readers.streamsOf(userId);
        if (!streams.isEmpty()) {
            Activity.step("push live", streams.size(), () -> notifyOf(userId, notificationId, streams));
        }
    }

    private void notifyOf(long userId, long notificationId, List<LiveStream> streams) {
        notifications
                .changed(userId, notificationId)
                .map(StreamEvent.Notified::new)
                .ifPresent(notified -> streams.forEach(stream -> stream.send(notified)));
        StreamEvent unread = new StreamEvent.Unread(notifications.unread(userId));
        streams.forEach(stream -> stream.send(unread));
    }

    /** Replies, retweets and quotes count for the tweets they refer to. */
    private void referencesChanged(Tweet tweet) {
        References references = tweet.references();
        changed(references.replyToId());
        changed(references.shownId());
    }

    private void changed(@Nullable Long tweetId) {
        if (tweetId != null) {
            screens.countsChanged(tweetId);
        }
    }
}

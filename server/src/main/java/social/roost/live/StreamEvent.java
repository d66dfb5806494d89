package social.roost.live;

import social.roost.base.Cursor;
import social.roost.notification.NotificationPage;
import social.roost.tweet.Counts;
import social.roost.view.TweetPage;

/** What those who have a stream open are sent. How it is written is up to the {@link Connection}. */
public sealed interface StreamEvent {

    /** A tweet for the home timeline, as a page of one. */
    record Tweet(TweetPage page) implements StreamEvent {}

    /** A tweet that the client may show was deleted. */
    record Deleted(long tweetId) implements StreamEvent {}

    /** The counts of a tweet that the client shows have changed. */
    record CountsChanged(long tweetId, Counts counts) implements StreamEvent {}

    /** A notification is new, or others have joined it; as a page of one. */
    record Notified(NotificationPage page) implements StreamEvent {}

    /** How many notifications are unread. */
    record Unread(int count) implements StreamEvent {}

    /**
     * Tweets were not sent.
     *
     * @param cursor of the home timeline, right above the last that was sent
     */
    record Gap(Cursor cursor) implements StreamEvent {}

    /**
     * The stream ends, and the client shall come back.
     *
     * @param afterMilliseconds drawn, so that not all clients come back at once
     */
    record Reconnect(int afterMilliseconds) implements StreamEvent {}

    /** What the client said was rejected, or failed. */
    record Failed(RuntimeException failure) implements StreamEvent {}
}

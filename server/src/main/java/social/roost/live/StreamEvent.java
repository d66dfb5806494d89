package social.roost.live;

import social.roost.base.Cursor;
import social.roost.media.ShownMedium;
import social.roost.message.MessagePage;
import social.roost.notification.NotificationPage;
import social.roost.tweet.Counts;
import social.roost.tweet.StoredTweet;
import social.roost.view.TweetPage;

/** An event sent on open streams. The {@link Connection} encodes it. */
public sealed interface StreamEvent {

    /** A tweet for the home timeline, as a page of one. */
    record Tweet(TweetPage page) implements StreamEvent {}

    /** A tweet that the client may show was deleted. */
    record Deleted(long tweetId) implements StreamEvent {}

    /** A tweet that the client may show was edited. */
    record Edited(StoredTweet tweet) implements StreamEvent {}

    /** The counts of a tweet that the client shows have changed. */
    record CountsChanged(long tweetId, Counts counts) implements StreamEvent {}

    /** A notification is new, or others have joined it; as a page of one. */
    record Notified(NotificationPage page) implements StreamEvent {}

    /** An upload of the user changed. */
    record MediaChanged(ShownMedium medium) implements StreamEvent {}

    /** The list of trends changed. */
    record TrendsChanged() implements StreamEvent {}

    /** A list of users that the client shows may have new tweets. */
    record ListChanged(long listId) implements StreamEvent {}

    /** A message is new or changed; as a page of one. */
    record Message(MessagePage page) implements StreamEvent {}

    /** A member of a conversation has read up to a message. */
    record MessageRead(long conversationId, long userId, long seq) implements StreamEvent {}

    /** A member of a conversation is typing. */
    record Typing(long conversationId, long userId) implements StreamEvent {}

    /** The members, the name or the picture of a conversation changed. */
    record ConversationChanged(long conversationId) implements StreamEvent {}

    /** The number of unread notifications. */
    record Unread(int count) implements StreamEvent {}

    /**
     * Tweets were not sent.
     *
     * @param cursor of the home timeline, directly above the last tweet that was sent
     */
    record Gap(Cursor cursor) implements StreamEvent {}

    /**
     * The stream closes, and the client should reconnect.
     *
     * @param afterMilliseconds random, so that not all clients reconnect at once
     */
    record Reconnect(int afterMilliseconds) implements StreamEvent {}

    /** The client's message was rejected or failed. */
    record Failed(RuntimeException failure) implements StreamEvent {}
}

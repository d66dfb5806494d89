package social.roost.event;

import java.util.Locale;

/**
 * Something that happened, appended to the {@link EventLog} atomically with the state it describes.
 *
 * <p>Events contain ids, not content: a consumer reads what it needs from the stores, so it never acts on a stale copy.
 *
 * <p>Every event belongs to a group, the events of one {@link Stream}. The group defines its key and its actor; each
 * record defines who must see its effect at once ({@link Reach}).
 */
public sealed interface Event extends Reach {

    /** The id whose events of one stream must be consumed in the order they were appended. */
    long key();

    /** The user who acted or was affected; 0 if there is none. */
    long actor();

    Stream stream();

    /** The subjects of events. A consumer subscribes to streams; Kafka has a topic for each. */
    enum Stream {
        USERS,
        GRAPH,
        TWEETS,
        ENGAGEMENTS,
        FAN_OUT,
        NOTIFICATIONS,
        MEDIA,
        MESSAGES;

        /** The name in encoded events and topics: {@code fan-out}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Accounts and sessions. */
    sealed interface OfUsers extends Event {
        long userId();

        @Override
        default long key() {
            return userId();
        }

        @Override
        default long actor() {
            return userId();
        }

        @Override
        default Stream stream() {
            return Stream.USERS;
        }
    }

    record UserRegistered(long userId) implements OfUsers, Reach.Actor {}

    record UserUpdated(long userId) implements OfUsers, Reach.Actor {}

    /** An operator suspended a user. */
    record UserSuspended(long userId) implements OfUsers, Reach.Everyone {}

    /** An operator lifted a suspension. */
    record UserReinstated(long userId) implements OfUsers, Reach.Actor {}

    /** A user changed their list of muted words. */
    record MutedWordsChanged(long userId) implements OfUsers, Reach.Actor {}

    /**
     * A session ended before it expired.
     *
     * @param tokenHash of the token that is rejected from now on, in hexadecimal
     */
    record SessionEnded(long userId, long sessionId, String tokenHash) implements OfUsers, Reach.Actor {}

    /** Who follows, blocks and mutes whom, and whom lists contain. */
    sealed interface OfGraph extends Event {
        @Override
        default Stream stream() {
            return Stream.GRAPH;
        }
    }

    /** The key is the followee, so that follows are in order with the followee's changes of fame. */
    sealed interface OfFollows extends OfGraph, Reach.Actor {
        long followerId();

        long followeeId();

        @Override
        default long key() {
            return followeeId();
        }

        @Override
        default long actor() {
            return followerId();
        }
    }

    record Followed(long followerId, long followeeId) implements OfFollows {}

    record Unfollowed(long followerId, long followeeId) implements OfFollows {}

    /** Whether readers pull a user's tweets, or fan-out pushes them. */
    sealed interface OfFame extends OfGraph {
        long userId();

        @Override
        default long key() {
            return userId();
        }

        @Override
        default long actor() {
            return userId();
        }
    }

    /**
     * The user's follower count reached the threshold at which tweets are pulled by readers instead of pushed to them.
     */
    record FameGained(long userId) implements OfFame, Reach.Everyone {}

    record FameLost(long userId) implements OfFame, Reach.Actor {}

    /**
     * All followers' timelines contain the recent tweets of a user who was famous: readers need not pull them any more.
     */
    record PullEnded(long userId) implements OfFame, Reach.Actor {}

    /** Blocks and mutes. */
    sealed interface OfBlocks extends OfGraph {
        long userId();

        long otherId();

        @Override
        default long key() {
            return userId();
        }

        @Override
        default long actor() {
            return userId();
        }
    }

    record Blocked(long userId, long otherId) implements OfBlocks, Reach.Everyone {}

    record Unblocked(long userId, long otherId) implements OfBlocks, Reach.Actor {}

    record Muted(long userId, long otherId) implements OfBlocks, Reach.Actor {}

    record Unmuted(long userId, long otherId) implements OfBlocks, Reach.Actor {}

    /** What a user wants of a followee changed. */
    record FollowOptionsChanged(long userId, long otherId) implements OfBlocks, Reach.Actor {}

    /** The lists that a user owns. */
    sealed interface OfLists extends OfGraph {
        long userId();

        long listId();

        @Override
        default long key() {
            return userId();
        }

        @Override
        default long actor() {
            return userId();
        }
    }

    /** A list was created or deleted, or its settings changed, such as who sees it. */
    record ListChanged(long userId, long listId) implements OfLists, Reach.Everyone {}

    /** A list has other members. */
    record ListMembersChanged(long userId, long listId) implements OfLists, Reach.Actor {}

    /** Tweets, including retweets. */
    sealed interface OfTweets extends Event {
        long tweetId();

        long authorId();

        @Override
        default long key() {
            return authorId();
        }

        @Override
        default long actor() {
            return authorId();
        }

        @Override
        default Stream stream() {
            return Stream.TWEETS;
        }
    }

    record TweetPosted(long tweetId, long authorId) implements OfTweets, Reach.Actor {}

    record TweetDeleted(long tweetId, long authorId) implements OfTweets, Reach.Everyone {}

    /** The text of a tweet changed, or may have; consumers read the current one. */
    record TweetEdited(long tweetId, long authorId) implements OfTweets, Reach.Everyone {}

    /** What users do with tweets. */
    sealed interface OfEngagements extends Event, Reach.Actor {
        long tweetId();

        @Override
        default long key() {
            return tweetId();
        }

        @Override
        default Stream stream() {
            return Stream.ENGAGEMENTS;
        }
    }

    /** Likes and bookmarks. */
    sealed interface OfMarks extends OfEngagements {
        long userId();

        @Override
        default long actor() {
            return userId();
        }
    }

    record TweetLiked(long tweetId, long userId) implements OfMarks {}

    record TweetUnliked(long tweetId, long userId) implements OfMarks {}

    record TweetBookmarked(long tweetId, long userId) implements OfMarks {}

    record TweetUnbookmarked(long tweetId, long userId) implements OfMarks {}

    /** The number of likes, retweets, replies or quotes of a tweet changed. */
    record CountsChanged(long tweetId) implements OfEngagements {
        @Override
        public long actor() {
            return 0;
        }
    }

    /** Work that fan-out creates for itself. */
    sealed interface OfFanOut extends Event, Reach.Actor {
        @Override
        default Stream stream() {
            return Stream.FAN_OUT;
        }
    }

    /**
     * A tweet must be delivered to some of its author's followers. The fan-out of an author with many followers is
     * split into these, so that all workers share it.
     *
     * @param first the lowest id of these followers
     * @param last the highest
     */
    record FanOutPart(long tweetId, long authorId, long first, long last) implements OfFanOut {
        @Override
        public long key() {
            return tweetId ^ first;
        }

        @Override
        public long actor() {
            return authorId;
        }
    }

    /** Users' notifications. */
    sealed interface OfNotifications extends Event, Reach.Actor {
        long userId();

        @Override
        default long key() {
            return userId();
        }

        @Override
        default long actor() {
            return userId();
        }

        @Override
        default Stream stream() {
            return Stream.NOTIFICATIONS;
        }
    }

    /**
     * A user's notifications, or which of them are unread, changed.
     *
     * @param notificationId the notification that is new or has one more actor; 0 if others changed or were read
     */
    record NotificationsChanged(long userId, long notificationId) implements OfNotifications {}

    /** Users' uploads. */
    sealed interface OfMedia extends Event, Reach.Actor {
        long userId();

        long mediaId();

        @Override
        default long key() {
            return mediaId();
        }

        @Override
        default long actor() {
            return userId();
        }

        @Override
        default Stream stream() {
            return Stream.MEDIA;
        }
    }

    /** The state, the description or the uses of an upload changed, or it was removed. */
    record MediaChanged(long userId, long mediaId) implements OfMedia {}

    /** Conversations and their messages. */
    sealed interface OfMessages extends Event, Reach.Actor {
        long conversationId();

        long userId();

        @Override
        default long key() {
            return conversationId();
        }

        @Override
        default long actor() {
            return userId();
        }

        @Override
        default Stream stream() {
            return Stream.MESSAGES;
        }
    }

    /** A user sent a message. */
    record MessageSent(long conversationId, long userId, long seq) implements OfMessages {}

    /** A message was deleted for everyone, or a user changed their reactions to it. */
    record MessageChanged(long conversationId, long userId, long seq) implements OfMessages {}

    /** A user has read a conversation up to a message. */
    record ConversationRead(long conversationId, long userId, long seq) implements OfMessages {}

    /** The members, the name or the picture of a conversation changed, or it began. */
    record ConversationChanged(long conversationId, long userId) implements OfMessages {}
}

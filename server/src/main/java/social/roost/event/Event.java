package social.roost.event;

/**
 * Something that happened, appended to the {@link EventLog} in the same atomic act as the state it tells of.
 *
 * <p>Events carry ids, not contents: a consumer reads what it needs from the stores, so it never acts on a stale copy.
 */
public sealed interface Event {

    /** The id whose events of one stream must be consumed in the order they were appended. */
    default long key() {
        return switch (this) {
            case UserRegistered(long user) -> user;
            case UserUpdated(long user) -> user;
            case UserSuspended(long user) -> user;
            case UserReinstated(long user) -> user;
            case SessionEnded(long user, long _, String _) -> user;
            // The followee, so that follows are in order with the followee's changes of fame.
            case Followed(long _, long followee) -> followee;
            case Unfollowed(long _, long followee) -> followee;
            case FameGained(long user) -> user;
            case FameLost(long user) -> user;
            case PullEnded(long user) -> user;
            case Blocked(long user, long _) -> user;
            case Unblocked(long user, long _) -> user;
            case Muted(long user, long _) -> user;
            case Unmuted(long user, long _) -> user;
            case TweetPosted(long _, long author) -> author;
            case TweetDeleted(long _, long author) -> author;
            case TweetLiked(long tweet, long _) -> tweet;
            case TweetUnliked(long tweet, long _) -> tweet;
            case TweetBookmarked(long tweet, long _) -> tweet;
            case TweetUnbookmarked(long tweet, long _) -> tweet;
            case CountsChanged(long tweet) -> tweet;
            case FanOutPart(long tweet, long _, long first, long _) -> tweet ^ first;
            case NotificationsChanged(long user, long _) -> user;
            case BecameLive(long user) -> user;
            case WentActive(long user) -> user;
        };
    }

    /** The user who did it, or to whom it happened; 0 where that is nobody. */
    default long actor() {
        return switch (this) {
            case UserRegistered(long user) -> user;
            case UserUpdated(long user) -> user;
            case UserSuspended(long user) -> user;
            case UserReinstated(long user) -> user;
            case SessionEnded(long user, long _, String _) -> user;
            case Followed(long follower, long _) -> follower;
            case Unfollowed(long follower, long _) -> follower;
            case FameGained(long user) -> user;
            case FameLost(long user) -> user;
            case PullEnded(long user) -> user;
            case Blocked(long user, long _) -> user;
            case Unblocked(long user, long _) -> user;
            case Muted(long user, long _) -> user;
            case Unmuted(long user, long _) -> user;
            case TweetPosted(long _, long author) -> author;
            case TweetDeleted(long _, long author) -> author;
            case TweetLiked(long _, long user) -> user;
            case TweetUnliked(long _, long user) -> user;
            case TweetBookmarked(long _, long user) -> user;
            case TweetUnbookmarked(long _, long user) -> user;
            case CountsChanged(long _) -> 0;
            case FanOutPart(long _, long author, long _, long _) -> author;
            case NotificationsChanged(long user, long _) -> user;
            case BecameLive(long user) -> user;
            case WentActive(long user) -> user;
        };
    }

    /** What it is about. */
    default Stream stream() {
        return switch (this) {
            case OfUsers _ -> Stream.USERS;
            case OfGraph _ -> Stream.GRAPH;
            case OfTweets _ -> Stream.TWEETS;
            case OfEngagements _ -> Stream.ENGAGEMENTS;
            case FanOutPart _ -> Stream.FAN_OUT;
            case OfNotifications _ -> Stream.NOTIFICATIONS;
            case OfPresence _ -> Stream.PRESENCE;
        };
    }

    /** Whether everyone must see its effect at once, and not only the actor. */
    default boolean concernsAll() {
        return switch (this) {
            case TweetDeleted _, FameGained _, Blocked _, UserSuspended _ -> true;
            default -> false;
        };
    }

    /** Groups of events that consumers can do without. */
    enum Stream {
        USERS,
        GRAPH,
        TWEETS,
        ENGAGEMENTS,
        FAN_OUT,
        NOTIFICATIONS,
        PRESENCE
    }

    /** Accounts and sessions. */
    sealed interface OfUsers extends Event {}

    /** Who follows, blocks and mutes whom. */
    sealed interface OfGraph extends Event {}

    /** Tweets, retweets among them, as such. */
    sealed interface OfTweets extends Event {}

    /** What users think of tweets. */
    sealed interface OfEngagements extends Event {}

    /** What users are told of what others do. */
    sealed interface OfNotifications extends Event {}

    /** Who is here: told in no order, so whoever must be sure looks at who is. */
    sealed interface OfPresence extends Event {}

    record UserRegistered(long userId) implements OfUsers {}

    record UserUpdated(long userId) implements OfUsers {}

    /** An operator has shut a user out. */
    record UserSuspended(long userId) implements OfUsers {}

    /** An operator has let a user in again. */
    record UserReinstated(long userId) implements OfUsers {}

    /**
     * A session was ended before its time.
     *
     * @param tokenHash of the token that is refused from now on, in hexadecimal
     */
    record SessionEnded(long userId, long sessionId, String tokenHash) implements OfUsers {}

    record Followed(long followerId, long followeeId) implements OfGraph {}

    record Unfollowed(long followerId, long followeeId) implements OfGraph {}

    /** The user's followers reached the number at which tweets are pulled by readers instead of pushed to them. */
    record FameGained(long userId) implements OfGraph {}

    record FameLost(long userId) implements OfGraph {}

    /** All followers' timelines hold the recent tweets of someone who was famous: readers need not pull them any more. */
    record PullEnded(long userId) implements OfGraph {}

    /** A user does not want to have to do with another any more. */
    record Blocked(long userId, long otherId) implements OfGraph {}

    record Unblocked(long userId, long otherId) implements OfGraph {}

    /** A user does not want to see another any more, who is not told. */
    record Muted(long userId, long otherId) implements OfGraph {}

    record Unmuted(long userId, long otherId) implements OfGraph {}

    record TweetPosted(long tweetId, long authorId) implements OfTweets {}

    record TweetDeleted(long tweetId, long authorId) implements OfTweets {}

    record TweetLiked(long tweetId, long userId) implements OfEngagements {}

    record TweetUnliked(long tweetId, long userId) implements OfEngagements {}

    record TweetBookmarked(long tweetId, long userId) implements OfEngagements {}

    record TweetUnbookmarked(long tweetId, long userId) implements OfEngagements {}

    /** How often a tweet was liked, retweeted, answered or quoted is another number now. */
    record CountsChanged(long tweetId) implements OfEngagements {}

    /**
     * A tweet is to be delivered to some of its author's followers; the fan-out of a big author is split into these, so that
     * workers share it.
     *
     * @param first the lowest id of the followers meant
     * @param last the highest
     */
    record FanOutPart(long tweetId, long authorId, long first, long last) implements Event {}

    /**
     * What a user is told of, or what of it is unread, is not what it was.
     *
     * @param notificationId the notification that is new or has one more actor; 0 when others changed, or were read
     */
    record NotificationsChanged(long userId, long notificationId) implements OfNotifications {}

    /** A user who had no stream open has one. */
    record BecameLive(long userId) implements OfPresence {}

    /** A user has no stream open any more. */
    record WentActive(long userId) implements OfPresence {}
}

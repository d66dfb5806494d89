package social.roost.event;

/**
 * Something that happened, appended to the {@link EventLog} in the same atomic act as the state it tells of.
 *
 * <p>Events carry ids, not contents: a consumer reads what it needs from the stores, so it never acts on a stale copy.
 */
public sealed interface Event {

    /** The id whose events must be consumed in the order they were appended. */
    long key();

    record UserRegistered(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }
    }

    record UserUpdated(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }
    }

    /** Keyed by the followee, so that it is in order with the followee's changes of fame. */
    record Followed(long followerId, long followeeId) implements Event {
        @Override
        public long key() {
            return followeeId;
        }
    }

    record Unfollowed(long followerId, long followeeId) implements Event {
        @Override
        public long key() {
            return followeeId;
        }
    }

    /** The user's followers reached the number at which tweets are pulled by readers instead of pushed to them. */
    record FameGained(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }
    }

    record FameLost(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }
    }

    record TweetPosted(long tweetId, long authorId) implements Event {
        @Override
        public long key() {
            return authorId;
        }
    }

    record TweetDeleted(long tweetId, long authorId) implements Event {
        @Override
        public long key() {
            return authorId;
        }
    }
}

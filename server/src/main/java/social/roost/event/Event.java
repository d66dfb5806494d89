package social.roost.event;

/**
 * Something that happened, appended to the {@link EventLog} in the same atomic act as the state it tells of.
 *
 * <p>Events carry ids, not contents: a consumer reads what it needs from the stores, so it never acts on a stale copy.
 */
public sealed interface Event {

    /** The id whose events of one stream must be consumed in the order they were appended. */
    long key();

    /** The user who did it, or to whom it happened. */
    long actor();

    /** What it is about. */
    default Stream stream() {
        return switch (this) {
            case UserRegistered _, UserUpdated _, SessionEnded _ -> Stream.USERS;
            case Followed _, Unfollowed _, FameGained _, FameLost _, PullEnded _ -> Stream.GRAPH;
            case TweetPosted _, TweetDeleted _ -> Stream.TWEETS;
            case FanOutPart _ -> Stream.FAN_OUT;
        };
    }

    /** Whether everyone must see its effect at once, and not only the actor. */
    default boolean concernsAll() {
        return this instanceof TweetDeleted || this instanceof FameGained;
    }

    /** Groups of events that consumers can do without. */
    enum Stream {
        USERS,
        GRAPH,
        TWEETS,
        FAN_OUT
    }

    record UserRegistered(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }

        @Override
        public long actor() {
            return userId;
        }
    }

    record UserUpdated(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }

        @Override
        public long actor() {
            return userId;
        }
    }

    /**
     * A session was ended before its time.
     *
     * @param tokenHash of the token that is refused from now on, in hexadecimal
     */
    record SessionEnded(long userId, long sessionId, String tokenHash) implements Event {
        @Override
        public long key() {
            return userId;
        }

        @Override
        public long actor() {
            return userId;
        }
    }

    /** Keyed by the followee, so that it is in order with the followee's changes of fame. */
    record Followed(long followerId, long followeeId) implements Event {
        @Override
        public long key() {
            return followeeId;
        }

        @Override
        public long actor() {
            return followerId;
        }
    }

    record Unfollowed(long followerId, long followeeId) implements Event {
        @Override
        public long key() {
            return followeeId;
        }

        @Override
        public long actor() {
            return followerId;
        }
    }

    /** The user's followers reached the number at which tweets are pulled by readers instead of pushed to them. */
    record FameGained(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }

        @Override
        public long actor() {
            return userId;
        }
    }

    record FameLost(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }

        @Override
        public long actor() {
            return userId;
        }
    }

    /** All followers' timelines hold the recent tweets of someone who was famous: readers need not pull them any more. */
    record PullEnded(long userId) implements Event {
        @Override
        public long key() {
            return userId;
        }

        @Override
        public long actor() {
            return userId;
        }
    }

    record TweetPosted(long tweetId, long authorId) implements Event {
        @Override
        public long key() {
            return authorId;
        }

        @Override
        public long actor() {
            return authorId;
        }
    }

    record TweetDeleted(long tweetId, long authorId) implements Event {
        @Override
        public long key() {
            return authorId;
        }

        @Override
        public long actor() {
            return authorId;
        }
    }

    /**
     * A tweet is to be delivered to some of its author's followers; the fan-out of a big author is split into these, so that
     * workers share it.
     *
     * @param first the lowest id of the followers meant
     * @param last the highest
     */
    record FanOutPart(long tweetId, long authorId, long first, long last) implements Event {
        @Override
        public long key() {
            return tweetId ^ first;
        }

        @Override
        public long actor() {
            return authorId;
        }
    }
}

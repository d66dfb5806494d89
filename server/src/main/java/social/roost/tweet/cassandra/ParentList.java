package social.roost.tweet.cassandra;

import social.roost.tweet.Reference;

/** The lists of tweets that refer to a tweet. */
enum ParentList {
    REPLIES,
    /** Deleted replies are not in the other lists. */
    DELETED_REPLIES,
    /** Replies by the author of the tweet they reply to. */
    THREAD,
    QUOTES,
    RETWEETS;

    static ParentList of(Reference reference) {
        return switch (reference) {
            case REPLY -> REPLIES;
            case QUOTE -> QUOTES;
            case RETWEET -> RETWEETS;
        };
    }
}

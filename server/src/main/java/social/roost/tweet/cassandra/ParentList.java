package social.roost.tweet.cassandra;

import social.roost.tweet.Reference;

/** The lists of tweets that are about one. */
enum ParentList {
    REPLIES,
    /** Those that were deleted are not in the other lists. */
    DELETED_REPLIES,
    /** Replies by the author of the tweet that they answer. */
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

package social.roost.tweet;

/** What a user can put on a tweet, once. */
public enum Mark {
    /** Seen by everyone, and counted. */
    LIKE,
    /** Seen by its user only. */
    BOOKMARK
}

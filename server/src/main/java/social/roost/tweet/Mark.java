package social.roost.tweet;

/** What a user can add to a tweet, once. */
public enum Mark {
    /** Public and counted. */
    LIKE,
    /** Visible only to its user. */
    BOOKMARK
}

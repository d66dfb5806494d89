package social.roost.tweet;

/** How a tweet refers to another. */
public enum Reference {
    REPLY,
    QUOTE,
    RETWEET
}

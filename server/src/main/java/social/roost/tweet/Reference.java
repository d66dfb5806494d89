package social.roost.tweet;

/** In what way a tweet is about another. */
public enum Reference {
    REPLY,
    QUOTE,
    RETWEET
}

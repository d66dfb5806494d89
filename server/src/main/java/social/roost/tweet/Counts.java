package social.roost.tweet;

/** The likes, retweets, replies and quotes of a tweet, without deleted ones. */
public record Counts(long likes, long retweets, long replies, long quotes) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
}

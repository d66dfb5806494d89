package social.roost.tweet;

/** How often a tweet was liked, retweeted, answered and quoted, by what is there and not deleted. */
public record Counts(long likes, long retweets, long replies, long quotes) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
}

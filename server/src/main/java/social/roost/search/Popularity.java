package social.roost.search;

import social.roost.tweet.Counts;

/**
 * Roughly how often a tweet was liked, and how often anything was done with it, each as the number of binary digits: an
 * index changes it rarely.
 */
public record Popularity(int likes, int engagement) {
    public static final Popularity NONE = new Popularity(0, 0);

    public static Popularity of(Counts counts) {
        return new Popularity(
                bucket(counts.likes()),
                bucket(counts.likes() + counts.retweets() + counts.replies() + counts.quotes()));
    }

    /** 0 for 0, 1 for 1, 2 for 2 and 3, 3 for 4 to 7, and so on; a count below 0 is one of 0. */
    public static int bucket(long count) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, count));
    }

    /** The lowest count in a bucket. */
    public static long lowest(int bucket) {
        return bucket == 0 ? 0 : 1L << (bucket - 1);
    }
}

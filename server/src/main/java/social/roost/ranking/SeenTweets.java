package social.roost.ranking;

import java.time.Duration;

/**
 * Which tweets readers have seen: at most {@link #KEPT} of each reader, for {@link #LIFETIME} after the last one. May be
 * lost.
 */
public interface SeenTweets {
    int KEPT = 2_000;
    Duration LIFETIME = Duration.ofDays(2);

    /** Remembers tweets in the order in which the reader saw them. */
    void add(long readerId, long[] tweetIds);

    /** What is remembered, in any order. */
    long[] of(long readerId);

    void forget(long readerId);
}

package social.roost.trend;

import java.util.List;
import social.roost.base.Snowflake;

/**
 * A tweet as the detector sees it. Only public original tweets, replies and quotes count: the caller leaves out
 * retweets, imported tweets and private messages.
 *
 * @param id its time is that of the tweet, whatever a client claims
 * @param young whether the account was created less than 24 hours before. On a server whose first accounts are not
 *     older, the caller passes false
 * @param text equal for equal texts; 0 if unknown
 * @param location the country code that the author has chosen; empty if none. Never derived from an address
 */
public record TopicalTweet(long id, long author, boolean young, int text, String location, List<Topic> topics) {
    public TopicalTweet {
        topics = List.copyOf(topics);
    }

    long minute() {
        return Snowflake.millis(id) / 60_000;
    }
}

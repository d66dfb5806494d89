package social.roost.tweet.cassandra;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** The common base of tests of tweets in Cassandra. */
@Tag("stack")
@Timeout(240)
abstract class OnTweetStage {
    final TweetStage stage = new TweetStage();
}

package social.roost.tweet.cassandra;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** What tests of tweets in Cassandra begin with. */
@Tag("stack")
@Timeout(240)
abstract class OnTweetStage {
    final TweetStage stage = new TweetStage();
}

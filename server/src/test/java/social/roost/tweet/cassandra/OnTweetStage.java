package social.roost.tweet.cassandra;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** What tests of tweets in Cassandra begin with. */
@Tag("stack")
@Timeout(120)
abstract class OnTweetStage {
    static TweetStage stage;

    @BeforeAll
    static void open() {
        stage = new TweetStage();
    }

    @BeforeEach
    void empty() {
        stage.empty();
    }

    @AfterAll
    static void close() {
        stage.close();
    }
}

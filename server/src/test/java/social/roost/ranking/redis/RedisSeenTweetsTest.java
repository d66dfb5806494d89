package social.roost.ranking.redis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.redis.RedisStage;
import social.roost.ranking.SeenTweets;
import social.roost.ranking.SeenTweetsContract;

@Tag("stack")
class RedisSeenTweetsTest extends SeenTweetsContract {
    private final RedisStage servers = new RedisStage();
    private final SeenTweets store = new RedisSeenTweets(servers.open());

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected SeenTweets store() {
        return store;
    }
}

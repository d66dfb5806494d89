package social.roost.ranking.redis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.redis.RedisStage;
import social.roost.ranking.FrozenOrders;
import social.roost.ranking.FrozenOrdersContract;

@Tag("stack")
class RedisFrozenOrdersTest extends FrozenOrdersContract {
    private final RedisStage servers = new RedisStage();
    private final FrozenOrders store = new RedisFrozenOrders(servers.open());

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected FrozenOrders store() {
        return store;
    }
}

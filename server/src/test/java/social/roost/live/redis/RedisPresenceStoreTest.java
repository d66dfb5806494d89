package social.roost.live.redis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.redis.RedisStage;
import social.roost.live.PresenceStore;
import social.roost.live.PresenceStoreContract;

@Tag("stack")
class RedisPresenceStoreTest extends PresenceStoreContract {
    private final RedisStage servers = new RedisStage();
    private final PresenceStore store = new RedisPresenceStore(servers.open(), ACTIVE);

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected PresenceStore store() {
        return store;
    }
}

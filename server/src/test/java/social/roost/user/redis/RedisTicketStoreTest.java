package social.roost.user.redis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.redis.RedisStage;
import social.roost.user.TicketStore;
import social.roost.user.TicketStoreContract;

@Tag("stack")
class RedisTicketStoreTest extends TicketStoreContract {
    private final RedisStage servers = new RedisStage();
    private final TicketStore store = new RedisTicketStore(servers.open());

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected TicketStore store() {
        return store;
    }
}

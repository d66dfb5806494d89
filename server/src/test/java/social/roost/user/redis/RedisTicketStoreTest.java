package social.roost.user.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisStage;
import social.roost.driver.redis.Seal;
import social.roost.user.TicketStore;
import social.roost.user.TicketStoreContract;
import social.roost.user.TokenHash;

@Tag("stack")
class RedisTicketStoreTest extends TicketStoreContract {
    private final RedisStage servers = new RedisStage();
    private final Redis redis = servers.open();
    private final TicketStore store = new RedisTicketStore(redis, new Seal(new byte[32]));

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected TicketStore store() {
        return store;
    }

    /** SECURITY 15. */
    @Test
    void aTicketThatSomeoneElseWroteStandsForNoSession() {
        TokenHash ticket = TokenHash.of("ticket");
        TokenHash session = TokenHash.of("session");
        String key = redis.key("ticket.2", ticket.hex());
        servers.commands().set(key, session.hex());
        assertThat(store.take(ticket)).isEmpty();
        new RedisTicketStore(redis, new Seal(new byte[] {1})).put(ticket, session, Duration.ofMinutes(1));
        assertThat(store.take(ticket)).as("another secret").isEmpty();
        store.put(TokenHash.of("other"), session, Duration.ofMinutes(1));
        servers.commands()
                .set(
                        key,
                        servers.commands()
                                .get(redis.key("ticket.2", TokenHash.of("other").hex())));
        assertThat(store.take(ticket)).as("of another ticket").isEmpty();
    }
}

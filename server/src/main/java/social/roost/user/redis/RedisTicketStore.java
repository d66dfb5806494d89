package social.roost.user.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.user.TicketStore;
import social.roost.user.TokenHash;

/**
 * Tickets in Redis.
 *
 * <p>Key {@code ticket:{<the ticket's hash>}}, the hash of the session's token as text, until the ticket expires. Put: SET with
 * PX. Take: GETDEL.
 */
public final class RedisTicketStore implements TicketStore {
    private final Redis redis;

    public RedisTicketStore(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void put(TokenHash ticket, TokenHash session, Duration lifetime) {
        var _ = redis.call(RedisCall.set(key(ticket), session.hex().getBytes(StandardCharsets.US_ASCII), lifetime));
    }

    @Override
    public Optional<TokenHash> take(TokenHash ticket) {
        byte[] session = redis.call(RedisCall.take(key(ticket)));
        return session == null
                ? Optional.empty()
                : Optional.of(new TokenHash(new String(session, StandardCharsets.US_ASCII)));
    }

    private String key(TokenHash ticket) {
        return redis.key("ticket", ticket.hex());
    }
}

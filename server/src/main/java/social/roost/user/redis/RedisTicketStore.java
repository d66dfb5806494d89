package social.roost.user.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.Seal;
import social.roost.user.TicketStore;
import social.roost.user.TokenHash;

/**
 * Tickets in Redis.
 *
 * <p>Key {@code ticket.2:{<the ticket's hash>}}: a {@link Seal} and the hash of the session's token as text, until the
 * ticket expires. Put: SET with PX. Take: GETDEL; a value without a valid seal is not a ticket.
 */
public final class RedisTicketStore implements TicketStore {
    private final Redis redis;
    private final Seal seal;

    public RedisTicketStore(Redis redis, Seal seal) {
        this.redis = redis;
        this.seal = seal;
    }

    @Override
    public void put(TokenHash ticket, TokenHash session, Duration lifetime) {
        byte[] hash = session.hex().getBytes(StandardCharsets.US_ASCII);
        var _ = redis.call(RedisCall.set(key(ticket), seal.close(key(ticket), hash), lifetime));
    }

    @Override
    public Optional<TokenHash> take(TokenHash ticket) {
        byte[] closed = redis.call(RedisCall.take(key(ticket)));
        return Optional.ofNullable(closed)
                .flatMap(bytes -> seal.open(key(ticket), bytes))
                .map(hash -> new TokenHash(new String(hash, StandardCharsets.US_ASCII)));
    }

    private String key(TokenHash ticket) {
        return redis.key("ticket.2", ticket.hex());
    }
}

package social.roost.user.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import social.roost.user.TicketStore;
import social.roost.user.TokenHash;

/** Tickets in the memory of one process, limited in number. */
public final class MemoryTicketStore implements TicketStore {
    private static final int MAXIMUM_TICKETS = 100_000;

    private final Cache<TokenHash, Kept> tickets = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_TICKETS)
            .expireAfter(Expiry.<TokenHash, Kept>creating((ticket, kept) -> kept.lifetime()))
            .build();

    @Override
    public void put(TokenHash ticket, TokenHash session, Duration lifetime) {
        tickets.put(ticket, new Kept(session, lifetime));
    }

    @Override
    public Optional<TokenHash> take(TokenHash ticket) {
        return Optional.ofNullable(tickets.asMap().remove(ticket)).map(Kept::session);
    }

    private record Kept(TokenHash session, Duration lifetime) {}
}

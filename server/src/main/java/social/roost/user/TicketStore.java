package social.roost.user;

import java.time.Duration;
import java.util.Optional;

/**
 * Tickets that stand for a session for a short time, by their hash; the ticket itself is never stored. They may be
 * lost: clients can request another one.
 */
public interface TicketStore {

    /** Keeps a ticket for at most this long. */
    void put(TokenHash ticket, TokenHash session, Duration lifetime);

    /** Removes a ticket, so that at most one of several concurrent callers gets its session. */
    Optional<TokenHash> take(TokenHash ticket);
}

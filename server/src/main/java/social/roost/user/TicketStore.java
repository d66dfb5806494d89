package social.roost.user;

import java.time.Duration;
import java.util.Optional;

/**
 * Tickets that stand for a session for a moment, by their hash; the ticket itself is never stored. They need not survive
 * anything: a client that has lost one asks for another.
 */
public interface TicketStore {

    /** Keeps a ticket for at most so long. */
    void put(TokenHash ticket, TokenHash session, Duration lifetime);

    /** Takes a ticket out, so that of any number of callers one at most gets the session that it stands for. */
    Optional<TokenHash> take(TokenHash ticket);
}

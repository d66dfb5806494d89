package social.roost.user;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/**
 * Issues a ticket to a logged-in user, which opens one stream. It is for clients that cannot send headers with a
 * WebSocket: URLs may be logged, so they must not contain a token, while a used ticket is worthless.
 */
public final class Tickets {
    private static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final int BYTES = 32;

    private final TicketStore store;
    private final Sessions sessions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Tickets(TicketStore store, Sessions sessions, InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A new ticket for the session with this token. */
    public Ticket issue(String token) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.put(TokenHash.of(ticket), TokenHash.of(token), LIFETIME);
        return new Ticket(ticket, clock.millis() + LIFETIME.toMillis());
    }

    /**
     * The owner of a ticket, which is used up by this.
     *
     * @throws Rejection UNAUTHENTICATED if it was used, has expired or never existed, or its session has ended
     */
    public Caller redeem(String ticket) {
        Optional<Caller> caller = store.take(TokenHash.of(ticket)).flatMap(sessions::authenticate);
        return caller.orElseThrow(
                () -> new Rejection(Kind.UNAUTHENTICATED, "invalid_ticket", "The ticket is invalid or expired."));
    }

    /**
     * A new ticket.
     *
     * @param expiresAt in milliseconds since 1970
     */
    public record Ticket(String ticket, long expiresAt) {}
}

package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Together;
import social.roost.event.Await;

/** The promises of {@link TicketStore}. */
@DisplayName("E1: a ticket")
public abstract class TicketStoreContract {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final TokenHash ticket = TokenHash.of("ticket " + System.nanoTime());
    private final TokenHash session = TokenHash.of("session");

    protected abstract TicketStore store();

    @Test
    void isTakenOnce() {
        store().put(ticket, session, LONG);
        assertThat(store().take(ticket)).contains(session);
        assertThat(store().take(ticket)).isEmpty();
    }

    @Test
    void thatWasNeverPutIsNotThere() {
        assertThat(store().take(ticket)).isEmpty();
    }

    @Test
    void expires() throws Exception {
        TokenHash other = TokenHash.of("other " + System.nanoTime());
        store().put(ticket, session, Duration.ofMillis(50));
        store().put(other, session, LONG);
        Thread.sleep(100);
        Await.until(() -> store().take(ticket).isEmpty());
        assertThat(store().take(other)).contains(session);
    }

    @Test
    void isTakenByOneOfMany() throws Exception {
        store().put(ticket, session, LONG);
        Callable<Optional<TokenHash>> take = () -> store().take(ticket);
        assertThat(Together.callAll(Collections.nCopies(16, take)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }
}

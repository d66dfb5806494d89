package social.roost.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import social.roost.base.Snowflake;

@Tag("stack")
@DisplayName("Random histories of direct messages, in two processes that share stores (H1, K1)")
class SharedMessageModelTest extends MessageModelContract {
    private final SettableClock clock = new SettableClock();
    private Server first;
    private Server second;
    private boolean turn;

    @BeforeEach
    void start() {
        Map<String, String> settings = OwnCluster.settings();
        first = OwnCluster.server(settings, "messages", clock);
        second = OwnCluster.server(settings, "messages", clock);
        // Ids are above all that other tests took with later clocks, and conversations begin at the time of their ids.
        for (Server server : List.of(first, second)) {
            long latest =
                    Snowflake.millis(server.stores().infrastructure().ids().next());
            clock.advance(Duration.ofMillis(Math.max(0, latest - clock.millis()) + 1_000));
        }
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Override
    Server server() {
        turn = !turn;
        return turn ? first : second;
    }

    @Override
    long later() {
        clock.advance(Duration.ofSeconds(1));
        return clock.millis();
    }
}

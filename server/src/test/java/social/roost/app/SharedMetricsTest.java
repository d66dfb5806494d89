package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The metrics of store servers (L1)")
@Tag("stack")
@Timeout(120)
class SharedMetricsTest {
    @TempDir
    Path folder;

    @Test
    void haveWhatDashboardsAndAlertsAskFor() {
        Map<String, String> settings = OwnCluster.settings();
        settings.put("data", folder.toString());
        try (Server server = OwnCluster.server(settings, "users,fanout")) {
            assertThat(server.features().users.users.findByUsername("n" + System.nanoTime()))
                    .isEmpty();
            String text = server.features().metrics.text();
            assertThat(DashboardsTest.missing(DashboardsTest.OF_A_CLUSTER, text))
                    .isEmpty();
            assertThat(text.lines())
                    .anyMatch(line -> line.startsWith("roost_store_breaker{state=\"closed\",store=\"redis\"} 1"))
                    .anyMatch(line -> line.startsWith("roost_store_call_duration_seconds_count{")
                            && line.contains("store=\"PostgreSQL accounts\""))
                    .anyMatch(line ->
                            line.startsWith("db_client_connection_count{") && line.contains("PostgreSQL graph 1"))
                    .anyMatch(line -> line.startsWith("roost_queue_waiting{queue=\"outbox\"}"))
                    .anyMatch(line -> line.startsWith("roost_events_lag{group=\"fan-out\"}"));
        }
    }
}

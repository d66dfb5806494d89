package social.roost.app;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import social.roost.driver.opensearch.OpenSearchStage;

@EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
@DisplayName("F1, F2, B4, C6: searches in a random history of a cluster agree with a naive model")
@Tag("stack")
@Timeout(600)
class ClusterSearchHistoryTest extends SearchHistoryContract {
    private final OpenSearchStage stage = new OpenSearchStage();

    ClusterSearchHistoryTest() {
        super(2, 40);
    }

    @Override
    SearchWorld.Place place(Path data) {
        Map<String, String> settings = OwnCluster.settings();
        settings.put("data", data.toString());
        settings.put("sessions.password-memory", "1MiB");
        settings.put("opensearch.prefix", stage.settings().prefix() + "-" + data.getFileName());
        return new SearchWorld.Place() {
            @Override
            public Server open() {
                return OwnCluster.server(settings, "users,tweets,timelines,search");
            }

            @Override
            public void refresh() {
                stage.refresh();
            }
        };
    }

    @AfterEach
    void close() {
        stage.close();
    }
}

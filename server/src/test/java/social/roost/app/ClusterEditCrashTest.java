package social.roost.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@Tag("stack")
@EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
@DisplayName("Edits of tweets and kill -9 of one of two processes, on Cassandra (N3, K2)")
class ClusterEditCrashTest extends EditCrashContract {
    @TempDir
    Path folder;

    private final Map<String, String> own = OwnCluster.settings();

    @Override
    Map<String, String> stores() {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("data", folder.toString());
        return settings;
    }

    @Override
    int processes() {
        return 2;
    }
}

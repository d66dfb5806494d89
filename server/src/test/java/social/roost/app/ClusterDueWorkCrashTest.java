package social.roost.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.StackServers;

@Tag("stack")
@DisplayName("Polls that end, scheduled tweets and kill -9 of one of two processes, in a cluster (N2, N3, K2)")
class ClusterDueWorkCrashTest extends DueWorkCrashContract {
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
    @Nullable
    Path file() {
        return StackServers.file();
    }

    @Override
    int processes() {
        return 2;
    }
}

package social.roost.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Polls that end, scheduled tweets and kill -9, in one process (N2, N3)")
class DueWorkCrashTest extends DueWorkCrashContract {
    @TempDir
    Path folder;

    @Override
    Map<String, String> stores() {
        return Map.of("stores", "embedded", "data", folder.toString());
    }

    @Override
    @Nullable
    Path file() {
        return null;
    }

    @Override
    int processes() {
        return 1;
    }
}

package social.roost.app;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Edits of tweets and kill -9, in one process (N3)")
class EditCrashTest extends EditCrashContract {
    @TempDir
    Path folder;

    @Override
    Map<String, String> stores() {
        return Map.of("stores", "embedded", "data", folder.toString());
    }

    @Override
    int processes() {
        return 1;
    }
}

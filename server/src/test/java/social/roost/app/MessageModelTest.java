package social.roost.app;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Random histories of direct messages, in one process (H1)")
class MessageModelTest extends MessageModelContract {
    private LocalServer roost;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Override
    Server server() {
        return roost.server;
    }

    @Override
    long later() {
        roost.clock.advance(Duration.ofSeconds(1));
        return roost.clock.millis();
    }
}

package social.roost.timeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import social.roost.driver.redis.RedisProcess;
import social.roost.driver.redis.RedisStage;

@Tag("stack")
class CompactEncodingTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(CompactEncoding.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    @Test
    void aLimitThatIsTooLowIsWarnedOfAndOneThatIsEnoughIsNot() throws Exception {
        try (RedisProcess server = new RedisProcess(folder, "--zset-max-listpack-entries", "817");
                RedisStage stage = new RedisStage(server.address())) {
            CompactEncoding.check(stage.open(), 800);
            assertThat(logged.list)
                    .singleElement()
                    .satisfies(event -> assertThat(event.getFormattedMessage()).contains("818", "817"));
            stage.commands().configSet("zset-max-listpack-entries", "818");
            CompactEncoding.check(stage.open(), 800);
            assertThat(logged.list).hasSize(1);
        }
    }

    @Test
    void nothingIsSaidOfAServerThatDoesNotTell() throws Exception {
        try (RedisProcess server = new RedisProcess(folder, "--rename-command", "CONFIG", "");
                RedisStage stage = new RedisStage(server.address())) {
            CompactEncoding.check(stage.open(), 800);
            assertThat(logged.list).isEmpty();
        }
    }
}

package social.roost.message.redis;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisProcess;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Await;
import social.roost.message.TypingSignals;
import social.roost.message.TypingSignals.Typing;
import social.roost.message.TypingSignalsContract;

@Tag("stack")
class RedisTypingSignalsTest extends TypingSignalsContract {
    private static final Typing TYPING = new Typing(1, 2, List.of(3L));

    private final RedisStage stage = new RedisStage();
    private final TypingSignals signals = new RedisTypingSignals(stage.open());
    private final TypingSignals other = new RedisTypingSignals(stage.openAgain());

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected TypingSignals signals() {
        return signals;
    }

    @Override
    protected TypingSignals other() {
        return other;
    }

    @Test
    void signalsContinueAfterAnOutageAndNeverFail(@TempDir Path folder) throws Exception {
        try (RedisProcess server = new RedisProcess(folder);
                Redis redis = new Redis(RedisStage.settings(server.address(), false, ""), RedisStage.CALLS)) {
            TypingSignals there = new RedisTypingSignals(redis);
            BlockingQueue<Typing> heard = new LinkedBlockingQueue<>();
            there.listen(heard::add);
            server.kill();
            assertThatCode(() -> there.publish(TYPING)).doesNotThrowAnyException();
            server.start();
            Await.until(() -> {
                there.publish(TYPING);
                return !heard.isEmpty();
            });
        }
    }

    @Test
    void aProcessMayStartBeforeRedis(@TempDir Path folder) throws Exception {
        try (RedisProcess server = new RedisProcess(folder)) {
            server.kill();
            try (Redis redis = new Redis(RedisStage.settings(server.address(), false, ""), RedisStage.CALLS)) {
                TypingSignals there = new RedisTypingSignals(redis);
                BlockingQueue<Typing> heard = new LinkedBlockingQueue<>();
                there.listen(heard::add);
                server.start();
                Await.until(() -> {
                    there.publish(TYPING);
                    return !heard.isEmpty();
                });
            }
        }
    }
}

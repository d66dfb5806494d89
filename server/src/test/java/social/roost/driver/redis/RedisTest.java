package social.roost.driver.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCommandExecutionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.event.Await;

/** Calls to a real Redis: their order, their scripts, and which failures are outages. */
@Tag("stack")
@Timeout(240)
class RedisTest {
    private static final CallSettings IMPATIENT = new CallSettings(
            Duration.ofMillis(200), 3, Duration.ofMillis(10), 256, Duration.ofSeconds(1), 50, Duration.ofMillis(200));

    private final RedisStage stage = new RedisStage();
    private final Redis redis = stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void answersComeInTheOrderOfTheCalls() {
        redis.callAll(IntStream.range(0, 1_000)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> RedisCall.set(key(i), RedisCall.text(i), Duration.ofMinutes(1)))
                .toList());
        List<RedisCall<byte @Nullable []>> reads = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> reads.add(RedisCall.get(key(i))));
        List<byte @Nullable []> answers = redis.callAll(reads);
        for (int i = 0; i < 1_000; i++) {
            assertThat(answers.get(i)).isEqualTo(i % 2 == 0 ? RedisCall.text(i) : null);
        }
    }

    @Test
    void noCallsHaveNoAnswers() {
        assertThat(redis.callAll(List.of())).isEmpty();
    }

    @Test
    void aScriptThatTheServerDoesNotKnowIsSentToItAmongOthersThatItKnows() {
        RedisScript known = script("return ARGV[1]");
        RedisScript unknown = script("return ARGV[1] .. '!'");
        redis.call(call(known, "0"));
        List<byte @Nullable []> answers = redis.callAll(List.<RedisCall<byte @Nullable []>>of(
                call(unknown, "1"), call(known, "2"), call(unknown, "3"), call(unknown, "4"), call(known, "5")));
        assertThat(answers.stream().map(RedisTest::text)).containsExactly("1!", "2", "3!", "4!", "5");
        assertThat(text(redis.call(call(unknown, "6")))).isEqualTo("6!");
    }

    @Test
    void whatRedisRefusesIsNoOutage() {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> redis.call(call(script("return redis.call('NOSUCH')"), "")))
                    .isInstanceOf(RedisCommandExecutionException.class);
        }
        assertThat(redis.guard().state()).isEqualTo("closed");
    }

    @Test
    void aConnectionThatLeadsNowhereIsReplaced() throws Exception {
        String shared = RedisStage.shared(Map.of()).addresses().getFirst();
        int port = Integer.parseInt(shared.substring(shared.lastIndexOf(':') + 1));
        try (SilencedRoad road = new SilencedRoad(port);
                Redis far = new Redis(
                        RedisStage.shared(Map.of("redis.addresses", road.address(), "redis.prefix", "")), IMPATIENT)) {
            assertThat(far.call(RedisCall.get(key(1)))).isNull();
            road.silence();
            assertThatThrownBy(() -> far.call(RedisCall.get(key(1)))).isInstanceOf(UnavailableException.class);
            Await.until(() -> answers(far));
        }
    }

    @Test
    void anOptionIsReadAndAbsentWhereThereIsNone() {
        assertThat(redis.option("port")).isPresent();
        assertThat(redis.option("no-such-option")).isEmpty();
    }

    @Test
    void keysOfOneSlotGoTogether() {
        List<String> keys = IntStream.range(0, 250).mapToObj(this::key).toList();
        assertThat(KeyGroups.bySize(keys)).hasSize(3).allMatch(group -> group.size() <= 100);
        assertThat(KeyGroups.bySlot(List.of("a{1}", "a{2}", "b{1}")))
                .containsExactlyInAnyOrder(List.of("a{1}", "b{1}"), List.of("a{2}"));
        assertThat(KeyGroups.bySlot(keys).stream().mapToInt(List::size).sum()).isEqualTo(250);
    }

    @Test
    void settingsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> RedisStage.settings("localhost", false, "")).hasMessageContaining("host:port");
        assertThatThrownBy(() -> RedisStage.settings("localhost:1", false, "{")).hasMessageContaining("prefix");
        assertThatThrownBy(() -> RedisStage.shared(Map.of("redis.addresses", "a:1,b:1")))
                .hasMessageContaining("cluster");
        assertThatThrownBy(() -> RedisStage.shared(Map.of("redis.cluster", "true", "redis.database", "1")))
                .hasMessageContaining("database");
    }

    private boolean answers(Redis far) {
        try {
            return far.call(RedisCall.get(key(1))) == null;
        } catch (UnavailableException _) {
            return false;
        }
    }

    private String key(int number) {
        return redis.key("number", number);
    }

    private RedisCall<byte @Nullable []> call(RedisScript script, String argument) {
        return RedisCall.script(script, List.of(key(1)), argument.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** A script that no server knows. */
    private static RedisScript script(String source) {
        return RedisScript.ofSource("test", "-- " + UUID.randomUUID() + "\n" + source);
    }
}

package social.roost.driver.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;

/** No stale value remains, whatever happens between a reader's steps. */
@Tag("stack")
@Timeout(240)
class CacheAsideTest {
    private static final long ALICE = 1;

    private final RedisStage stage = new RedisStage();
    private final Redis redis = stage.open();
    private final CacheAside<Long, String> cache = new CacheAside<>(
            redis,
            new CachedForm<>(
                    "text",
                    text -> text.getBytes(StandardCharsets.UTF_8),
                    bytes -> new String(bytes, StandardCharsets.UTF_8),
                    text -> Duration.ofMinutes(1)));
    private final Map<Long, String> store = new ConcurrentHashMap<>();

    /** The number of completed changes; one thread makes them. */
    private final AtomicInteger changes = new AtomicInteger();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aReaderOvertakenByAChangeKeepsNothingStale() {
        store.put(ALICE, "before");
        String read = cache.find(List.of(ALICE), ids -> {
                    Map<Long, String> loaded = load(ids);
                    change("after");
                    return loaded;
                })
                .get(ALICE);
        assertThat(read).isEqualTo("before");
        assertThat(find()).isEqualTo("after");
        stage.pass(CacheAside.MARK_LIFETIME);
        assertThat(find()).isEqualTo("after");
    }

    @Test
    void oneThatIsOvertakenByAnotherReaderDoesNotReplaceWhatThatOneKept() {
        store.put(ALICE, "before");
        var _ = cache.find(List.of(ALICE), ids -> {
            Map<Long, String> loaded = load(ids);
            change("after");
            stage.pass(CacheAside.MARK_LIFETIME);
            assertThat(find()).isEqualTo("after");
            return loaded;
        });
        assertThat(find()).isEqualTo("after");
    }

    @Test
    void whatIsFoundIsNotLoadedAndWhatDoesNotExistIsLeftOut() {
        store.put(2L, "two");
        assertThat(cache.find(List.of(1L, 2L), this::load)).isEqualTo(Map.of(2L, "two"));
        store.put(1L, "one");
        Map<Long, String> found = cache.find(List.of(1L, 2L), ids -> {
            assertThat(ids).containsExactly(1L);
            return load(ids);
        });
        assertThat(found).isEqualTo(Map.of(1L, "one", 2L, "two"));
    }

    @Test
    void whatIsChangedIsReadByAllFromThenOn() throws Exception {
        store.put(ALICE, "0");
        Together.call(4, thread -> {
            for (int i = 1; i <= 200; i++) {
                if (thread == 0) {
                    change(Integer.toString(i));
                }
                int least = changes.get();
                assertThat(Integer.parseInt(find())).isGreaterThanOrEqualTo(least);
            }
            return thread;
        });
        assertThat(find()).isEqualTo("200");
    }

    private void change(String value) {
        store.put(ALICE, value);
        cache.changed(List.of(ALICE));
        changes.incrementAndGet();
    }

    private String find() {
        return Objects.requireNonNull(cache.find(List.of(ALICE), this::load).get(ALICE));
    }

    private Map<Long, String> load(List<Long> ids) {
        Map<Long, String> loaded = new HashMap<>(store);
        loaded.keySet().retainAll(ids);
        return loaded;
    }
}

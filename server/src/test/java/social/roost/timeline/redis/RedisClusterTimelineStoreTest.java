package social.roost.timeline.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.UnavailableException;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisNodes;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Await;
import social.roost.timeline.TimelineStore;

/** Timelines spread over a Redis Cluster: each step reaches all of them, and no script uses two slots. */
@Tag("stack")
@Timeout(240)
class RedisClusterTimelineStoreTest {
    private static final long[] READERS = LongStream.range(0, 1_000).toArray();

    private static RedisNodes nodes;

    private Redis redis;
    private TimelineStore store;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        nodes = new RedisNodes(folder);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void open() {
        redis = new Redis(RedisStage.settings(nodes.address(), true, "test:"), RedisStage.CALLS);
        store = new RedisTimelineStore(redis, 800, Duration.ofDays(3));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void aTweetIsPushedToAndRemovedFromTimelinesOnAllNodes() {
        begin(READERS);
        store.push(2, READERS, 0, READERS.length);
        store.remove(1, READERS);
        for (long reader : READERS) {
            assertThat(idsOf(reader)).containsExactly(3, 2);
        }
    }

    @Test
    void valuesOfAllNodesAreReadAndCachedTogether() {
        CacheAside<Long, long[]> cache = new CacheAside<>(
                redis, new CachedForm<>("longs", Longs::bytes, Longs::of, longs -> Duration.ofMinutes(1)));
        List<Long> ids = LongStream.of(READERS).boxed().toList();
        cache.changed(ids.subList(0, 10));
        Map<Long, long[]> loaded = new HashMap<>();
        ids.forEach(id -> loaded.put(id, new long[] {id}));
        assertThat(cache.find(ids, missing -> loaded)).hasSize(READERS.length);
        Map<Long, long[]> found = cache.find(ids, missing -> {
            assertThat(missing).isEqualTo(ids.subList(0, 10));
            return Map.of();
        });
        assertThat(found).hasSize(READERS.length - 10);
    }

    @Test
    void whatWasOnANodeThatIsLostIsRebuiltWhenItIsBack() throws Exception {
        begin(READERS);
        nodes.node(1).kill();
        assertThatThrownBy(() -> store.push(2, READERS, 0, READERS.length)).isInstanceOf(UnavailableException.class);
        nodes.node(1).start();
        Await.until(() -> pushes() && redis.guard().state().equals("closed"));
        long lost = LongStream.of(READERS)
                .filter(reader -> store.older(reader, Long.MAX_VALUE, 10) == null)
                .count();
        assertThat(lost).isBetween(250L, 420L);
        begin(READERS);
        store.push(2, READERS, 0, READERS.length);
        for (long reader : READERS) {
            assertThat(idsOf(reader)).contains(2);
        }
    }

    private boolean pushes() {
        try {
            store.push(2, READERS, 0, READERS.length);
            return true;
        } catch (UnavailableException _) {
            return false;
        }
    }

    private void begin(long... readers) {
        for (long reader : readers) {
            store.begin(reader);
            store.complete(reader, new long[] {3, 1}, 0);
        }
    }

    private long[] idsOf(long reader) {
        return Objects.requireNonNull(store.older(reader, Long.MAX_VALUE, 10)).ids();
    }
}

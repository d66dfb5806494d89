package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class BatchCacheTest {
    private final Map<Long, String> store = new ConcurrentHashMap<>(Map.of(1L, "one", 2L, "two", 3L, "three"));
    private final List<List<Long>> loads = new ArrayList<>();
    private final BatchCache<String> cache = new BatchCache<>(1_000_000, (id, value) -> 1, ids -> {
        loads.add(Arrays.stream(ids).boxed().toList());
        return read(ids);
    });

    @Test
    void manyIdsComeInTheirOrderWithNullWhereThereIsNothing() {
        assertThat(get(3, 9, 1, 3)).containsExactly("three", null, "one", "three");
        assertThat(get()).isEmpty();
    }

    @Test
    void whatIsMissingIsLoadedInOneGo() {
        cache.get(2);
        assertThat(get(1, 2, 3)).containsExactly("one", "two", "three");
        assertThat(get(1, 2, 3)).containsExactly("one", "two", "three");
        assertThat(loads).containsExactly(List.of(2L), List.of(1L, 3L));
    }

    @Test
    void aRefreshShowsAChangeAndARemoval() {
        assertThat(get(1, 2)).containsExactly("one", "two");
        store.put(1L, "uno");
        store.remove(2L);
        assertThat(cache.refresh(1)).isEqualTo("uno");
        assertThat(cache.refresh(2)).isNull();
        assertThat(get(1, 2)).containsExactly("uno", null);
    }

    @Test
    void whatWasPutIsNotLoaded() {
        cache.add(5, "five");
        assertThat(cache.get(5)).isEqualTo("five");
        assertThat(loads).isEmpty();
    }

    @Test
    void aFailedLoadIsTriedAgain() {
        BatchCache<String> failing = new BatchCache<>(1_000, (id, value) -> 1, ids -> {
            loads.add(List.of());
            if (loads.size() == 1) {
                throw new IllegalStateException("not now");
            }
            return read(ids);
        });
        assertThatThrownBy(() -> failing.get(1)).hasMessage("not now");
        assertThat(failing.get(1)).isEqualTo("one");
    }

    @Test
    void aRefreshThatFailsForgetsTheValueAndTheNextReadLoadsIt() {
        AtomicBoolean failing = new AtomicBoolean();
        BatchCache<String> broken = new BatchCache<>(1_000, (id, value) -> 1, ids -> {
            if (failing.get()) {
                throw new IllegalStateException("not now");
            }
            return read(ids);
        });
        assertThat(broken.get(1)).isEqualTo("one");
        store.put(1L, "uno");
        failing.set(true);
        assertThat(broken.refresh(1)).isNull();
        assertThatThrownBy(() -> broken.get(1)).as("not what was before").hasMessage("not now");
        failing.set(false);
        assertThat(broken.get(1)).isEqualTo("uno");
    }

    @Test
    void whatIsAddedNeverReplacesWhatALaterRefreshLeft() {
        store.put(1L, "deleted");
        assertThat(cache.refresh(1)).isEqualTo("deleted");
        cache.add(1, "posted");
        assertThat(cache.get(1)).isEqualTo("deleted");
    }

    @Test
    void aRefreshBeatsASlowerLoad() throws Exception {
        SlowLoad slow = new SlowLoad();
        store.put(1L, "uno");
        assertThat(slow.cache.refresh(1)).isEqualTo("uno");
        assertThat(slow.finish()).isIn("one", "uno");
        assertThat(slow.cache.get(1)).isEqualTo("uno");
    }

    @Test
    void aRemovalBeatsASlowerLoad() throws Exception {
        SlowLoad slow = new SlowLoad();
        store.remove(1L);
        assertThat(slow.cache.refresh(1)).isNull();
        slow.finish();
        assertThat(slow.cache.get(1)).isNull();
    }

    @Test
    void aSlowLoadWithoutAnyChangeIsKept() throws Exception {
        SlowLoad slow = new SlowLoad();
        assertThat(slow.finish()).isEqualTo("one");
        store.put(1L, "unseen");
        assertThat(slow.cache.get(1)).isEqualTo("one");
    }

    private @Nullable String[] get(long... ids) {
        return cache.get(ids, new String[ids.length]);
    }

    private Map<Long, String> read(long[] ids) {
        Map<Long, String> found = new HashMap<>();
        for (long id : ids) {
            String value = store.get(id);
            if (value != null) {
                found.put(id, value);
            }
        }
        return found;
    }

    /** A read of id 1 that has queried the store and has not returned. */
    private final class SlowLoad {
        private final CountDownLatch looked = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final BatchCache<String> cache;
        private final CompletableFuture<@Nullable String> reading;

        SlowLoad() throws InterruptedException {
            cache = new BatchCache<>(1_000_000, (id, value) -> 1, ids -> {
                Map<Long, String> found = read(ids);
                if (looked.getCount() > 0) {
                    looked.countDown();
                    await(go);
                }
                return found;
            });
            reading = CompletableFuture.supplyAsync(() -> cache.get(1));
            await(looked);
        }

        @Nullable
        String finish() throws Exception {
            go.countDown();
            return reading.get(10, TimeUnit.SECONDS);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Ids;
import social.roost.base.Together;

@Timeout(240)
class EdgeCacheTest {
    private static final long ALICE = 1;

    private final Set<Long> stored = new ConcurrentSkipListSet<>();
    private final AtomicInteger loads = new AtomicInteger();
    private final EdgeCache cache = new EdgeCache(1_000_000, _ -> load(), (user, other) -> stored.contains(other));

    @Test
    void idsAreLoadedOnceAndFollowChanges() {
        stored.add(5L);
        assertThat(cache.get(ALICE)).containsExactly(5);
        change(3, true);
        change(9, true);
        change(5, false);
        assertThat(cache.get(ALICE)).containsExactly(3, 9);
        assertThat(loads).hasValue(1);
    }

    @Test
    void aChangeOfAUserWhoIsNotInMemoryLoadsNothing() {
        change(3, true);
        assertThat(loads).hasValue(0);
        assertThat(cache.get(ALICE)).containsExactly(3);
    }

    @Test
    void aChangeToldTwiceOrLateLeavesWhatIsStored() {
        assertThat(cache.get(ALICE)).isEmpty();
        change(3, true);
        cache.changed(ALICE, 3);
        stored.remove(3L);
        cache.changed(ALICE, 3);
        cache.changed(ALICE, 3);
        assertThat(cache.get(ALICE)).isEmpty();
    }

    @Test
    void aChangeThatCannotBeLookedAtDropsTheList() {
        EdgeCache broken = new EdgeCache(1_000_000, _ -> load(), (user, other) -> {
            throw new IllegalStateException("not now");
        });
        assertThat(broken.get(ALICE)).isEmpty();
        stored.add(3L);
        broken.changed(ALICE, 3);
        assertThat(broken.get(ALICE)).containsExactly(3);
        assertThat(loads).hasValue(2);
    }

    @Test
    void aListThatIsLongToCopyIsLoadedAnewInstead() {
        LongStream.rangeClosed(1, 50_000).forEach(stored::add);
        assertThat(cache.get(ALICE)).hasSize(50_000);
        change(50_001, true);
        assertThat(cache.get(ALICE)).hasSize(50_001);
        assertThat(loads).as("as many as are copied").hasValue(1);
        change(50_002, true);
        assertThat(cache.get(ALICE)).hasSize(50_002).contains(50_002);
        assertThat(loads).as("one more").hasValue(2);
    }

    @Test
    void aChangeDuringALoadIsNotLost() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        EdgeCache slow = new EdgeCache(
                1_000_000,
                _ -> {
                    long[] ids = load();
                    looked.countDown();
                    await(go);
                    return ids;
                },
                (user, other) -> stored.contains(other));
        CompletableFuture<long[]> reading = CompletableFuture.supplyAsync(() -> slow.get(ALICE));
        await(looked);
        stored.add(3L);
        Thread changing = Thread.ofPlatform().start(() -> slow.changed(ALICE, 3));
        while (changing.getState() == Thread.State.RUNNABLE || changing.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        go.countDown();
        changing.join();
        reading.get(10, TimeUnit.SECONDS);
        assertThat(slow.get(ALICE)).containsExactly(3);
    }

    @Test
    void whateverRacesTheLastChangeLeavesWhatIsStored() throws Exception {
        for (int round = 0; round < 200; round++) {
            EdgeCache raced = new EdgeCache(1_000_000, _ -> load(), (user, other) -> stored.contains(other));
            int seed = round;
            Together.call(4, thread -> {
                Random random = new Random(seed * 31L + thread);
                for (int i = 0; i < 20; i++) {
                    long other = 1L + random.nextInt(4);
                    boolean _ = random.nextBoolean() ? stored.add(other) : stored.remove(other);
                    raced.changed(ALICE, other);
                    raced.get(ALICE);
                }
                return thread;
            });
            assertThat(raced.get(ALICE)).isEqualTo(Ids.of(stored, id -> id));
        }
    }

    private void change(long other, boolean there) {
        boolean _ = there ? stored.add(other) : stored.remove(other);
        cache.changed(ALICE, other);
    }

    private long[] load() {
        loads.incrementAndGet();
        return Ids.of(stored, id -> id);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

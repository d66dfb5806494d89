package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.event.Await;

@DisplayName("J2: waiting requests")
@Timeout(60)
class RequestQueueTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int LIMIT = 8;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        mayFinish.countDown();
        threads.close();
    }

    @Test
    void asManyRunAsTheLimitSaysSomeWaitAndTheRestIsRefusedAtOnce() throws InterruptedException {
        RequestQueue queue = queue(LONG);
        for (int i = 0; i < 12; i++) {
            request(queue, "r" + i);
        }
        assertThat(queue.inProgress()).isEqualTo(LIMIT);
        assertThat(queue.isFull()).isTrue();
        assertThat(happened).containsExactly("r10 refused", "r11 refused");
        mayFinish.countDown();
        Await.until(() -> queue.inProgress() == 0);
        assertThat(happened).hasSize(12).contains("r0", "r7", "r8", "r9");
        assertThat(queue.isFull()).isFalse();
    }

    @Test
    @DisplayName("SECURITY 6: a queue of fixed size keeps its size however long its requests take")
    void aFixedLimitStays() throws InterruptedException {
        RequestQueue queue = new RequestQueue(ConcurrencyLimit.fixed(2), 3, LONG.toNanos(), threads);
        for (int i = 0; i < 7; i++) {
            request(queue, "r" + i);
        }
        assertThat(queue.inProgress()).isEqualTo(2);
        assertThat(happened).containsExactly("r5 refused", "r6 refused");
        mayFinish.countDown();
        Await.until(() -> queue.inProgress() == 0);
        assertThat(happened).hasSize(7);
        assertThat(queue.limit()).isEqualTo(2);
    }

    @Test
    void whoeverWaitedTooLongIsRefusedThoughAllOthersHang() {
        RequestQueue queue = queue(Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            request(queue, "r" + i);
        }
        queue.refuseLate();
        assertThat(happened).containsExactly("r8 refused", "r9 refused");
        assertThat(queue.isFull()).isFalse();
    }

    @Test
    void whoeverWaitedTooLongIsRefusedWhenItsTurnComes() throws InterruptedException {
        RequestQueue queue = queue(Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            request(queue, "r" + i);
        }
        mayFinish.countDown();
        Await.until(() -> happened.size() == 10);
        assertThat(happened).contains("r8 refused", "r9 refused");
    }

    @Test
    void nobodyIsForgottenWhenManyComeAndGo() throws InterruptedException {
        RequestQueue queue = queue(LONG);
        int each = 20_000;
        AtomicInteger seenTo = new AtomicInteger();
        mayFinish.countDown();
        List<Thread> clients = List.of(
                Thread.ofPlatform().start(() -> ask(queue, each, seenTo)),
                Thread.ofPlatform().start(() -> ask(queue, each, seenTo)));
        for (Thread client : clients) {
            client.join();
        }
        Await.until(() -> seenTo.get() == 2 * each);
        Await.until(() -> queue.inProgress() == 0);
    }

    private static void ask(RequestQueue queue, int times, AtomicInteger seenTo) {
        for (int i = 0; i < times; i++) {
            queue.run(seenTo::incrementAndGet, seenTo::incrementAndGet);
        }
    }

    private RequestQueue queue(Duration patience) {
        return new RequestQueue(ConcurrencyLimit.ofReads(LIMIT), patience.toNanos(), threads);
    }

    private void request(RequestQueue queue, String name) {
        queue.run(
                () -> {
                    awaitFinish();
                    happened.add(name);
                },
                () -> happened.add(name + " refused"));
    }

    private void awaitFinish() {
        try {
            mayFinish.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package social.roost.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Together;
import social.roost.event.Await;

/** The promises of {@link PresenceStore}. */
@DisplayName("E2: presence")
public abstract class PresenceStoreContract {
    protected static final Duration ACTIVE = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final String node = newNode();
    private final String other = newNode();
    private final long alice = System.nanoTime();
    private final long bob = alice + 1;
    private final long[] both = {alice, bob};

    protected abstract PresenceStore store();

    @Test
    void nobodyIsHereAtFirst() {
        assertThat(store().find(both)).isEmpty();
        assertThat(store().find(new long[0])).isEmpty();
        store().arrive(node, new long[0]);
        store().leave(node, new long[0]);
    }

    @Test
    void whoArrivesIsLive() {
        store().arrive(node, both);
        assertThat(store().find(both)).isEqualTo(Map.of(alice, Presence.LIVE, bob, Presence.LIVE));
    }

    @Test
    void whoLeavesIsActiveForAWhileAndThenForgotten() throws Exception {
        long before = System.currentTimeMillis();
        store().arrive(node, both);
        store().leave(node, new long[] {alice});
        assertThat(leftAt(alice)).isBetween(before - 1_000, System.currentTimeMillis() + 1_000);
        assertThat(store().find(both)).containsEntry(bob, Presence.LIVE);
        Await.until(() -> !store().find(both).containsKey(alice));
        assertThat(store().find(both)).as("no time forgets who is live").containsEntry(bob, Presence.LIVE);
    }

    @Test
    void whoComesBackIsLiveAndNotForgotten() throws Exception {
        store().arrive(node, both);
        store().leave(node, both);
        store().arrive(node, new long[] {alice});
        Await.until(() -> !store().find(both).containsKey(bob));
        assertThat(store().find(both)).isEqualTo(Map.of(alice, Presence.LIVE));
    }

    @Test
    void whoIsAtAnotherNodeStaysLive() {
        store().arrive(node, both);
        store().arrive(other, both);
        store().leave(node, both);
        assertThat(store().find(both)).containsEntry(alice, Presence.LIVE);
        store().leave(other, both);
        assertThat(leftAt(alice)).isPositive();
    }

    @Test
    void aRepeatSaysTheSame() {
        store().arrive(node, both);
        store().arrive(node, both);
        store().leave(node, both);
        long left = leftAt(alice);
        store().leave(node, both);
        assertThat(leftAt(alice)).isEqualTo(left);
    }

    @Test
    void whoWasNeverHereDoesNotLeave() {
        store().leave(node, both);
        assertThat(store().find(both)).isEmpty();
    }

    @Test
    void ofManyNodesOneIsTheLast() throws Exception {
        long[] one = {alice};
        for (int i = 0; i < 16; i++) {
            store().arrive(node + i, one);
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> leave = () -> {
            store().leave(node + next.getAndIncrement(), one);
            return true;
        };
        assertThat(Together.callAll(Collections.nCopies(16, leave))).hasSize(16);
        assertThat(leftAt(alice)).isPositive();
    }

    @Test
    void aLeaseIsHeldAsLongAsItIsRenewed() throws Exception {
        assertThat(store().renew(node, LONG)).as("held before").isFalse();
        assertThat(store().renew(node, SHORT)).isTrue();
        Thread.sleep(SHORT.plusMillis(50));
        assertThat(store().renew(node, LONG)).as("held, though it had ended").isFalse();
        assertThat(store().renew(node, LONG)).as("comes back").isFalse();
    }

    @Test
    void theUsersOfADeadNodeLeave() throws Exception {
        long[] many = LongStream.range(alice, alice + 1_500).toArray();
        store().renew(node, SHORT);
        store().renew(other, LONG);
        store().arrive(node, many);
        store().arrive(other, new long[] {bob});
        Thread.sleep(SHORT.plusMillis(50));
        store().endExpired();
        assertThat(store().find(many)).hasSize(1_500).containsEntry(bob, Presence.LIVE);
        assertThat(store().find(many).values()).filteredOn(Presence::live).hasSize(1);
        assertThat(leftAt(alice)).isPositive();
    }

    @Test
    void whoComesBackUnderANewNameStays() throws Exception {
        store().renew(node, SHORT);
        store().arrive(node, both);
        Thread.sleep(SHORT.plusMillis(50));
        store().arrive(other, both);
        store().endExpired();
        assertThat(store().find(both)).isEqualTo(Map.of(alice, Presence.LIVE, bob, Presence.LIVE));
    }

    /** 0 while live. */
    private long leftAt(long userId) {
        return Objects.requireNonNull(store().find(new long[] {userId}).get(userId))
                .leftAt();
    }

    private static String newNode() {
        return "node-" + System.nanoTime() + "-" + NAMES.incrementAndGet();
    }
}

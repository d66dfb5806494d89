package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.graph.BlockStore.FOR_EVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.Ids;
import social.roost.base.Seed;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.Event.Blocked;
import social.roost.event.Event.FollowOptionsChanged;
import social.roost.event.Event.Muted;
import social.roost.event.Event.Unblocked;
import social.roost.event.Event.Unmuted;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.graph.GraphStore.Edge;

/** What every {@link BlockStore} promises, a test for each promise (SPEC B4). */
@Timeout(60)
public abstract class BlockStoreContract {

    /** The store of this test, empty at first. */
    protected abstract BlockStore store();

    @RegisterExtension
    final Seed seed = new Seed();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aBlockIsSeenFromBothEndsAndByNobodyElse() {
        assertThat(store().block(1, 2, 100)).isTrue();
        assertThat(store().screen(1).blocked()).containsExactly(2);
        assertThat(store().screen(1).blockedBy()).isEmpty();
        assertThat(store().screen(2).blocked()).isEmpty();
        assertThat(store().screen(2).blockedBy()).containsExactly(1);
        assertThat(store().screen(3).size()).isZero();
        assertThat(store().eitherBlocks(1, 2)).isTrue();
        assertThat(store().eitherBlocks(2, 1)).isTrue();
        assertThat(store().eitherBlocks(1, 3)).isFalse();
        assertThat(store().eitherBlocks(3, 2)).isFalse();
    }

    @Test
    void optionsAreThoseOfOneUserAndOneFollowee() {
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().setOptions(1, 2, FollowOptions.NONE)).isFalse();
        assertThat(store().setOptions(1, 2, new FollowOptions(true, false))).isTrue();
        assertThat(store().setOptions(1, 2, new FollowOptions(true, false))).isFalse();
        assertThat(store().setOptions(1, 3, new FollowOptions(true, true))).isTrue();
        assertThat(store().screen(1).withoutRetweets()).containsExactly(2, 3);
        assertThat(store().screen(1).notifying()).containsExactly(3);
        assertThat(store().screen(2).size()).isZero();
        assertThat(store().setOptions(1, 3, FollowOptions.NONE)).isTrue();
        assertThat(store().screen(1).withoutRetweets()).containsExactly(2);
        assertThat(store().screen(1).notifying()).isEmpty();
        assertThat(heard.all())
                .containsExactly(
                        new FollowOptionsChanged(1, 2), new FollowOptionsChanged(1, 3), new FollowOptionsChanged(1, 3));
    }

    @Test
    void whoWantsToBeNotifiedIsReadInParts() {
        for (long user = 5; user > 0; user--) {
            store().setOptions(user, 9, new FollowOptions(false, true));
        }
        store().setOptions(6, 9, new FollowOptions(true, false));
        assertThat(store().notified(9, 0, 3)).containsExactly(1, 2, 3);
        assertThat(store().notified(9, 3, 3)).containsExactly(4, 5);
        assertThat(store().notified(8, 0, 3)).isEmpty();
    }

    @Test
    void aBlockThatIsTakenBackIsGoneAtBothEnds() {
        store().block(1, 2, 100);
        store().block(2, 1, 100);
        assertThat(store().unblock(1, 2)).isTrue();
        assertThat(store().screen(1).blocked()).isEmpty();
        assertThat(store().screen(2).blockedBy()).isEmpty();
        assertThat(store().eitherBlocks(1, 2)).as("the other's own").isTrue();
        store().unblock(2, 1);
        assertThat(store().eitherBlocks(1, 2)).isFalse();
    }

    @Test
    void aMuteIsSeenByTheOneWhoMutesWithItsEnd() {
        assertThat(store().mute(1, 9, 100, 500)).isTrue();
        assertThat(store().mute(1, 2, 100, FOR_EVER)).isTrue();
        assertThat(store().screen(1).muted()).containsExactly(2, 9);
        assertThat(store().screen(1).mutedUntil()).containsExactly(FOR_EVER, 500);
        assertThat(store().screen(9).size()).isZero();
        assertThat(store().unmute(1, 2)).isTrue();
        assertThat(store().screen(1).muted()).containsExactly(9);
    }

    @Test
    void aMuteThatIsRepeatedEndsAtTheNewTimeAndKeepsItsPlace() {
        store().mute(1, 2, 100, 500);
        store().mute(1, 3, 200, 500);
        assertThat(store().mute(1, 2, 300, FOR_EVER)).isTrue();
        assertThat(store().screen(1).mutedUntil()).containsExactly(FOR_EVER, 500);
        assertThat(store().listMuted(1, 400, null, 10)).containsExactly(new Edge(3, 200), new Edge(2, 100));
        assertThat(store().mute(1, 2, 400, 450)).isTrue();
        assertThat(store().screen(1).mutedUntil()).containsExactly(450, 500);
    }

    @Test
    void aMuteAfterOneThatHasEndedIsANewOne() {
        store().mute(1, 2, 100, 500);
        store().mute(1, 3, 200, 900);
        assertThat(store().mute(1, 2, 500, 900)).isTrue();
        assertThat(store().listMuted(1, 600, null, 10)).containsExactly(new Edge(2, 500), new Edge(3, 200));
    }

    @Test
    void whatIsSoAlreadyChangesNothingAndHasNoEvent() {
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().unblock(1, 2)).isFalse();
        assertThat(store().unmute(1, 2)).isFalse();
        store().block(1, 2, 100);
        store().mute(1, 2, 100, FOR_EVER);
        assertThat(store().block(1, 2, 200)).isFalse();
        assertThat(store().mute(1, 2, 200, FOR_EVER)).isFalse();
        assertThat(store().listBlocked(1, null, 10)).containsExactly(new Edge(2, 100));
        assertThat(store().listMuted(1, 300, null, 10)).containsExactly(new Edge(2, 100));
        assertThat(heard.all()).containsExactly(new Blocked(1, 2), new Muted(1, 2));
    }

    @Test
    void everyChangeHasItsEvent() {
        HeardEvents heard = new HeardEvents(events());
        store().block(1, 2, 100);
        store().mute(1, 2, 100, 500);
        store().mute(1, 2, 200, 600);
        store().unblock(1, 2);
        store().unmute(1, 2);
        assertThat(heard.all())
                .containsExactly(
                        new Blocked(1, 2), new Muted(1, 2), new Muted(1, 2), new Unblocked(1, 2), new Unmuted(1, 2));
    }

    @Test
    void whatIsRacedLeavesBlocksAndEventsInAgreement() throws Exception {
        HeardEvents heard = new HeardEvents(events());
        Together.call(16, thread -> {
            Random random = new Random(seed.value() + thread);
            for (int i = 0; i < 25; i++) {
                long user = 1L + random.nextInt(2);
                long other = 3 - user;
                boolean _ = random.nextBoolean() ? store().block(user, other, i) : store().unblock(user, other);
            }
            return thread;
        });
        for (long user = 1; user <= 2; user++) {
            boolean there = Ids.contains(store().screen(user).blocked(), 3 - user);
            assertThat(Ids.contains(store().screen(3 - user).blockedBy(), user)).isEqualTo(there);
            assertThat(told(heard.of(user))).isEqualTo(there ? 1 : 0);
        }
    }

    /** The number of published blocks minus that of published unblocks. */
    private static long told(List<Event> events) {
        long blocks = events.stream().filter(Blocked.class::isInstance).count();
        return blocks - (events.size() - blocks);
    }

    @Test
    void listsAreNewestFirstPageByPageAlsoThoseOfOneTime() {
        List<Edge> edges = new ArrayList<>();
        for (long other = 101; other <= 123; other++) {
            long time = 1_000 + other * 7 % 5;
            store().block(1, other, time);
            store().mute(1, other, time, FOR_EVER);
            edges.add(new Edge(other, time));
        }
        store().block(2, 101, 1_002);
        store().mute(2, 101, 1_002, FOR_EVER);
        edges.sort(Comparator.comparingLong(Edge::createdAt)
                .thenComparingLong(Edge::userId)
                .reversed());
        assertThat(pages((before, limit) -> store().listBlocked(1, before, limit)))
                .isEqualTo(edges);
        assertThat(pages((before, limit) -> store().listMuted(1, 2_000, before, limit)))
                .isEqualTo(edges);
    }

    private static List<Edge> pages(Listing listing) {
        List<Edge> listed = new ArrayList<>();
        List<Edge> page = listing.list(null, 4);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            listed.addAll(page);
            page = listing.list(page.getLast(), 4);
        }
        return listed;
    }

    @Test
    void aMuteIsListedUntilItEnds() {
        store().mute(1, 2, 100, 500);
        store().mute(1, 3, 200, FOR_EVER);
        assertThat(store().listMuted(1, 499, null, 10)).containsExactly(new Edge(3, 200), new Edge(2, 100));
        assertThat(store().listMuted(1, 500, null, 10)).containsExactly(new Edge(3, 200));
        assertThat(store().listMuted(1, 500, null, 1)).containsExactly(new Edge(3, 200));
    }

    @Test
    void whatHasEndedIsRemovedWithoutAnEventAndNothingElse() {
        store().mute(1, 2, 100, 500);
        store().mute(1, 3, 100, 501);
        store().mute(1, 4, 100, FOR_EVER);
        store().block(1, 2, 100);
        HeardEvents heard = new HeardEvents(events());
        store().deleteEnded(500);
        assertThat(store().unmute(1, 2)).isFalse();
        assertThat(store().listMuted(1, 400, null, 10)).containsExactly(new Edge(4, 100), new Edge(3, 100));
        assertThat(store().eitherBlocks(1, 2)).isTrue();
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void idsAreInRisingOrderHoweverMany() {
        long[] others = LongStream.rangeClosed(10, 1_200).toArray();
        for (int i = others.length - 1; i >= 0; i--) {
            store().block(1, others[i], others.length - i);
        }
        for (long other : new long[] {9, 3, 5}) {
            store().block(other, 1, 100);
            store().mute(1, other, 100, 1_000 - other);
        }
        Screen screen = store().screen(1);
        assertThat(screen.blocked()).isEqualTo(others);
        assertThat(screen.blockedBy()).containsExactly(3, 5, 9);
        assertThat(screen.muted()).containsExactly(3, 5, 9);
        assertThat(screen.mutedUntil()).containsExactly(997, 995, 991);
        assertThat(screen.size()).isEqualTo(others.length + 6);
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        store().block(1, 2, 100);
        store().block(1, 3, 100);
        store().unblock(1, 2);
        store().mute(1, 4, 100, 500);
        crash();
        assertThat(store().screen(1).blocked()).containsExactly(3);
        assertThat(store().screen(3).blockedBy()).containsExactly(1);
        assertThat(store().screen(1).mutedUntil()).containsExactly(500);
    }

    private interface Listing {
        List<Edge> list(@Nullable Edge before, int limit);
    }
}

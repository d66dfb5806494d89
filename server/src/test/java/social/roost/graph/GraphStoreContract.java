package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.Scans;
import social.roost.base.Seed;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.Event.FameGained;
import social.roost.event.Event.FameLost;
import social.roost.event.Event.Followed;
import social.roost.event.Event.Unfollowed;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.graph.GraphStore.Counts;
import social.roost.graph.GraphStore.Edge;
import social.roost.graph.GraphStore.Follow;

/** What every {@link GraphStore} promises, a test for each promise (SPEC A4, B1, B2, B3). */
@Timeout(240)
public abstract class GraphStoreContract {
    private static final Fame FAME = new Fame(4, 2);
    private static final Counts NONE = new Counts(0, 0);

    @RegisterExtension
    final Seed seed = new Seed();

    /** The store of this test, empty at first, with these thresholds. */
    protected abstract GraphStore store(Fame fame);

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aFollowIsSeenFromBothEnds() {
        assertThat(store().follow(1, 2, 100)).isTrue();
        assertThat(store().follows(1, 2)).isTrue();
        assertThat(store().follows(2, 1)).isFalse();
        assertThat(store().followees(1)).containsExactly(2);
        assertThat(store().followers(2)).containsExactly(1);
        assertThat(store().listFollowing(1, null, 10)).containsExactly(new Edge(2, 100));
        assertThat(store().listFollowers(2, null, 10)).containsExactly(new Edge(1, 100));
        assertThat(countsOf(1)).isEqualTo(new Counts(0, 1));
        assertThat(countsOf(2)).isEqualTo(new Counts(1, 0));
    }

    @Test
    void aScanReadsEveryFollowOnce() {
        assertThat(Scans.all(store()::scan, 10)).isEmpty();
        List<Follow> follows = new ArrayList<>();
        for (long follower = 1; follower <= 10; follower++) {
            for (long followee = 1; followee <= 10; followee += follower) {
                follows.add(new Follow(follower, followee));
            }
        }
        var _ = store().followAll(follows, 1);
        for (int limit : new int[] {2, 7, 100}) {
            assertThat(Scans.all(store()::scan, limit)).containsExactlyInAnyOrderElementsOf(follows);
        }
    }

    @Test
    void theNewestFolloweesOfSeveralUsersAreFound() {
        for (long followee = 10; followee < 15; followee++) {
            boolean _ = store().follow(1, followee, 100 - followee);
        }
        boolean _ = store().follow(2, 10, 100);
        Map<Long, long[]> found = store().newestFollowees(new long[] {1, 2, 3}, 3);
        assertThat(found.get(1L)).containsExactlyInAnyOrder(10, 11, 12);
        assertThat(found.get(2L)).containsExactly(10);
        assertThat(found.getOrDefault(3L, new long[0])).isEmpty();
        assertThat(store().newestFollowees(new long[0], 3)).isEmpty();
    }

    @Test
    void aFollowMayBeRepeatedAndChangesNothingThen() {
        HeardEvents heard = new HeardEvents(events());
        store().follow(1, 2, 100);
        assertThat(store().follow(1, 2, 200)).isFalse();
        assertThat(store().listFollowers(2, null, 10)).containsExactly(new Edge(1, 100));
        assertThat(countsOf(2)).isEqualTo(new Counts(1, 0));
        assertThat(heard.all()).containsExactly(new Followed(1, 2));
    }

    @Test
    void anUnfollowMayBeRepeatedAndChangesNothingThen() {
        HeardEvents heard = new HeardEvents(events());
        store().follow(1, 2, 100);
        assertThat(store().unfollow(1, 2)).isTrue();
        assertThat(store().unfollow(1, 2)).isFalse();
        assertThat(store().unfollow(2, 1)).isFalse();
        assertThat(store().follows(1, 2)).isFalse();
        assertThat(store().followees(1)).isEmpty();
        assertThat(store().followers(2)).isEmpty();
        assertThat(countsOf(1)).isEqualTo(NONE);
        assertThat(countsOf(2)).isEqualTo(NONE);
        assertThat(heard.all()).containsExactly(new Followed(1, 2), new Unfollowed(1, 2));
    }

    @Test
    void countsEqualTheRowsAfterARaceForTheSameEdges() throws Exception {
        HeardEvents heard = new HeardEvents(events());
        int users = 4;
        Together.call(32, thread -> {
            Random random = new Random(seed.value() + thread);
            for (int i = 0; i < 25; i++) {
                long follower = 1L + random.nextInt(users);
                long followee = 1 + (follower + random.nextInt(users - 1)) % users;
                boolean _ = random.nextBoolean()
                        ? store().follow(follower, followee, i)
                        : store().unfollow(follower, followee);
            }
            return thread;
        });
        for (long user = 1; user <= users; user++) {
            assertThat(countsOf(user))
                    .isEqualTo(new Counts(store().followers(user).length, store().followees(user).length));
            for (long other = 1; other <= users; other++) {
                agree(user, other, heard);
            }
        }
    }

    /** Both directions of an edge agree, and its events alternate between follow and unfollow. */
    private void agree(long follower, long followee, HeardEvents heard) {
        boolean there = store().follows(follower, followee);
        assertThat(LongStream.of(store().followers(followee)).anyMatch(id -> id == follower))
                .isEqualTo(there);
        boolean told = false;
        for (Event event : heard.of(followee)) {
            if (event.equals(new Followed(follower, followee))) {
                assertThat(told).isFalse();
                told = true;
            } else if (event.equals(new Unfollowed(follower, followee))) {
                assertThat(told).isTrue();
                told = false;
            }
        }
        assertThat(told).isEqualTo(there);
    }

    @Test
    void edgesAreListedNewestFirstPageByPageAlsoThoseOfOneTime() {
        List<Edge> edges = new ArrayList<>();
        for (long other = 1; other <= 23; other++) {
            long time = 1_000 + other * 7 % 5;
            store().follow(other, 100, time);
            store().follow(200, other, time);
            edges.add(new Edge(other, time));
        }
        store().follow(1, 101, 1_002);
        edges.sort(Comparator.comparingLong(Edge::createdAt)
                .thenComparingLong(Edge::userId)
                .reversed());
        assertThat(pages(store()::listFollowers, 100)).isEqualTo(edges);
        assertThat(pages(store()::listFollowing, 200)).isEqualTo(edges);
    }

    private static List<Edge> pages(Listing listing, long userId) {
        List<Edge> listed = new ArrayList<>();
        List<Edge> page = listing.list(userId, null, 4);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            listed.addAll(page);
            page = listing.list(userId, page.getLast(), 4);
        }
        return listed;
    }

    @Test
    void aListGoesOnBehindAnEdgeThatIsGone() {
        for (long follower = 1; follower <= 4; follower++) {
            store().follow(follower, 100, 50);
        }
        store().unfollow(3, 100);
        assertThat(store().listFollowers(100, new Edge(3, 50), 10)).containsExactly(new Edge(2, 50), new Edge(1, 50));
    }

    @Test
    void allIdsAreInRisingOrder() {
        for (long other : new long[] {9, 3, 12, 5, 1}) {
            store().follow(other, 100, 20 - other);
            store().follow(200, other, 20 - other);
        }
        assertThat(store().followers(100)).containsExactly(1, 3, 5, 9, 12);
        assertThat(store().followees(200)).containsExactly(1, 3, 5, 9, 12);
        assertThat(store().followers(300)).isEmpty();
        assertThat(store().followees(300)).isEmpty();
    }

    @Test
    void followersAmongThousandsAreFoundInRisingOrder() {
        for (long follower : new long[] {2_999, 3, 1_500, 700}) {
            store().follow(follower, 100_000, 1);
        }
        store().follow(4, 100_001, 1);
        long[] candidates = LongStream.rangeClosed(0, 2_998).map(i -> 2_998 - i).toArray();
        assertThat(store().followersAmong(100_000, candidates)).containsExactly(3, 700, 1_500);
        assertThat(store().followersAmong(100_000, new long[0])).isEmpty();
    }

    @Test
    void manyFollowsAtOnceCountEachNewEdgeOnceAndTellNoEvents() {
        store().follow(1, 2, 100);
        HeardEvents heard = new HeardEvents(events());
        List<Follow> follows =
                List.of(new Follow(1, 2), new Follow(1, 3), new Follow(1, 3), new Follow(3, 1), new Follow(2, 3));
        assertThat(store().followAll(follows, 200)).isEqualTo(3);
        assertThat(store().followAll(follows, 300)).isZero();
        assertThat(store().followAll(List.of(), 300)).isZero();
        assertThat(countsOf(1)).isEqualTo(new Counts(1, 2));
        assertThat(countsOf(2)).isEqualTo(new Counts(1, 1));
        assertThat(countsOf(3)).isEqualTo(new Counts(2, 1));
        assertThat(store().listFollowing(1, null, 10)).containsExactly(new Edge(3, 200), new Edge(2, 100));
        assertThat(store().followers(3)).containsExactly(1, 2);
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void countsOfThousandsAreReadAtOnce() {
        store().followAll(
                        LongStream.rangeClosed(1, 1_200)
                                .mapToObj(user -> new Follow(user, 5_000))
                                .toList(),
                        1);
        Map<Long, Counts> counts =
                store().counts(LongStream.rangeClosed(1, 1_300).toArray());
        for (long user = 1; user <= 1_300; user++) {
            assertThat(counts.getOrDefault(user, NONE)).isEqualTo(user <= 1_200 ? new Counts(0, 1) : NONE);
        }
        assertThat(countsOf(5_000)).isEqualTo(new Counts(1_200, 0));
    }

    @Test
    void fameIsGainedAndLostAtItsThresholdsAndDoesNotFlapBetween() {
        HeardEvents heard = new HeardEvents(events());
        follow(1, 2, 3);
        assertThat(store().famous()).isEmpty();
        follow(4);
        assertThat(store().famous()).containsExactly(100);
        unfollow(4);
        follow(4, 5);
        unfollow(5, 4);
        assertThat(store().famous()).containsExactly(100);
        unfollow(3);
        assertThat(store().famous()).isEmpty();
        follow(3);
        unfollow(3);
        follow(3, 4);
        assertThat(store().famous()).containsExactly(100);
        assertThat(heard.of(100))
                .containsExactly(
                        new Followed(1, 100),
                        new Followed(2, 100),
                        new Followed(3, 100),
                        new Followed(4, 100),
                        new FameGained(100),
                        new Unfollowed(4, 100),
                        new Followed(4, 100),
                        new Followed(5, 100),
                        new Unfollowed(5, 100),
                        new Unfollowed(4, 100),
                        new Unfollowed(3, 100),
                        new FameLost(100),
                        new Followed(3, 100),
                        new Unfollowed(3, 100),
                        new Followed(3, 100),
                        new Followed(4, 100),
                        new FameGained(100));
    }

    @Test
    void whereEveryoneIsFamousNobodyLosesIt() {
        GraphStore everyone = store(new Fame(0, 9_000));
        HeardEvents heard = new HeardEvents(events());
        everyone.follow(1, 100, 1);
        everyone.follow(2, 100, 1);
        everyone.unfollow(1, 100);
        everyone.applyThresholds();
        assertThat(heard.all()).noneMatch(FameLost.class::isInstance);
        assertThat(heard.of(100).stream().filter(FameGained.class::isInstance)).hasSize(1);
    }

    @Test
    void thresholdsAreAppliedBothWaysWithTheirEventsOnce() {
        store().followAll(followsOf(100, 4), 1);
        store().followAll(followsOf(99, 9), 1);
        store().followAll(followsOf(98, 3), 1);
        assertThat(store().famous()).isEmpty();
        HeardEvents heard = new HeardEvents(events());
        store().applyThresholds();
        store().applyThresholds();
        assertThat(store().famous()).containsExactly(99, 100);
        assertThat(heard.all()).containsExactlyInAnyOrder(new FameGained(99), new FameGained(100));

        store(new Fame(20, 5)).applyThresholds();
        assertThat(store().famous()).containsExactly(99);
        assertThat(heard.of(100)).containsExactly(new FameGained(100), new FameLost(100));
        assertThat(heard.of(99)).containsExactly(new FameGained(99));
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        follow(1, 2, 3, 4);
        unfollow(1);
        store().followAll(followsOf(99, 3), 1);
        crash();
        assertThat(store().followers(100)).containsExactly(2, 3, 4);
        assertThat(store().followers(99)).hasSize(3);
        assertThat(countsOf(100)).isEqualTo(new Counts(3, 0));
        assertThat(store().famous()).containsExactly(100);
    }

    protected final GraphStore store() {
        return store(FAME);
    }

    private void follow(long... followers) {
        LongStream.of(followers)
                .forEach(
                        follower -> assertThat(store().follow(follower, 100, 1)).isTrue());
    }

    private void unfollow(long... followers) {
        LongStream.of(followers)
                .forEach(follower -> assertThat(store().unfollow(follower, 100)).isTrue());
    }

    private static List<Follow> followsOf(long followee, int followers) {
        return LongStream.rangeClosed(1, followers)
                .mapToObj(follower -> new Follow(follower, followee))
                .toList();
    }

    private Counts countsOf(long userId) {
        return store().counts(new long[] {userId}).getOrDefault(userId, NONE);
    }

    private interface Listing {
        List<Edge> list(long userId, @Nullable Edge before, int limit);
    }
}

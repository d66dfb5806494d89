package social.roost.list;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.list.UserList.MOST_LISTS;
import static social.roost.list.UserList.MOST_MEMBERS;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.graph.GraphStore.Edge;
import social.roost.list.ListStore.Added;
import social.roost.list.UserList.Replies;

/** What every {@link ListStore} promises, a test for each promise (SPEC N1). */
@Timeout(60)
public abstract class ListStoreContract {
    private static final long ALICE = 1;
    private static final long BOB = 2;
    private static final long CAROL = 3;

    /** The store of this test, empty at first. */
    protected abstract ListStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aListIsFoundAsItWasCreated() {
        UserList list = new UserList(10, ALICE, "Vögel 🐦", true, true, true, Replies.NONE, 0);
        assertThat(store().create(list)).isTrue();
        assertThat(store().create(list(11, BOB))).isTrue();
        assertThat(store().owned(ALICE)).containsExactly(list);
        assertThat(store().owned(CAROL)).isEmpty();
        assertThat(store().find(new long[] {10, 11, 12})).containsOnlyKeys(10L, 11L);
        assertThat(find(10).list()).isEqualTo(list);
        assertThat(find(10).members()).isEmpty();
    }

    @Test
    void onlyItsOwnerChangesAList() {
        store().create(list(10, ALICE));
        UserList edited = new UserList(10, ALICE, "b", false, true, true, Replies.FOLLOWED, 0);
        assertThat(store().edit(BOB, 10, list -> edited)).isNull();
        assertThat(store().delete(BOB, 10)).isFalse();
        assertThat(store().add(BOB, 10, CAROL, 1)).isEqualTo(Added.NO_LIST);
        assertThat(store().edit(ALICE, 10, list -> edited)).isEqualTo(edited);
        assertThat(store().owned(ALICE)).containsExactly(edited);
        store().add(ALICE, 10, CAROL, 1);
        assertThat(store().remove(BOB, 10, CAROL)).isFalse();
        assertThat(members(10)).containsExactly(CAROL);
    }

    @Test
    void membersAreCountedOnceAndListedTheNewestFirst() {
        store().create(list(10, ALICE));
        assertThat(store().add(ALICE, 10, CAROL, 100)).isEqualTo(Added.NEW);
        assertThat(store().add(ALICE, 10, BOB, 200)).isEqualTo(Added.NEW);
        assertThat(store().add(ALICE, 10, CAROL, 300)).isEqualTo(Added.KNOWN);
        assertThat(members(10)).containsExactly(BOB, CAROL);
        assertThat(size(10)).isEqualTo(2);
        assertThat(store().members(10, null, 10)).containsExactly(new Edge(BOB, 200), new Edge(CAROL, 100));
        assertThat(store().members(10, null, 1)).containsExactly(new Edge(BOB, 200));
        assertThat(store().members(10, new Edge(BOB, 200), 10)).containsExactly(new Edge(CAROL, 100));
        assertThat(store().remove(ALICE, 10, BOB)).isTrue();
        assertThat(store().remove(ALICE, 10, BOB)).isFalse();
        assertThat(members(10)).containsExactly(CAROL);
        assertThat(size(10)).isOne();
    }

    @Test
    void theListsOfAnOwnerThatHaveAMember() {
        for (long id = 10; id < 14; id++) {
            store().create(list(id, id == 13 ? BOB : ALICE));
            store().add(id == 13 ? BOB : ALICE, id, id == 11 ? BOB : CAROL, 1);
        }
        assertThat(store().having(ALICE, CAROL)).containsExactly(10, 12);
        assertThat(store().having(BOB, CAROL)).containsExactly(13);
        assertThat(store().having(ALICE, ALICE)).isEmpty();
    }

    @Test
    void theMembersOfExclusiveListsAreExcludedUntilNoSuchListHasThem() {
        store().create(list(10, ALICE));
        store().create(exclusive(list(11, ALICE), true));
        store().create(exclusive(list(12, ALICE), true));
        store().create(exclusive(list(13, BOB), true));
        store().add(ALICE, 10, 7, 1);
        store().add(ALICE, 11, 9, 1);
        store().add(ALICE, 11, 8, 1);
        store().add(ALICE, 12, 9, 1);
        store().add(BOB, 13, 6, 1);
        assertThat(store().excluded(ALICE)).containsExactly(8, 9);
        assertThat(store().excluded(CAROL)).isEmpty();
        store().delete(ALICE, 12);
        assertThat(store().excluded(ALICE)).containsExactly(8, 9);
        store().edit(ALICE, 11, list -> exclusive(list, false));
        assertThat(store().excluded(ALICE)).isEmpty();
        store().edit(ALICE, 10, list -> exclusive(list, true));
        assertThat(store().excluded(ALICE)).containsExactly(7);
        store().remove(ALICE, 10, 7);
        assertThat(store().excluded(ALICE)).isEmpty();
    }

    @Test
    void aDeletedListIsGoneWithItsMembers() {
        store().create(list(10, ALICE));
        store().add(ALICE, 10, BOB, 1);
        assertThat(store().delete(ALICE, 10)).isTrue();
        assertThat(store().delete(ALICE, 10)).isFalse();
        assertThat(store().owned(ALICE)).isEmpty();
        assertThat(store().find(new long[] {10})).isEmpty();
        assertThat(store().members(10, null, 10)).isEmpty();
        assertThat(store().having(ALICE, BOB)).isEmpty();
        assertThat(store().add(ALICE, 10, BOB, 1)).isEqualTo(Added.NO_LIST);
    }

    @Test
    void nobodyHasMoreListsThanAllowedHoweverManyAreCreatedTogether() throws Exception {
        for (int i = 1; i < MOST_LISTS; i++) {
            assertThat(store().create(list(i, ALICE))).isTrue();
        }
        List<Boolean> created = Together.call(4, thread -> store().create(list(1_000 + thread, ALICE)));
        assertThat(created).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(store().owned(ALICE)).hasSize(MOST_LISTS);
        assertThat(store().create(list(2_000, BOB))).isTrue();
        store().delete(ALICE, 5);
        assertThat(store().create(list(2_001, ALICE))).isTrue();
        assertThat(store().create(list(2_002, ALICE))).isFalse();
    }

    @Test
    void noListHasMoreMembersThanAllowedHoweverManyAreAddedTogether() throws Exception {
        store().create(list(10, ALICE));
        for (long user = 1_001; user < 1_000 + MOST_MEMBERS; user++) {
            assertThat(store().add(ALICE, 10, user, user)).isEqualTo(Added.NEW);
        }
        List<Added> added = Together.call(4, thread -> store().add(ALICE, 10, 10_000 + thread, 1));
        assertThat(added).containsExactlyInAnyOrder(Added.NEW, Added.FULL, Added.FULL, Added.FULL);
        assertThat(members(10)).hasSize(MOST_MEMBERS).isSorted();
        assertThat(size(10)).isEqualTo(MOST_MEMBERS);
        assertThat(store().add(ALICE, 10, 1_001, 1)).isEqualTo(Added.KNOWN);
        store().remove(ALICE, 10, 1_001);
        assertThat(store().add(ALICE, 10, 1_001, 1)).isEqualTo(Added.NEW);
    }

    @Test
    void theSameMemberAddedTogetherIsOneMember() throws Exception {
        store().create(list(10, ALICE));
        List<Added> added = Together.call(8, thread -> store().add(ALICE, 10, BOB, thread));
        assertThat(added).containsOnlyOnce(Added.NEW);
        assertThat(size(10)).isOne();
        List<Boolean> removed = Together.call(8, thread -> store().remove(ALICE, 10, BOB));
        assertThat(removed).containsOnlyOnce(true);
        assertThat(size(10)).isZero();
    }

    @Test
    void aListDeletedWhileMembersAreAddedLeavesNone() throws Exception {
        store().create(list(10, ALICE));
        var _ = Together.call(
                8,
                thread -> thread == 4
                        ? (Object) store().delete(ALICE, 10)
                        : (Object) store().add(ALICE, 10, 100 + thread, thread));
        assertThat(store().members(10, null, 10)).isEmpty();
        assertThat(store().find(new long[] {10})).isEmpty();
    }

    @Test
    void changesHaveEventsAndRepetitionsHaveNone() {
        HeardEvents heard = new HeardEvents(events());
        store().create(list(10, ALICE));
        store().edit(ALICE, 10, list -> exclusive(list, true));
        store().edit(ALICE, 10, list -> exclusive(list, true));
        store().add(ALICE, 10, BOB, 1);
        store().add(ALICE, 10, BOB, 2);
        store().remove(ALICE, 10, BOB);
        store().remove(ALICE, 10, BOB);
        store().delete(ALICE, 10);
        store().delete(ALICE, 10);
        assertThat(heard.all())
                .containsExactly(
                        new Event.ListChanged(ALICE, 10),
                        new Event.ListChanged(ALICE, 10),
                        new Event.ListMembersChanged(ALICE, 10),
                        new Event.ListMembersChanged(ALICE, 10),
                        new Event.ListChanged(ALICE, 10));
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().create(exclusive(list(10, ALICE), true));
        LongStream.of(7, 8, 9).forEach(user -> store().add(ALICE, 10, user, user));
        store().remove(ALICE, 10, 8);
        crash();
        assertThat(members(10)).containsExactly(7, 9);
        assertThat(size(10)).isEqualTo(2);
        assertThat(store().excluded(ALICE)).containsExactly(7, 9);
    }

    private ListContent find(long id) {
        return Objects.requireNonNull(store().find(new long[] {id}).get(id));
    }

    private long[] members(long id) {
        return find(id).members();
    }

    private int size(long id) {
        return find(id).list().size();
    }

    private static UserList list(long id, long owner) {
        return new UserList(id, owner, "list " + id, true, false, false, Replies.MEMBERS, 0);
    }

    private static UserList exclusive(UserList list, boolean exclusive) {
        return new UserList(
                list.id(),
                list.ownerId(),
                list.name(),
                list.isPrivate(),
                exclusive,
                list.isPinned(),
                list.replies(),
                list.size());
    }
}

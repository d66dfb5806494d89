package social.roost.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.HeardEvents;

/** What every {@link ConversationStore} promises about conversations and their members, a test for each promise. */
@DisplayName("A store of conversations (H1)")
@Timeout(240)
public abstract class ConversationStoreContract extends OnConversations {
    @Test
    void aPairIsFoundAsItWasStored() throws Exception {
        Conversation pair = pair(1, ALICE, BOB, false);
        assertThat(store().openPair(pair)).isEqualTo(pair);
        assertThat(found(pair)).isEqualTo(pair);
        stage.crash();
        assertThat(found(pair)).isEqualTo(pair);
        assertThat(other().find(new long[] {id(1), id(2)})).isEqualTo(Map.of(id(1), pair));
        assertThat(store().find(new long[0])).isEmpty();
    }

    @Test
    void aGroupIsFoundAsItWasStored() throws Exception {
        Conversation group = group(1, "Été 🥖 'quoted', \"twice\"", BOB, CAROL);
        store().createGroup(group);
        assertThat(found(group)).isEqualTo(group);
        stage.crash();
        assertThat(other().find(new long[] {id(1)})).isEqualTo(Map.of(id(1), group));
    }

    @Test
    void ofTwoUsersThereIsOnePair() {
        Conversation pair = store().openPair(pair(1, ALICE, BOB, false));
        assertThat(store().openPair(pair)).isEqualTo(pair);
        assertThat(store().openPair(pair(2, ALICE, BOB, true))).isEqualTo(pair);
        assertThat(other().openPair(pair(3, BOB, ALICE, true))).isEqualTo(pair);
        assertThat(store().openPair(pair(4, ALICE, CAROL, true)).id()).isEqualTo(id(4));
        assertThat(store().find(ids(1, 5))).containsOnlyKeys(id(1), id(4));
        assertThat(accepted(ALICE)).containsExactly(id(4), id(1));
    }

    @Test
    void aPairIsFoundByItsUsers() {
        assertThat(store().findPair(ALICE, BOB)).isNull();
        Conversation pair = store().openPair(pair(1, BOB, ALICE, false));
        store().createGroup(group(2, "", BOB));
        assertThat(store().findPair(ALICE, BOB)).isEqualTo(pair);
        assertThat(other().findPair(BOB, ALICE)).isEqualTo(pair);
        assertThat(store().findPair(ALICE, CAROL)).isNull();
        Conversation accepted = changed(1, ALICE, each -> each.accepted(ALICE));
        assertThat(store().findPair(ALICE, BOB)).isEqualTo(accepted);
    }

    @Test
    void twoWhoBeginAtTheSameTimeGetTheSamePair() throws Exception {
        for (int round = 0; round < 10; round++) {
            long alice = 100L + round;
            long bob = 200L + round;
            int first = 1 + round * 8;
            List<Conversation> opened = Together.call(
                    8,
                    thread -> (thread < 4 ? store() : other())
                            .openPair(
                                    thread % 2 == 0
                                            ? pair(first + thread, alice, bob, true)
                                            : pair(first + thread, bob, alice, true)));
            assertThat(opened).containsOnly(opened.getFirst());
            assertThat(store().find(ids(first, first + 8)).values()).containsExactly(opened.getFirst());
            assertThat(accepted(opened.getFirst().creatorId()))
                    .containsExactly(opened.getFirst().id());
            assertThat(accepted(opened.getFirst().other(opened.getFirst().creatorId())))
                    .isEmpty();
        }
    }

    @Test
    void aRepeatedGroupChangesNothing() {
        Conversation group = group(1, "", BOB);
        store().createGroup(group);
        store().markRead(id(1), BOB, 1);
        Conversation changed = changed(1, ALICE, each -> each.named("Bread").accepted(BOB));
        HeardEvents heard = new HeardEvents(stage.events());
        store().createGroup(group);
        other().createGroup(group);
        assertThat(found(group)).isEqualTo(changed);
        assertThat(entry(BOB, 1).readSeq()).isEqualTo(1);
        assertThat(accepted(BOB)).containsExactly(id(1));
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void aConversationIsStoredWithItsEvent() {
        HeardEvents heard = new HeardEvents(stage.events());
        store().openPair(pair(1, ALICE, BOB, true));
        store().openPair(pair(2, BOB, ALICE, true));
        store().createGroup(group(3, "Bread", BOB));
        store().change(id(3), BOB, each -> each.accepted(BOB));
        store().change(id(3), BOB, each -> each.accepted(BOB));
        assertThat(heard.all())
                .containsExactly(
                        new Event.ConversationChanged(id(1), ALICE),
                        new Event.ConversationChanged(id(3), ALICE),
                        new Event.ConversationChanged(id(3), BOB));
    }

    @Test
    void aChangeIsStored() throws Exception {
        store().createGroup(group(1, "Bread", BOB, CAROL));
        Conversation changed = changed(
                1,
                ALICE,
                each -> each.named("Cake").withPicture(7L).accepted(CAROL).withAdmin(CAROL, true));
        assertThat(changed)
                .isEqualTo(new Conversation(
                        id(1),
                        Conversation.Kind.GROUP,
                        "Cake",
                        7L,
                        ALICE,
                        List.of(
                                new Member(ALICE, true, true, 0),
                                new Member(BOB, false, false, 0),
                                new Member(CAROL, true, true, 0)),
                        0));
        assertThat(store().find(ids(1, 2))).containsValue(changed);
        stage.crash();
        assertThat(other().find(ids(1, 2))).containsValue(changed);
        Conversation without = changed(1, ALICE, each -> each.named("").withPicture(null));
        assertThat(store().find(ids(1, 2))).containsValue(without);
    }

    @Test
    void whatFailsOrChangesNothingIsNoChange() {
        Conversation group = group(1, "Bread", BOB);
        store().createGroup(group);
        HeardEvents heard = new HeardEvents(stage.events());
        assertThat(store().change(id(1), ALICE, each -> each)).isEqualTo(group);
        assertThatThrownBy(() -> store().change(id(1), ALICE, _ -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(store().change(id(2), ALICE, each -> each.named("Cake"))).isNull();
        assertThat(store().find(ids(1, 3))).isEqualTo(Map.of(id(1), group));
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void concurrentChangesAllHappen() throws Exception {
        store().createGroup(group(1, "Bread"));
        Together.call(
                12,
                thread -> (thread < 6 ? store() : other()).change(id(1), ALICE, each -> each.invited(100 + thread)));
        assertThat(found(group(1, "")).memberIds())
                .hasSize(13)
                .contains(LongStream.range(100, 112).toArray());
        for (int i = 0; i < 12; i++) {
            assertThat(other().list(100 + i, false, null, 10)).hasSize(1);
        }
        Together.call(
                12,
                thread -> (thread < 6 ? store() : other())
                        .change(id(1), 100 + thread, each -> each.without(100 + thread)));
        assertThat(found(group(1, "")).memberIds()).containsExactly(ALICE);
        for (int i = 0; i < 12; i++) {
            assertThat(store().list(100 + i, false, null, 10)).isEmpty();
        }
    }

    @Test
    void whoIsInvitedHasItInTheListAndNothingUnread() {
        Conversation group = group(1, "Bread", BOB);
        store().createGroup(group);
        send(group, ALICE, NOON + MINUTE);
        send(group, ALICE, NOON + MINUTE);
        Conversation changed = changed(1, ALICE, each -> each.invited(CAROL));
        assertThat(changed.lastSeq()).isEqualTo(2);
        assertThat(changed.require(CAROL)).isEqualTo(new Member(CAROL, false, false, 2));
        InboxEntry entry = entry(CAROL, 1);
        assertThat(entry).isEqualTo(new InboxEntry(id(1), 2, entry.lastAt(), 0, -1, false));
        assertThat(Math.abs(System.currentTimeMillis() - entry.lastAt())).isLessThan(10 * MINUTE);
        assertThat(store().list(CAROL, false, null, 10)).containsExactly(entry);
        Conversation accepted = changed(1, CAROL, each -> each.accepted(CAROL));
        assertThat(store().unread(CAROL, 10)).isEmpty();
        send(accepted, ALICE, NOON + 2 * MINUTE);
        assertThat(store().unread(CAROL, 10))
                .containsExactly(new InboxEntry(id(1), 3, NOON + 2 * MINUTE, 0, -1, false));
    }

    @Test
    void whoIsRemovedHasItNoMoreAndReturnsAnew() {
        Conversation group = group(1, "Bread", BOB);
        store().createGroup(group);
        send(group, ALICE, NOON + MINUTE);
        changed(1, BOB, each -> each.accepted(BOB));
        store().markRead(id(1), BOB, 1);
        store().clear(id(1), BOB, 1);
        store().mute(id(1), BOB, true);
        changed(1, BOB, each -> each.without(BOB));
        assertThat(store().entries(BOB, ids(1, 2))).isEmpty();
        send(group, ALICE, NOON + 2 * MINUTE);
        assertThat(store().markRead(id(1), BOB, 2)).isFalse();
        store().clear(id(1), BOB, 2);
        store().mute(id(1), BOB, false);
        assertThat(store().entries(BOB, ids(1, 2)))
                .as("a sender with an old list of members")
                .isEmpty();
        assertThat(store().list(BOB, true, null, 10)).isEmpty();
        assertThat(store().readSeqs(id(1), new long[] {ALICE, BOB})).isEqualTo(Map.of(ALICE, 0L));

        Conversation back = changed(1, ALICE, each -> each.invited(BOB));
        assertThat(back.require(BOB)).isEqualTo(new Member(BOB, false, false, 2));
        InboxEntry entry = entry(BOB, 1);
        assertThat(entry).isEqualTo(new InboxEntry(id(1), 2, entry.lastAt(), 0, -1, false));
        assertThat(store().list(BOB, false, null, 10)).containsExactly(entry);
        assertThat(store().list(BOB, true, null, 10)).isEmpty();
    }

    @Test
    void aGroupWithoutMembersIsStillFound() {
        store().createGroup(group(1, "Bread"));
        Conversation empty = changed(1, ALICE, each -> each.without(ALICE));
        assertThat(empty.members()).isEmpty();
        assertThat(found(empty)).isEqualTo(empty);
        assertThat(accepted(ALICE)).isEmpty();
    }
}

package social.roost.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.HeardEvents;
import social.roost.message.InboxEntry.Place;

/** What every {@link ConversationStore} promises about inboxes, a test for each promise. */
@DisplayName("An inbox (H1)")
@Timeout(240)
public abstract class InboxContract extends OnConversations {
    @Test
    void theOtherOfAPairSeesItWithTheFirstMessage() {
        Conversation pair = store().openPair(pair(1, ALICE, BOB, false));
        assertThat(store().list(ALICE, true, null, 10))
                .containsExactly(new InboxEntry(id(1), 0, NOON + 1, 0, -1, false));
        assertThat(store().list(BOB, false, null, 10)).isEmpty();
        assertThat(store().entries(BOB, ids(1, 2)))
                .isEqualTo(Map.of(id(1), new InboxEntry(id(1), 0, NOON + 1, 0, 0, false)));
        send(pair, ALICE, NOON + MINUTE);
        assertThat(store().list(ALICE, true, null, 10))
                .containsExactly(new InboxEntry(id(1), 1, NOON + MINUTE, 0, -1, false));
        assertThat(store().list(BOB, false, null, 10))
                .containsExactly(new InboxEntry(id(1), 1, NOON + MINUTE, 0, 0, false));
        assertThat(store().list(BOB, true, null, 10)).isEmpty();
    }

    @Test
    void allMembersOfAGroupHaveItInTheirLists() {
        Conversation group = group(1, "", BOB, CAROL);
        store().createGroup(group);
        InboxEntry entry = new InboxEntry(id(1), 0, NOON + 1, 0, -1, false);
        assertThat(store().list(ALICE, true, null, 10)).containsExactly(entry);
        assertThat(store().list(BOB, false, null, 10)).containsExactly(entry);
        assertThat(other().list(CAROL, false, null, 10)).containsExactly(entry);
        assertThat(store().list(DAVE, false, null, 10)).isEmpty();
        assertThat(store().entries(DAVE, ids(1, 2))).isEmpty();
    }

    @Test
    void whoAcceptsHasItInTheOtherList() {
        Conversation pair = store().openPair(pair(1, ALICE, BOB, false));
        send(pair, ALICE, NOON + MINUTE);
        assertThat(store().unread(BOB, 10)).isEmpty();
        changed(1, BOB, each -> each.accepted(BOB));
        assertThat(store().list(BOB, false, null, 10)).isEmpty();
        assertThat(accepted(BOB)).containsExactly(id(1));
        assertThat(store().unread(BOB, 10)).hasSize(1);
    }

    @Test
    void theLatestMessageComesFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            store().createGroup(group(i, "", BOB));
        }
        send(group(2, "", BOB), ALICE, NOON + 2 * MINUTE);
        send(group(4, "", BOB), ALICE, NOON + MINUTE);
        send(group(5, "", BOB), ALICE, NOON + 2 * MINUTE);
        assertThat(accepted(ALICE)).containsExactly(id(5), id(2), id(4), id(3), id(1));
        List<InboxEntry> page = store().list(ALICE, true, null, 2);
        assertThat(page).extracting(InboxEntry::conversationId).containsExactly(id(5), id(2));
        assertThat(store().list(ALICE, true, page.getFirst().place(), 2))
                .extracting(InboxEntry::conversationId)
                .containsExactly(id(2), id(4));
        assertThat(store().list(ALICE, true, page.getLast().place(), 10))
                .extracting(InboxEntry::conversationId)
                .containsExactly(id(4), id(3), id(1));
        assertThat(store().list(ALICE, true, new Place(NOON + 1, id(1)), 10)).isEmpty();
    }

    @Test
    void aMessageIsSeenInListsOfAllProcessesAtOnce() {
        Conversation group = group(1, "", BOB, CAROL);
        store().createGroup(group);
        for (int seq = 1; seq <= 5; seq++) {
            send(group, ALICE, NOON + seq * MINUTE);
            InboxEntry entry = new InboxEntry(id(1), seq, NOON + seq * MINUTE, 0, -1, false);
            assertThat(other().list(ALICE, true, null, 10)).containsExactly(entry);
            assertThat(other().list(CAROL, false, null, 10)).containsExactly(entry);
            assertThat(Objects.requireNonNull(other().find(ids(1, 2)).get(id(1)))
                            .lastSeq())
                    .isEqualTo(seq);
        }
    }

    @Test
    void whatIsAcceptedAndUnmutedAndHasNewMessagesIsUnread() {
        for (int i = 1; i <= 5; i++) {
            Conversation group = group(i, "", BOB);
            store().createGroup(group);
            changed(i, BOB, each -> each.accepted(BOB));
            if (i < 5) {
                send(group, ALICE, NOON + i * MINUTE);
            }
        }
        assertThat(unread(BOB)).containsExactly(id(4), id(3), id(2), id(1));
        assertThat(store().unread(BOB, 2)).hasSize(2);
        assertThat(unread(ALICE)).as("one's own count too").containsExactly(id(4), id(3), id(2), id(1));
        store().markRead(id(1), BOB, 1);
        store().clear(id(2), BOB, 1);
        store().mute(id(3), BOB, true);
        assertThat(unread(BOB)).containsExactly(id(4));
        store().mute(id(3), BOB, false);
        send(group(1, "", BOB), ALICE, NOON);
        send(group(2, "", BOB), ALICE, NOON);
        assertThat(unread(BOB)).containsExactlyInAnyOrder(id(4), id(3), id(2), id(1));
    }

    @Test
    void aMarkerMovesOnlyForward() throws Exception {
        Conversation pair = store().openPair(pair(1, ALICE, BOB, true));
        for (int i = 0; i < 5; i++) {
            send(pair, ALICE, NOON + MINUTE);
        }
        HeardEvents heard = new HeardEvents(stage.events());
        assertThat(store().markRead(id(1), BOB, 3)).isTrue();
        assertThat(other().markRead(id(1), BOB, 3)).isFalse();
        assertThat(other().markRead(id(1), BOB, 2)).isFalse();
        assertThat(other().markRead(id(1), BOB, 4)).isTrue();
        assertThat(store().markRead(id(1), CAROL, 4)).as("no member").isFalse();
        assertThat(store().markRead(id(2), BOB, 4)).as("no conversation").isFalse();
        assertThat(store().entries(CAROL, ids(1, 3))).isEmpty();
        assertThat(store().entries(BOB, ids(1, 3))).containsOnlyKeys(id(1));
        stage.crash();
        assertThat(store().readSeqs(id(1), new long[] {ALICE, BOB, CAROL})).isEqualTo(Map.of(ALICE, 0L, BOB, 4L));
        assertThat(entry(BOB, 1).readSeq()).isEqualTo(4);
        assertThat(heard.all())
                .containsExactly(new Event.ConversationRead(id(1), BOB, 3), new Event.ConversationRead(id(1), BOB, 4));
    }

    @Test
    void ofConcurrentMarkersTheFarthestWins() throws Exception {
        Conversation pair = store().openPair(pair(1, ALICE, BOB, true));
        for (int i = 0; i < 24; i++) {
            send(pair, ALICE, NOON + MINUTE);
        }
        Together.call(12, thread -> (thread % 2 == 0 ? store() : other()).markRead(id(1), BOB, 12 - thread));
        assertThat(entry(BOB, 1).readSeq()).isEqualTo(12);
        Together.call(12, thread -> {
            (thread % 2 == 0 ? store() : other()).clear(id(1), BOB, 12 + thread);
            return true;
        });
        assertThat(entry(BOB, 1).clearedSeq()).isEqualTo(23);
    }

    @Test
    void aDeletedConversationReturnsWithTheNextMessage() throws Exception {
        Conversation pair = store().openPair(pair(1, ALICE, BOB, true));
        send(pair, ALICE, NOON + MINUTE);
        send(pair, ALICE, NOON + MINUTE);
        store().clear(id(1), BOB, 2);
        other().clear(id(1), BOB, 1);
        stage.crash();
        assertThat(accepted(BOB)).isEmpty();
        assertThat(entry(BOB, 1)).isEqualTo(new InboxEntry(id(1), 2, NOON + MINUTE, 0, 2, false));
        assertThat(accepted(ALICE)).containsExactly(id(1));
        send(pair, ALICE, NOON + 2 * MINUTE);
        assertThat(store().list(BOB, true, null, 10))
                .containsExactly(new InboxEntry(id(1), 3, NOON + 2 * MINUTE, 0, 2, false));
    }

    @Test
    void anEmptyConversationCanBeDeleted() {
        store().openPair(pair(1, ALICE, BOB, true));
        store().clear(id(1), ALICE, 0);
        assertThat(accepted(ALICE)).isEmpty();
        assertThat(entry(ALICE, 1).clearedSeq()).isZero();
    }

    @Test
    void aConversationIsMutedForTheMemberOnly() throws Exception {
        store().openPair(pair(1, ALICE, BOB, true));
        store().mute(id(1), ALICE, true);
        store().mute(id(1), ALICE, true);
        stage.crash();
        assertThat(entry(ALICE, 1).isMuted()).isTrue();
        assertThat(entry(BOB, 1).isMuted()).isFalse();
        for (int i = 0; i < 5; i++) {
            other().mute(id(1), ALICE, false);
            assertThat(entry(ALICE, 1).isMuted()).isFalse();
            store().mute(id(1), ALICE, true);
            assertThat(other().entries(ALICE, ids(1, 2)).get(id(1)))
                    .extracting(InboxEntry::isMuted)
                    .isEqualTo(true);
        }
        store().mute(id(1), CAROL, true);
        assertThat(store().entries(CAROL, ids(1, 2))).isEmpty();
    }
}

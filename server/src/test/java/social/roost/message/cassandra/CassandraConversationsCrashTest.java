package social.roost.message.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.driver.cassandra.CassandraStage.Crash;
import social.roost.event.Event;
import social.roost.event.HeardEvents;
import social.roost.message.Conversation;

/** What a crash leaves of conversations at each step, and lost responses. */
@Tag("stack")
@DisplayName("Conversations in Cassandra are complete, whatever crashes (H1, K4)")
@Timeout(240)
class CassandraConversationsCrashTest extends OnCassandraMessages {
    @ParameterizedTest
    @ValueSource(
            strings = {"INSERT INTO outbox", "INSERT INTO conversation (", "INSERT INTO inbox", "DELETE FROM outbox"})
    void aPairWhoseFirstUserCrashedIsOpenedByTheOther(String step) {
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.process().conversations().openPair(pair(ID, ALICE, BOB)))
                .isInstanceOf(Crash.class);
        Conversation opened = stage.other().conversations().openPair(pair(ID + 1, BOB, ALICE));
        assertThat(opened.id()).isEqualTo(ID);
        stage.crash();
        assertThat(stage.process().conversations().openPair(pair(ID + 2, ALICE, BOB)))
                .isEqualTo(opened);
        HeardEvents heard = new HeardEvents(stage.events());
        stage.sweepAfter(SOON);
        assertThat(heard.all()).allMatch(event -> event instanceof Event.ConversationChanged && event.key() == ID);
        assertThat(stage.process().conversations().list(opened.creatorId(), true, null, 10))
                .hasSize(1);
        send(opened.other(opened.creatorId()), "Hi");
        assertThat(stage.process().conversations().list(ALICE, true, null, 10)).hasSize(1);
        assertThat(stage.process().conversations().list(BOB, true, null, 10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO message (",
                "UPDATE inbox USING TIMESTAMP ? SET last_seq",
                "UPDATE conversation USING"
            })
    void whoIsInvitedMeanwhileHasTheMessage(String step) {
        stage.process().conversations().createGroup(group());
        stage.cassandra.before(
                step, () -> stage.other().conversations().change(ID, ALICE, each -> invited(each, CAROL)));
        send(ALICE, "Hi");
        assertThat(entry(CAROL).lastSeq()).isEqualTo(1);
        send(ALICE, "Hello");
        assertThat(entry(CAROL).lastSeq()).isEqualTo(2);
    }

    @Test
    void whoIsInvitedReadsNothingFromBefore() {
        stage.process().conversations().createGroup(group());
        stage.cassandra.before("UPDATE conversation SET name", () -> send(ALICE, "Hi"));
        Conversation changed = change(each -> invited(each, CAROL));
        assertThat(changed.require(CAROL).joinedSeq()).isEqualTo(1);
        assertThat(entry(CAROL).lastSeq()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO inbox", "SET accepted", "DELETE FROM inbox", "DELETE FROM outbox"})
    void aChangeThatIsCutShortIsCompleted(String step) {
        stage.process().conversations().createGroup(group());
        HeardEvents heard = new HeardEvents(stage.events());
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> change(each -> without(invited(accepted(each), CAROL), BOB)))
                .isInstanceOf(Crash.class);
        stage.sweepAfter(SOON);
        assertThat(heard.all()).contains(new Event.ConversationChanged(ID, ALICE));
        assertThat(conversation().memberIds()).containsExactly(ALICE, CAROL);
        assertThat(stage.process().conversations().list(BOB, true, null, 10)).isEmpty();
        assertThat(stage.process().conversations().list(BOB, false, null, 10)).isEmpty();
        assertThat(stage.process().conversations().list(CAROL, false, null, 10)).hasSize(1);
    }

    @Test
    void theNextChangeCompletesARemoval() {
        stage.process().conversations().createGroup(group());
        stage.cassandra.crashBefore("DELETE FROM inbox");
        assertThatThrownBy(() -> change(each -> without(each, BOB))).isInstanceOf(Crash.class);
        change(each -> invited(each, CAROL));
        assertThat(stage.process().conversations().list(BOB, false, null, 10)).isEmpty();
        change(each -> invited(each, BOB));
        assertThat(stage.process().conversations().list(BOB, false, null, 10)).hasSize(1);
    }

    @Test
    void aChangeWhoseResponseIsLostHappensOnce() {
        stage.process().conversations().createGroup(group());
        stage.cassandra.timeOut("UPDATE conversation SET name", 2);
        Conversation changed = change(each -> invited(each, CAROL));
        assertThat(changed.memberIds()).containsExactly(ALICE, BOB, CAROL);
        assertThat(conversation()).isEqualTo(changed);
    }

    @Test
    void aMarkerThatWasToMoveIsMovedByTheSweep() {
        openPair();
        send(ALICE, "Hi");
        HeardEvents heard = new HeardEvents(stage.events());
        stage.cassandra.crashBefore("SET read_seq");
        assertThatThrownBy(() -> stage.process().conversations().markRead(ID, BOB, 1))
                .isInstanceOf(Crash.class);
        stage.sweepAfter(SOON);
        assertThat(entry(BOB).readSeq()).isEqualTo(1);
        assertThat(heard.all()).containsExactly(new Event.ConversationRead(ID, BOB, 1));
    }
}

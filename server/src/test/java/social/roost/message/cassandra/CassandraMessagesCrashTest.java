package social.roost.message.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraStage.Crash;
import social.roost.event.Event;
import social.roost.event.HeardEvents;
import social.roost.message.Message;
import social.roost.message.MessageStore.Appended;
import social.roost.message.Reaction;

/** What a crash leaves of messages at each step, and lost responses. */
@Tag("stack")
@DisplayName("Messages in Cassandra are complete, whatever crashes (H1, K4)")
@Timeout(240)
class CassandraMessagesCrashTest extends OnCassandraMessages {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO message_key",
                "INSERT INTO outbox",
                "INSERT INTO message (",
                "UPDATE inbox USING TIMESTAMP ? SET last_seq",
                "UPDATE message_key",
                "UPDATE conversation USING TIMESTAMP",
                "DELETE FROM outbox"
            })
    void aMessageThatIsSentAgainAfterACrashIsStoredOnce(String step) {
        openPair();
        send(BOB, "before");
        Message message = message(ALICE, "Hi");
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.process().messages().append(message)).isInstanceOf(Crash.class);
        stage.other().messages().append(message(BOB, "between"));
        stage.crash();
        Message again = new Message(ID, 0, message.id() + 500, ALICE, message.clientKey(), message.body(), NOON, false);
        Appended stored = stage.process().messages().append(again);
        send(BOB, "after");
        assertThat(texts())
                .containsOnlyOnce("Hi")
                .hasSize(4)
                .startsWith("before")
                .endsWith("after");
        assertThat(stage.process().messages().findSent(ID, ALICE, message.clientKey()))
                .isEqualTo(stored.message());
        assertThat(entry(BOB).lastSeq()).isEqualTo(4);
        HeardEvents heard = new HeardEvents(stage.events());
        stage.sweepAfter(SOON);
        stage.sweepAfter(MUCH_LATER);
        assertThat(heard.all())
                .allMatch(new Event.MessageSent(ID, ALICE, stored.message().seq())::equals);
        assertThat(texts()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE inbox USING TIMESTAMP ? SET last_seq",
                "UPDATE message_key",
                "UPDATE conversation USING TIMESTAMP",
                "DELETE FROM outbox"
            })
    void aStoredMessageIsDeliveredByTheSweep(String step) {
        openPair();
        HeardEvents heard = new HeardEvents(stage.events());
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> send(ALICE, "Hi")).isInstanceOf(Crash.class);
        stage.sweepAfter(SOON);
        assertThat(heard.all()).contains(new Event.MessageSent(ID, ALICE, 1));
        assertThat(texts()).containsExactly("Hi");
        assertThat(entry(BOB).lastSeq()).isEqualTo(1);
        assertThat(conversation().lastSeq()).isEqualTo(1);
        long before = heard.all().size();
        stage.sweepAfter(MUCH_LATER);
        assertThat(heard.all()).hasSize((int) before);
    }

    @Test
    void aStoredMessageIsDeliveredByTheConsumer() {
        openPair();
        stage.cassandra.crashBefore("UPDATE inbox USING TIMESTAMP ? SET last_seq");
        assertThatThrownBy(() -> send(ALICE, "Hi")).isInstanceOf(Crash.class);
        assertThat(entry(BOB).lastSeq()).isZero();
        stage.other().messages().deliver(ID, 1);
        assertThat(entry(BOB).lastSeq()).isEqualTo(1);
        assertThat(texts()).containsExactly("Hi");
    }

    @Test
    void theEventOfAMessageThatWasNeverStoredIsForgotten() {
        openPair();
        HeardEvents heard = new HeardEvents(stage.events());
        stage.cassandra.crashBefore("INSERT INTO message (");
        assertThatThrownBy(() -> send(ALICE, "Hi")).isInstanceOf(Crash.class);
        stage.sweepAfter(SOON);
        stage.sweepAfter(MUCH_LATER);
        stage.sweepAfter(SOON);
        send(BOB, "Hello");
        assertThat(heard.all()).containsExactly(new Event.MessageSent(ID, BOB, 1));
        stage.sweepAfter(SOON);
        assertThat(heard.all()).hasSize(1);
    }

    @Test
    void theEventOfAPlaceThatAnotherTookIsForgotten() {
        openPair();
        HeardEvents heard = new HeardEvents(stage.events());
        stage.cassandra.crashBefore("INSERT INTO message (");
        assertThatThrownBy(() -> send(ALICE, "Hi")).isInstanceOf(Crash.class);
        send(BOB, "Hello");
        stage.sweepAfter(SOON);
        assertThat(heard.all()).containsExactly(new Event.MessageSent(ID, BOB, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO message_key", "INSERT INTO message (", "INSERT INTO outbox"})
    void aLostResponseIsNoSecondMessage(String step) {
        openPair();
        stage.cassandra.timeOut(step, 1);
        assertThat(send(ALICE, "Hi").message().seq()).isEqualTo(1);
        stage.cassandra.timeOut(step, 2);
        assertThat(send(BOB, "Hello").message().seq()).isEqualTo(2);
        assertThat(texts()).containsExactly("Hi", "Hello");
    }

    @Test
    void anUnknownOutcomeIsFoundWithTheKey() {
        openPair();
        Message message = message(ALICE, "Hi");
        stage.cassandra.timeOut("INSERT INTO message (", 3);
        assertThatThrownBy(() -> stage.process().messages().append(message)).isInstanceOf(UnavailableException.class);
        stage.other().messages().append(message(BOB, "Hello"));
        Appended again = stage.other().messages().append(message);
        assertThat(again.message().seq()).isEqualTo(1);
        assertThat(texts()).containsExactly("Hi", "Hello");
    }

    @Test
    void anAttemptThatIsOvertakenByAnotherWithItsKeyFindsItsMessage() {
        openPair();
        Message message = message(ALICE, "Hi");
        Message again = new Message(ID, 0, message.id() + 500, ALICE, message.clientKey(), message.body(), NOON, false);
        stage.cassandra.before("INSERT INTO message (", () -> {
            stage.other().messages().append(message(BOB, "Hello"));
            stage.other().messages().append(again);
        });
        Appended stored = stage.process().messages().append(message);
        assertThat(stored.isNew()).isFalse();
        assertThat(stored.message().id()).isEqualTo(again.id());
        assertThat(texts()).containsExactly("Hello", "Hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE message_reaction", "DELETE FROM outbox"})
    void aDeletionThatIsCutShortIsCompleted(String step) {
        openPair();
        send(ALICE, "Hi");
        stage.process().messages().react(ID, new Reaction(1, BOB, "👍"), 3);
        HeardEvents heard = new HeardEvents(stage.events());
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.process().messages().delete(ID, 1, ALICE))
                .isInstanceOf(Crash.class);
        stage.sweepAfter(SOON);
        assertThat(heard.all()).contains(new Event.MessageChanged(ID, ALICE, 1));
        assertThat(stage.process().messages().reactions(ID, 1, 1)).isEmpty();
    }

    @Test
    void aReactionDoesNotOutliveItsMessage() {
        openPair();
        send(ALICE, "Hi");
        stage.cassandra.before(
                "UPDATE message_reaction", () -> stage.other().messages().delete(ID, 1, ALICE));
        stage.process().messages().react(ID, new Reaction(1, BOB, "👍"), 3);
        assertThat(stage.process().messages().reactions(ID, 1, 1)).isEmpty();
    }
}

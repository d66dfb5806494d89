package social.roost.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.HeardEvents;
import social.roost.message.Message.Body;
import social.roost.message.MessageStore.Appended;
import social.roost.message.MessageStore.Sent;
import social.roost.tweet.text.Entities;

/** What every {@link MessageStore} promises about deletions and reactions, a test for each promise. */
@DisplayName("Deletions of messages, and reactions (H1)")
@Timeout(240)
public abstract class MessageChangesContract extends OnMessages {
    @Test
    void ofADeletedMessageOnlyItsPlaceIsLeft() throws Exception {
        Message first = store().append(message(ALICE, "a", new Body("Hi", Entities.NONE, 1L, 77L, List.of(5L)), NOON))
                .message();
        Message second = send(BOB, "2");
        store().react(CONVERSATION, new Reaction(1, BOB, "👍"), 3);
        HeardEvents heard = new HeardEvents(stage.events());
        other().delete(CONVERSATION, 1, ALICE);
        store().delete(CONVERSATION, 1, ALICE);
        store().delete(CONVERSATION, 9, ALICE);
        Message left = new Message(CONVERSATION, 1, first.id(), ALICE, "a", Message.NOTHING, NOON, true);
        stage.crash();
        assertThat(store().find(CONVERSATION, 1)).isEqualTo(left);
        assertThat(store().before(ALL, BOB, 10)).containsExactly(second, left);
        assertThat(found(store().newest(List.of(ALL), BOB, 10).get(CONVERSATION)))
                .containsExactly(second, left);
        assertThat(store().sent(List.of(ALL), BOB, 10)).isEqualTo(Map.of(CONVERSATION, List.of(new Sent(2, BOB))));
        assertThat(store().findWithMedia(first.id())).isEqualTo(left);
        assertThat(store().reactions(CONVERSATION, 1, 2)).isEmpty();
        store().react(CONVERSATION, new Reaction(1, BOB, "👍"), 3);
        assertThat(store().reactions(CONVERSATION, 1, 2))
                .as("of what is deleted")
                .isEmpty();
        assertThat(store().append(message(ALICE, "a", text("Hi"), NOON)))
                .as("sent again")
                .isEqualTo(new Appended(left, false));
        assertThat(send(BOB, "3").seq()).isEqualTo(3);
        assertThat(heard.of(Event.MessageChanged.class))
                .containsExactly(new Event.MessageChanged(CONVERSATION, ALICE, 1));
    }

    @Test
    void aMessageIsHiddenFromOneUser() throws Exception {
        Message first = send(ALICE, "1");
        Message second = send(BOB, "2");
        Message third = send(ALICE, "3");
        HeardEvents heard = new HeardEvents(stage.events());
        store().hide(CONVERSATION, 2, ALICE);
        store().hide(CONVERSATION, 2, ALICE);
        stage.crash();
        assertThat(store().before(ALL, ALICE, 2)).containsExactly(third, first);
        assertThat(other().after(ALL, ALICE, 2)).containsExactly(first, third);
        assertThat(found(store().newest(List.of(ALL), ALICE, 2).get(CONVERSATION)))
                .containsExactly(third, first);
        assertThat(store().sent(List.of(ALL), ALICE, 2))
                .isEqualTo(Map.of(CONVERSATION, List.of(new Sent(1, ALICE), new Sent(3, ALICE))));
        assertThat(store().before(ALL, BOB, 2)).containsExactly(third, second);
        assertThat(store().find(CONVERSATION, 2)).isEqualTo(second);
        assertThat(store().findSent(CONVERSATION, BOB, "2")).isEqualTo(second);
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void manyHiddenMessagesInARowAreSkipped() {
        for (int i = 1; i <= 40; i++) {
            send(ALICE, "" + i);
        }
        for (int i = 4; i <= 38; i++) {
            store().hide(CONVERSATION, i, BOB);
        }
        assertThat(seqs(store().before(ALL, BOB, 4))).containsExactly(40L, 39L, 3L, 2L);
        assertThat(seqs(store().after(ALL, BOB, 4))).containsExactly(1L, 2L, 3L, 39L);
        assertThat(seqs(found(store().newest(List.of(range(0, 39)), BOB, 2).get(CONVERSATION))))
                .containsExactly(3L, 2L);
        assertThat(found(store().sent(List.of(range(3, 100)), BOB, 2).get(CONVERSATION)))
                .extracting(Sent::seq)
                .containsExactly(39L, 40L);
    }

    @Test
    void reactionsAreAddedAndRemovedOnce() throws Exception {
        for (int i = 1; i <= 3; i++) {
            send(ALICE, "" + i);
        }
        HeardEvents heard = new HeardEvents(stage.events());
        Reaction thumb = new Reaction(2, BOB, "👍");
        assertThat(store().react(CONVERSATION, thumb, 2)).isTrue();
        assertThat(other().react(CONVERSATION, thumb, 2)).isTrue();
        assertThat(store().react(CONVERSATION, new Reaction(2, ALICE, "👍"), 2)).isTrue();
        assertThat(store().react(CONVERSATION, new Reaction(1, BOB, "🥖"), 2)).isTrue();
        assertThat(store().reactions(CONVERSATION, 1, 3))
                .containsExactly(new Reaction(1, BOB, "🥖"), new Reaction(2, ALICE, "👍"), thumb);
        assertThat(store().reactions(CONVERSATION, 2, 2)).containsExactly(new Reaction(2, ALICE, "👍"), thumb);
        assertThat(store().reactions(CONVERSATION, 3, 9)).isEmpty();
        store().unreact(CONVERSATION, thumb);
        other().unreact(CONVERSATION, thumb);
        store().unreact(CONVERSATION, new Reaction(3, BOB, "👍"));
        assertThat(store().reactions(CONVERSATION, 2, 3)).containsExactly(new Reaction(2, ALICE, "👍"));
        assertThat(other().react(CONVERSATION, thumb, 2)).as("again").isTrue();
        assertThat(store().reactions(CONVERSATION, 2, 3)).containsExactly(new Reaction(2, ALICE, "👍"), thumb);
        assertThat(heard.all())
                .containsExactly(
                        new Event.MessageChanged(CONVERSATION, BOB, 2),
                        new Event.MessageChanged(CONVERSATION, ALICE, 2),
                        new Event.MessageChanged(CONVERSATION, BOB, 1),
                        new Event.MessageChanged(CONVERSATION, BOB, 2),
                        new Event.MessageChanged(CONVERSATION, BOB, 2));
        stage.crash();
        assertThat(store().reactions(CONVERSATION, 2, 3)).containsExactly(new Reaction(2, ALICE, "👍"), thumb);
    }

    @Test
    void aUserHasOnlySoManyReactionsToAMessage() {
        send(ALICE, "1");
        assertThat(store().react(CONVERSATION, new Reaction(1, BOB, "a"), 2)).isTrue();
        assertThat(store().react(CONVERSATION, new Reaction(1, BOB, "b"), 2)).isTrue();
        assertThat(store().react(CONVERSATION, new Reaction(1, BOB, "c"), 2)).isFalse();
        assertThat(store().react(CONVERSATION, new Reaction(1, BOB, "a"), 2))
                .as("is there")
                .isTrue();
        assertThat(store().react(CONVERSATION, new Reaction(1, ALICE, "c"), 2)).isTrue();
        assertThat(store().reactions(CONVERSATION, 1, 1))
                .containsExactly(new Reaction(1, ALICE, "c"), new Reaction(1, BOB, "a"), new Reaction(1, BOB, "b"));
        store().unreact(CONVERSATION, new Reaction(1, BOB, "a"));
        assertThat(store().react(CONVERSATION, new Reaction(1, BOB, "c"), 2)).isTrue();
    }

    @Test
    void concurrentReactionsStayWithinTheLimit() throws Exception {
        send(ALICE, "1");
        List<Boolean> added = Together.call(
                8,
                thread -> (thread % 2 == 0 ? store() : other())
                        .react(CONVERSATION, new Reaction(1, BOB, "emoji " + thread), 3));
        assertThat(Collections.frequency(added, true)).isEqualTo(3);
        assertThat(store().reactions(CONVERSATION, 1, 1)).hasSize(3);
    }
}

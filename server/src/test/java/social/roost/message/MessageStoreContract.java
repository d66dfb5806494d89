package social.roost.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Snowflake;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.HeardEvents;
import social.roost.message.Message.Body;
import social.roost.message.MessageStore.Appended;
import social.roost.message.MessageStore.Range;
import social.roost.message.MessageStore.Sent;
import social.roost.tweet.text.Entities;

/** What every {@link MessageStore} promises about messages, a test for each promise. */
@DisplayName("A store of messages (H1)")
@Timeout(240)
public abstract class MessageStoreContract extends OnMessages {
    @Test
    void aMessageIsFoundAsItWasStored() throws Exception {
        Body everything = new Body(
                "@bob été 🥖\n'quoted' example.com",
                new Entities(
                        List.of(new Entities.Mention(0, 4, "bob")),
                        List.of(),
                        List.of(),
                        List.of(new Entities.Url(20, 31, "example.com"))),
                1L,
                77L,
                List.of(5L, 3L));
        Message plain = message(ALICE, "a", text("Hi"), NOON);
        Message full = message(BOB, "a", everything, NOON + 5);
        assertThat(store().append(plain)).isEqualTo(new Appended(plain.at(1, NOON), true));
        assertThat(store().append(full)).isEqualTo(new Appended(full.at(2, NOON + 5), true));
        assertThat(store().find(CONVERSATION, 1)).isEqualTo(plain.at(1, NOON));
        assertThat(store().find(CONVERSATION, 2)).isEqualTo(full.at(2, NOON + 5));
        assertThat(store().find(CONVERSATION, 3)).isNull();
        assertThat(store().find(OTHER, 1)).isNull();
        stage.crash();
        assertThat(store().before(ALL, ALICE, 10)).containsExactly(full.at(2, NOON + 5), plain.at(1, NOON));
        assertThat(other().after(ALL, BOB, 10)).containsExactly(plain.at(1, NOON), full.at(2, NOON + 5));
    }

    @Test
    void aMessageIsStoredWithItsEvent() {
        HeardEvents heard = new HeardEvents(stage.events());
        send(ALICE, "1");
        send(BOB, "2");
        assertThat(heard.all())
                .containsExactly(
                        new Event.MessageSent(CONVERSATION, ALICE, 1), new Event.MessageSent(CONVERSATION, BOB, 2));
    }

    @Test
    void timesNeverGoBackWhateverClocksSay() {
        long[] clocks = {NOON, NOON - 3_000, NOON + 2_000, NOON - 1_000, NOON + 2_001, 0};
        for (int i = 0; i < clocks.length; i++) {
            MessageStore process = i % 2 == 0 ? store() : other();
            process.append(message(i % 2 == 0 ? ALICE : BOB, "" + i, text("" + i), clocks[i]));
        }
        assertThat(store().after(ALL, ALICE, 10))
                .extracting(Message::sentAt)
                .containsExactly(NOON, NOON, NOON + 2_000, NOON + 2_000, NOON + 2_001, NOON + 2_001);
        assertThat(stage.process().conversations().list(ALICE, true, null, 1).getFirst())
                .isEqualTo(new InboxEntry(CONVERSATION, 6, NOON + 2_001, 0, -1, false));
    }

    @Test
    void questionsAndAnswersOfTwoProcessesStayInOrder() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean question = i % 2 == 0;
            MessageStore process = question ? store() : other();
            process.append(
                    message(question ? ALICE : BOB, "" + i, text("" + i), question ? NOON + i : NOON + i - 3_000));
            expected.add("" + i);
        }
        List<Message> all = store().after(ALL, ALICE, 200);
        assertThat(all).extracting(each -> each.body().text()).isEqualTo(expected);
        assertThat(all).extracting(Message::sentAt).isSorted();
        assertThat(other().before(ALL, BOB, 200)).isEqualTo(all.reversed());
    }

    @Test
    void aRepeatedKeyReturnsTheStoredMessage() throws Exception {
        Message first = message(ALICE, "key", text("Hi"), NOON);
        Appended stored = store().append(first);
        send(BOB, "between");
        HeardEvents heard = new HeardEvents(stage.events());
        assertThat(store().append(first)).isEqualTo(new Appended(stored.message(), false));
        stage.crash();
        assertThat(store().append(message(ALICE, "key", text("Hello"), NOON + 1)))
                .isEqualTo(new Appended(stored.message(), false));
        assertThat(other().append(message(ALICE, "key", text("Hi"), NOON + 1)))
                .isEqualTo(new Appended(stored.message(), false));
        assertThat(store().before(ALL, ALICE, 10)).hasSize(2);
        assertThat(heard.of(Event.MessageSent.class)).isEmpty();
    }

    @Test
    void aKeyBelongsToItsSenderAndItsConversation() {
        assertThat(store().append(message(ALICE, "key", text("1"), NOON)).isNew())
                .isTrue();
        assertThat(store().append(message(BOB, "key", text("2"), NOON)).isNew()).isTrue();
        Message elsewhere = new Message(OTHER, 0, messageIds.incrementAndGet(), ALICE, "key", text("3"), NOON, false);
        assertThat(store().append(elsewhere)).isEqualTo(new Appended(elsewhere.at(1, NOON), true));
        assertThat(store().append(message(ALICE, "KEY", text("4"), NOON)).isNew())
                .isTrue();
        assertThat(found(store().findSent(CONVERSATION, ALICE, "key")).seq()).isEqualTo(1);
        assertThat(found(store().findSent(CONVERSATION, BOB, "key")).seq()).isEqualTo(2);
        assertThat(found(other().findSent(OTHER, ALICE, "key")).body().text()).isEqualTo("3");
        assertThat(found(other().findSent(CONVERSATION, ALICE, "KEY")).seq()).isEqualTo(3);
        assertThat(store().findSent(CONVERSATION, CAROL, "key")).isNull();
        assertThat(store().findSent(CONVERSATION, ALICE, "other key")).isNull();
    }

    @Test
    void concurrentMessagesHaveNoGapsAndNoneIsLost() throws Exception {
        int each = 20;
        List<List<Message>> sent = Together.call(
                8,
                thread -> IntStream.range(0, each)
                        .mapToObj(i -> (thread % 2 == 0 ? store() : other())
                                .append(message(
                                        thread < 4 ? ALICE : BOB,
                                        thread + " " + i,
                                        text(thread + " " + i),
                                        thread % 2 == 0 ? NOON + i : NOON + i - 3_000))
                                .message())
                        .toList());
        List<Message> all = store().after(ALL, ALICE, 1_000);
        assertThat(all)
                .extracting(Message::seq)
                .isEqualTo(LongStream.rangeClosed(1, 8L * each).boxed().toList());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().flatMap(List::stream).toList());
        assertThat(all).extracting(Message::sentAt).isSorted();
        for (List<Message> ofThread : sent) {
            assertThat(ofThread).extracting(Message::seq).isSorted();
        }
        assertThat(stage.other().conversations().entries(BOB, new long[] {CONVERSATION}))
                .containsValue(
                        new InboxEntry(CONVERSATION, 8L * each, all.getLast().sentAt(), 0, 0, false));
    }

    @Test
    void aKeySentSeveralTimesAtOnceIsStoredOnce() throws Exception {
        HeardEvents heard = new HeardEvents(stage.events());
        for (int round = 0; round < 10; round++) {
            String key = "key " + round;
            List<Appended> answers = Together.call(8, thread -> {
                MessageStore process = thread % 2 == 0 ? store() : other();
                if (thread > 5) {
                    return process.append(message(BOB, key + thread, text("disturbs"), NOON));
                }
                return process.append(message(ALICE, key, text("Hi"), NOON));
            });
            List<Appended> ofKey = answers.subList(0, 6);
            assertThat(ofKey)
                    .extracting(Appended::message)
                    .containsOnly(ofKey.getFirst().message());
            assertThat(ofKey).extracting(Appended::isNew).containsOnlyOnce(true);
        }
        List<Message> all = store().after(ALL, BOB, 100);
        assertThat(all)
                .extracting(Message::seq)
                .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(heard.of(Event.MessageSent.class))
                .extracting(Event.MessageSent::seq)
                .contains(LongStream.rangeClosed(1, 30).boxed().toArray(Long[]::new));
    }

    @Test
    void deliveringAgainChangesNothing() {
        send(ALICE, "1");
        send(ALICE, "2");
        Map<Long, InboxEntry> before = stage.process().conversations().entries(BOB, new long[] {CONVERSATION});
        store().deliver(CONVERSATION, 2);
        store().deliver(CONVERSATION, 1);
        store().deliver(CONVERSATION, 3);
        assertThat(stage.process().conversations().entries(BOB, new long[] {CONVERSATION}))
                .isEqualTo(before);
        assertThat(stage.process().conversations().entries(CAROL, new long[] {CONVERSATION}))
                .isEmpty();
    }

    @Test
    void aRangeExcludesItsBounds() {
        for (int i = 1; i <= 7; i++) {
            send(ALICE, "" + i);
        }
        assertThat(seqs(store().before(range(2, 6), ALICE, 10))).containsExactly(5L, 4L, 3L);
        assertThat(seqs(store().before(range(2, 6), ALICE, 2))).containsExactly(5L, 4L);
        assertThat(seqs(store().after(range(2, 6), ALICE, 10))).containsExactly(3L, 4L, 5L);
        assertThat(seqs(store().after(range(2, 6), ALICE, 2))).containsExactly(3L, 4L);
        assertThat(store().before(range(3, 4), ALICE, 10)).isEmpty();
        assertThat(store().after(range(7, Long.MAX_VALUE), ALICE, 10)).isEmpty();
        assertThat(store().before(range(6, 2), ALICE, 10)).isEmpty();
    }

    @Test
    void aLongConversationIsReadInBothDirections() {
        for (int i = 1; i <= 130; i++) {
            send(ALICE, "" + i);
        }
        List<Long> up = new ArrayList<>();
        for (List<Long> page = seqs(store().after(range(0, Long.MAX_VALUE), BOB, 7)); !page.isEmpty(); ) {
            up.addAll(page);
            page = seqs(store().after(range(up.getLast(), Long.MAX_VALUE), BOB, 7));
        }
        List<Long> down = new ArrayList<>();
        for (List<Long> page = seqs(store().before(ALL, BOB, 7)); !page.isEmpty(); ) {
            down.addAll(page);
            page = seqs(store().before(range(0, down.getLast()), BOB, 7));
        }
        assertThat(up).isEqualTo(LongStream.rangeClosed(1, 130).boxed().toList());
        assertThat(down).isEqualTo(up.reversed());
    }

    @Test
    void theNewestAndTheSentOnesAreReadForMany() {
        for (int i = 1; i <= 4; i++) {
            send(i % 2 == 0 ? BOB : ALICE, "" + i);
        }
        store().append(new Message(OTHER, 0, messageIds.incrementAndGet(), BOB, "5", text("5"), NOON, false));
        long third = Snowflake.lowestAt(NOON + 2);
        List<Range> ranges =
                List.of(range(1, Long.MAX_VALUE), new Range(OTHER, 0, Long.MAX_VALUE), new Range(third, 0, 9));
        Map<Long, List<Message>> newest = store().newest(ranges, ALICE, 2);
        assertThat(newest).containsOnlyKeys(CONVERSATION, OTHER, third);
        assertThat(seqs(found(newest.get(CONVERSATION)))).containsExactly(4L, 3L);
        assertThat(found(newest.get(OTHER)))
                .extracting(each -> each.body().text())
                .containsExactly("5");
        assertThat(newest.get(third)).isEmpty();
        Map<Long, List<Sent>> sent = store().sent(ranges, ALICE, 2);
        assertThat(sent)
                .isEqualTo(Map.of(
                        CONVERSATION,
                        List.of(new Sent(2, BOB), new Sent(3, ALICE)),
                        OTHER,
                        List.of(new Sent(1, BOB)),
                        third,
                        List.of()));
        assertThat(store().newest(List.of(), ALICE, 2)).isEmpty();
        assertThat(store().sent(List.of(), ALICE, 2)).isEmpty();
    }

    @Test
    void aMessageWithMediaIsFoundByItsId() {
        Message with = store().append(message(ALICE, "a", new Body("", Entities.NONE, null, null, List.of(5L)), NOON))
                .message();
        Message without = send(ALICE, "2");
        assertThat(store().findWithMedia(with.id())).isEqualTo(with);
        assertThat(store().findWithMedia(without.id())).isNull();
        assertThat(store().findWithMedia(1)).isNull();
        Message again = message(ALICE, "a", new Body("", Entities.NONE, null, null, List.of(5L)), NOON);
        assertThat(other().append(again).message()).isEqualTo(with);
        assertThat(other().findWithMedia(again.id())).as("never stored").isNull();
    }
}

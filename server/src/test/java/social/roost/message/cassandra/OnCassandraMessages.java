package social.roost.message.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Snowflake;
import social.roost.message.Conversation;
import social.roost.message.InboxEntry;
import social.roost.message.Member;
import social.roost.message.Message;
import social.roost.message.MessageStore.Appended;
import social.roost.message.MessageStore.Range;
import social.roost.tweet.text.Entities;

/** What the tests of crashes share. */
abstract class OnCassandraMessages {
    static final long ALICE = 10;
    static final long BOB = 11;
    static final long CAROL = 12;
    static final long NOON = 1_780_000_000_000L;
    static final long ID = Snowflake.lowestAt(NOON);
    static final Duration SOON = Duration.ofSeconds(6);
    static final Duration MUCH_LATER = Duration.ofSeconds(80);

    CassandraMessageStage stage;
    private long messages;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new CassandraMessageStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    void openPair() {
        stage.process().conversations().openPair(pair(ID, ALICE, BOB));
    }

    Appended send(long sender, String text) {
        return stage.process().messages().append(message(sender, text));
    }

    Message message(long sender, String text) {
        messages++;
        Message.Body body = new Message.Body(text, Entities.NONE, null, null, List.of());
        return new Message(ID, 0, ID + 1_000 + messages, sender, "key " + messages, body, NOON, false);
    }

    List<String> texts() {
        List<Message> all = stage.process().messages().after(new Range(ID, 0, Long.MAX_VALUE), BOB, 100);
        assertThat(all)
                .extracting(Message::seq)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        return all.stream().map(each -> each.body().text()).toList();
    }

    Conversation change(UnaryOperator<Conversation> change) {
        return Objects.requireNonNull(stage.process().conversations().change(ID, ALICE, change));
    }

    Conversation conversation() {
        return Objects.requireNonNull(
                stage.process().conversations().find(new long[] {ID}).get(ID));
    }

    InboxEntry entry(long user) {
        Map<Long, InboxEntry> entries = stage.process().conversations().entries(user, new long[] {ID});
        return Objects.requireNonNull(entries.get(ID));
    }

    static Conversation pair(long id, long creator, long other) {
        return conversation(id, Conversation.Kind.PAIR, creator, other);
    }

    static Conversation group() {
        return conversation(ID, Conversation.Kind.GROUP, ALICE, BOB);
    }

    static Conversation conversation(long id, Conversation.Kind kind, long creator, long other) {
        return new Conversation(
                id,
                kind,
                "",
                null,
                creator,
                List.of(new Member(creator, false, true, 0), new Member(other, false, true, 0)),
                0);
    }

    static Conversation invited(Conversation old, long user) {
        List<Member> members = new ArrayList<>(old.members());
        members.add(new Member(user, false, false, old.lastSeq()));
        return with(old, members);
    }

    static Conversation without(Conversation old, long user) {
        return with(
                old,
                old.members().stream().filter(each -> each.userId() != user).toList());
    }

    static Conversation accepted(Conversation old) {
        return with(
                old,
                old.members().stream()
                        .map(each -> new Member(each.userId(), true, true, each.joinedSeq()))
                        .toList());
    }

    static Conversation with(Conversation old, List<Member> members) {
        return new Conversation(
                old.id(), old.kind(), old.name(), old.pictureId(), old.creatorId(), members, old.lastSeq());
    }
}

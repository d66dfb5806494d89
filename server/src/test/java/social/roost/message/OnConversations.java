package social.roost.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Snowflake;
import social.roost.tweet.text.Entities;

/** What the tests of conversations share. */
public abstract class OnConversations {
    static final long ALICE = 10;
    static final long BOB = 11;
    static final long CAROL = 12;
    static final long DAVE = 13;
    static final long NOON = 1_780_000_000_000L;
    static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private long messages;
    MessageStage stage;

    /** Stores without rows. */
    protected abstract MessageStage open(Path folder);

    @BeforeEach
    void begin(@TempDir Path folder) {
        stage = open(folder);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    ConversationStore store() {
        return stage.process().conversations();
    }

    ConversationStore other() {
        return stage.other().conversations();
    }

    void send(Conversation conversation, long sender, long at) {
        messages++;
        Message message = new Message(
                conversation.id(),
                0,
                id(1_000 + messages),
                sender,
                "key " + messages,
                new Message.Body("Hi", Entities.NONE, null, null, List.of()),
                at,
                false);
        stage.process().messages().append(message);
    }

    Conversation changed(int number, long actor, UnaryOperator<Conversation> change) {
        return Objects.requireNonNull(store().change(id(number), actor, change));
    }

    Conversation found(Conversation conversation) {
        return Objects.requireNonNull(
                store().find(new long[] {conversation.id()}).get(conversation.id()));
    }

    InboxEntry entry(long user, int number) {
        @Nullable
        InboxEntry entry = store().entries(user, ids(number, number + 1)).get(id(number));
        return Objects.requireNonNull(entry);
    }

    List<Long> accepted(long user) {
        return store().list(user, true, null, 10).stream()
                .map(InboxEntry::conversationId)
                .toList();
    }

    List<Long> unread(long user) {
        return store().unread(user, 10).stream().map(InboxEntry::conversationId).toList();
    }

    static Conversation pair(int number, long creator, long otherUser, boolean accepted) {
        return Conversation.pair(id(number), creator, otherUser, accepted);
    }

    static Conversation group(int number, String name, Long... invited) {
        return Conversation.group(id(number), ALICE, name, List.of(invited));
    }

    /** A millisecond apart. */
    static long id(long number) {
        return Snowflake.lowestAt(NOON + number);
    }

    static long[] ids(int from, int to) {
        return LongStream.range(from, to).map(OnConversations::id).toArray();
    }
}

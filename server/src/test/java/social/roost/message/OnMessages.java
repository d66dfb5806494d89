package social.roost.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Snowflake;
import social.roost.message.Message.Body;
import social.roost.message.MessageStore.Range;
import social.roost.tweet.text.Entities;

/** What the tests of messages share. */
public abstract class OnMessages {
    static final long ALICE = 10;
    static final long BOB = 11;
    static final long CAROL = 12;
    static final long NOON = 1_780_000_000_000L;
    static final long CONVERSATION = Snowflake.lowestAt(NOON);
    static final long OTHER = Snowflake.lowestAt(NOON + 1);
    static final Range ALL = range(0, Long.MAX_VALUE);

    final AtomicLong messageIds = new AtomicLong(Snowflake.lowestAt(NOON + 1_000));
    MessageStage stage;

    /** Stores without rows. */
    protected abstract MessageStage open(Path folder);

    @BeforeEach
    void begin(@TempDir Path folder) {
        stage = open(folder);
        stage.process().conversations().openPair(Conversation.pair(CONVERSATION, ALICE, BOB, true));
        stage.process().conversations().createGroup(Conversation.group(OTHER, ALICE, "", List.of(BOB)));
    }

    @AfterEach
    void end() {
        stage.close();
    }

    MessageStore store() {
        return stage.process().messages();
    }

    MessageStore other() {
        return stage.other().messages();
    }

    Message send(long sender, String text) {
        return store().append(message(sender, text, text(text), NOON)).message();
    }

    Message message(long sender, String key, Body body, long at) {
        return new Message(CONVERSATION, 0, messageIds.incrementAndGet(), sender, key, body, at, false);
    }

    static Body text(String text) {
        return new Body(text, Entities.NONE, null, null, List.of());
    }

    static Range range(long after, long before) {
        return new Range(CONVERSATION, after, before);
    }

    static List<Long> seqs(List<Message> messages) {
        return messages.stream().map(Message::seq).toList();
    }

    static <T> T found(@Nullable T found) {
        return Objects.requireNonNull(found);
    }
}

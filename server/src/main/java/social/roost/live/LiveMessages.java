package social.roost.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.message.Conversation;
import social.roost.message.ConversationStore;
import social.roost.message.Member;
import social.roost.message.MessagePage;
import social.roost.message.MessagePages;
import social.roost.message.Receipts;
import social.roost.message.TypingSignals;

/**
 * Sends messages to the streams that are open in this process. Like {@link Live}, it never fails: clients notice a
 * missing sequence number, and read what they missed.
 */
public final class LiveMessages implements StreamConsumer.OfMessages {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMessages.class);
    private static final int MOST_KNOWN = 10_000;

    private final LiveReaders readers;
    private final ConversationStore store;
    private final MessagePages messages;
    private final Receipts receipts;

    /** May be out of date for a moment: what a member may read is checked in the store. */
    private final Cache<Long, Conversation> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public LiveMessages(LiveReaders readers, ConversationStore store, MessagePages messages, Receipts receipts) {
        this.readers = readers;
        this.store = store;
        this.messages = messages;
        this.receipts = receipts;
    }

    /** Failures are logged and not thrown. */
    @Override
    public void consume(Event.OfMessages event) {
        try {
            switch (event) {
                case Event.MessageSent(long id, long sender, long seq) -> message(id, sender, seq);
                case Event.MessageChanged(long id, long user, long seq) -> message(id, user, seq);
                case Event.ConversationRead(long id, long user, long seq) -> read(id, user, seq);
                case Event.ConversationChanged(long id, long _) -> changed(id);
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not send {} to all streams", event, e);
        }
    }

    /** Somebody is typing. */
    public void typing(TypingSignals.Typing typing) {
        StreamEvent event = new StreamEvent.Typing(typing.conversationId(), typing.userId());
        typing.recipientIds().forEach(user -> send(user, event));
    }

    private void message(long conversationId, long senderId, long seq) {
        forMembers(conversationId, (conversation, member) -> {
            if (receipts.arrives(conversation, member, senderId)) {
                MessagePage page = messages.one(conversation, member.userId(), seq);
                if (page != null) {
                    send(member.userId(), new StreamEvent.Message(page));
                }
            }
        });
    }

    private void read(long conversationId, long userId, long seq) {
        StreamEvent event = new StreamEvent.MessageRead(conversationId, userId, seq);
        send(userId, event);
        Conversation conversation = find(conversationId);
        if (conversation != null && conversation.member(userId).isPresent()) {
            receipts.mutual(conversation, userId).forEach(other -> send(other, event));
        }
    }

    /** Those who are no longer members are told, too. */
    private void changed(long conversationId) {
        Conversation before = known.getIfPresent(conversationId);
        known.invalidate(conversationId);
        Conversation now = find(conversationId);
        Set<Long> told = new HashSet<>();
        addAccepted(before, told);
        addAccepted(now, told);
        StreamEvent event = new StreamEvent.ConversationChanged(conversationId);
        told.forEach(user -> send(user, event));
    }

    /** Requests and invitations tell nobody. */
    private static void addAccepted(@Nullable Conversation conversation, Set<Long> told) {
        if (conversation != null) {
            conversation.members().stream().filter(Member::hasAccepted).forEach(member -> told.add(member.userId()));
        }
    }

    private void forMembers(long conversationId, MemberAction action) {
        Conversation conversation = find(conversationId);
        if (conversation != null) {
            conversation.members().stream()
                    .filter(member -> readers.isHere(member.userId()))
                    .forEach(member -> action.accept(conversation, member));
        }
    }

    private @Nullable Conversation find(long conversationId) {
        Conversation found = known.getIfPresent(conversationId);
        if (found == null) {
            found = store.find(new long[] {conversationId}).get(conversationId);
            if (found != null) {
                known.put(conversationId, found);
            }
        }
        return found;
    }

    private void send(long userId, StreamEvent event) {
        List<LiveStream> streams = readers.streamsOf(userId);
        streams.forEach(stream -> stream.send(event));
    }

    @FunctionalInterface
    private interface MemberAction {
        void accept(Conversation conversation, Member member);
    }
}

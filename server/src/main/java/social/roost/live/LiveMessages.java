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
import social.roost.message.Message;
import social.roost.message.MessagePage;
import social.roost.message.MessagePages;
import social.roost.message.MessageStore;
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
    private final ConversationStore conversations;
    private final MessageStore messages;
    private final MessagePages pages;
    private final Receipts receipts;

    /** May be out of date for a moment: what a member may read is checked in the store. */
    private final Cache<Long, Conversation> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public LiveMessages(
            LiveReaders readers,
            ConversationStore conversations,
            MessageStore messages,
            MessagePages pages,
            Receipts receipts) {
        this.readers = readers;
        this.conversations = conversations;
        this.messages = messages;
        this.pages = pages;
        this.receipts = receipts;
    }

    /** Failures are logged and not thrown. */
    @Override
    public void consume(Event.OfMessages event) {
        try {
            switch (event) {
                case Event.MessageSent(long id, long sender, long seq) -> messageSent(id, sender, seq);
                case Event.MessageChanged(long id, long user, long seq) -> messageChanged(id, user, seq);
                case Event.ConversationRead(long id, long user, long seq) -> read(id, user, seq);
                case Event.ConversationChanged(long id, long _) -> conversationChanged(id);
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

    /** All readers see the same new message, so it is read once. */
    private void messageSent(long conversationId, long senderId, long seq) {
        Conversation conversation = find(conversationId);
        if (conversation == null || recipients(conversation, senderId).isEmpty()) {
            return;
        }
        // The members of a pair never change; a member of a group may just have been removed.
        Conversation current = conversation.isPair() ? conversation : stored(conversationId);
        Message message = messages.find(conversationId, seq);
        if (current != null && message != null) {
            recipients(current, senderId).stream()
                    .filter(member -> member.joinedSeq() < seq)
                    .map(Member::userId)
                    .forEach(user -> send(user, new StreamEvent.Message(pages.fresh(current, user, message))));
        }
    }

    private void messageChanged(long conversationId, long userId, long seq) {
        Conversation conversation = find(conversationId);
        if (conversation == null) {
            return;
        }
        for (Member member : recipients(conversation, userId)) {
            MessagePage page = pages.one(conversation, member.userId(), seq);
            if (page != null) {
                send(member.userId(), new StreamEvent.Message(page));
            }
        }
    }

    /** Those with a stream here to whom what this user does is sent at once. */
    private List<Member> recipients(Conversation conversation, long senderId) {
        return conversation.members().stream()
                .filter(member -> readers.isHere(member.userId()))
                .filter(member -> receipts.arrives(conversation, member, senderId))
                .toList();
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
    private void conversationChanged(long conversationId) {
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

    private @Nullable Conversation find(long conversationId) {
        Conversation found = known.getIfPresent(conversationId);
        if (found == null) {
            found = stored(conversationId);
            if (found != null) {
                known.put(conversationId, found);
            }
        }
        return found;
    }

    private @Nullable Conversation stored(long id) {
        return conversations.find(new long[] {id}).get(id);
    }

    private void send(long userId, StreamEvent event) {
        List<LiveStream> streams = readers.streamsOf(userId);
        streams.forEach(stream -> stream.send(event));
    }
}

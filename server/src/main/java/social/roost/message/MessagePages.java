package social.roost.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.message.MessageStore.Range;

/** Reads the messages of a conversation, newest first, in both directions. */
public final class MessagePages {
    private static final int CURSOR_SIZE = 2;
    private static final long OLDER = 0;
    private static final long NEWER = 1;

    private final Conversations conversations;
    private final ConversationStore inboxes;
    private final MessageStore store;
    private final MessageViews views;

    MessagePages(Conversations conversations, ConversationStore inboxes, MessageStore store, MessageViews views) {
        this.conversations = conversations;
        this.inboxes = inboxes;
        this.store = store;
        this.views = views;
    }

    /**
     * Reads a page.
     *
     * @param around a sequence number in the middle of the page; null to start at the cursor, or with the newest message
     * @throws Rejection NOT_FOUND if the user is no member, INVALID for the cursor of another list
     */
    public MessagePage read(long userId, long conversationId, PageRequest request, @Nullable Long around) {
        ListId list = new ListId("messages", conversationId);
        Optional<Cursor> cursor = request.in(list, CURSOR_SIZE);
        Conversation conversation = conversations.require(userId, conversationId);
        long floor = floor(conversation, userId);
        List<Message> messages;
        if (around != null) {
            messages = around(conversation, userId, floor, around, request.limit());
        } else if (cursor.isPresent() && cursor.get().value(0) == NEWER) {
            long after = Math.max(floor, cursor.get().value(1));
            messages = store.after(range(conversation, after, Long.MAX_VALUE), userId, request.limit())
                    .reversed();
            if (messages.isEmpty()) {
                return page(
                        conversation,
                        userId,
                        floor,
                        List.of(),
                        null,
                        Cursor.of(NEWER, after).of(list));
            }
        } else {
            long before = cursor.map(place -> place.value(1)).orElse(Long.MAX_VALUE);
            messages = store.before(range(conversation, floor, before), userId, request.limit());
        }
        return page(conversation, userId, floor, messages, older(list, messages, floor), newer(list, messages, floor));
    }

    private List<Message> around(Conversation conversation, long userId, long floor, long seq, int limit) {
        int newer = Math.max(1, limit / 2);
        List<Message> messages = new ArrayList<>(store.after(
                        range(conversation, Math.max(floor, seq - 1), Long.MAX_VALUE), userId, newer)
                .reversed());
        if (limit > newer) {
            messages.addAll(store.before(range(conversation, floor, seq), userId, limit - newer));
        }
        return messages;
    }

    private static Range range(Conversation conversation, long after, long before) {
        return new Range(conversation.id(), after, Math.min(before, conversation.lastSeq() + 1));
    }

    /** Where older messages are; null if none can be. */
    private static @Nullable Cursor older(ListId list, List<Message> messages, long floor) {
        return messages.isEmpty() || messages.getLast().seq() <= floor + 1
                ? null
                : Cursor.of(OLDER, messages.getLast().seq()).of(list);
    }

    private static Cursor newer(ListId list, List<Message> messages, long floor) {
        return Cursor.of(NEWER, messages.isEmpty() ? floor : messages.getFirst().seq())
                .of(list);
    }

    private MessagePage page(
            Conversation conversation,
            long userId,
            long floor,
            List<Message> messages,
            @Nullable Cursor next,
            Cursor previous) {
        return views.page(views.in(conversation, userId, floor, messages), userId, next, previous);
    }

    /** A single message of a member, as a page. */
    public MessagePage one(long userId, Message message) {
        return one(conversations.require(userId, message.conversationId()), userId, message);
    }

    /** The same if the conversation is known. */
    public MessagePage one(Conversation conversation, long userId, Message message) {
        long floor = floor(conversation, userId);
        return views.page(views.in(conversation, userId, floor, List.of(message)), userId, null, null);
    }

    /** A message of a member that was just sent: nobody can have reacted to it yet. */
    public MessagePage fresh(Conversation conversation, long userId, Message message) {
        boolean isReply = message.body().replyToSeq() != null;
        long floor = isReply ? floor(conversation, userId) : message.seq() - 1;
        return views.page(List.of(views.fresh(conversation, userId, floor, message)), userId, null, null);
    }

    /**
     * A message that a member sees, as a page; null if there is none, or the user is no longer a member.
     *
     * @param conversation may be out of date
     */
    public @Nullable MessagePage one(Conversation conversation, long userId, long seq) {
        InboxEntry entry = entry(conversation, userId);
        long floor = entry == null ? Long.MAX_VALUE : entry.floor(conversation.require(userId));
        List<Message> found =
                seq <= floor ? List.of() : store.before(new Range(conversation.id(), seq - 1, seq + 1), userId, 1);
        return found.isEmpty() ? null : views.page(views.in(conversation, userId, floor, found), userId, null, null);
    }

    private long floor(Conversation conversation, long userId) {
        Member member = conversation.require(userId);
        InboxEntry entry = entry(conversation, userId);
        return entry == null ? member.joinedSeq() : entry.floor(member);
    }

    private @Nullable InboxEntry entry(Conversation conversation, long userId) {
        return inboxes.entries(userId, new long[] {conversation.id()}).get(conversation.id());
    }
}

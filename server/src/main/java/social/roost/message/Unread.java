package social.roost.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.message.MessageStore.Range;
import social.roost.message.MessageStore.Sent;

/**
 * Counts unread messages, each time from the rows and the marker: those of others that are not hidden from the member.
 * Nothing can become stale, and moving the marker always clears the count.
 */
final class Unread {
    /** More are not counted. */
    static final int MOST = 100;

    /** At most this many conversations are examined for a badge, the latest ones. */
    private static final int EXAMINED = 300;

    /** Read at first: usually enough, as own messages above the marker are rare. */
    private static final int USUAL = MOST + 28;

    /** Read if too few of those are of others. */
    private static final int SCANNED = 1_000;

    private final ConversationStore conversations;
    private final MessageStore messages;
    private final ContactRules rules;

    Unread(ConversationStore conversations, MessageStore messages, ContactRules rules) {
        this.conversations = conversations;
        this.messages = messages;
        this.rules = rules;
    }

    /** The unread messages of these conversations. */
    Map<Long, Integer> messages(long userId, List<InboxEntry> entries, Map<Long, Conversation> found) {
        List<Range> ranges = new ArrayList<>();
        for (InboxEntry entry : entries) {
            Conversation conversation = found.get(entry.conversationId());
            if (conversation != null) {
                long seen = entry.seenSeq(conversation.require(userId));
                if (seen < conversation.lastSeq()) {
                    ranges.add(new Range(conversation.id(), seen, conversation.lastSeq() + 1));
                }
            }
        }
        if (ranges.isEmpty()) {
            return Map.of();
        }
        Map<Long, Integer> counts = new HashMap<>();
        Set<Long> open = new HashSet<>();
        messages.sent(ranges, userId, USUAL).forEach((id, sent) -> {
            int count = count(userId, sent, Objects.requireNonNull(found.get(id)));
            counts.put(id, count);
            if (count < MOST && sent.size() == USUAL) {
                open.add(id);
            }
        });
        if (!open.isEmpty()) {
            ranges.removeIf(range -> !open.contains(range.conversationId()));
            messages.sent(ranges, userId, SCANNED)
                    .forEach((id, sent) -> counts.put(id, count(userId, sent, Objects.requireNonNull(found.get(id)))));
        }
        return counts;
    }

    private int count(long userId, List<Sent> sent, Conversation conversation) {
        return Math.toIntExact(sent.stream()
                .filter(each -> each.senderId() != userId)
                .filter(each -> !rules.hides(conversation, userId, each.senderId()))
                .limit(MOST)
                .count());
    }

    /** The number of accepted, unmuted conversations with unread messages, at most {@link #MOST}. */
    int conversations(long userId) {
        List<InboxEntry> entries = conversations.unread(userId, EXAMINED);
        if (entries.isEmpty()) {
            return 0;
        }
        Map<Long, Conversation> found = conversations.find(
                entries.stream().mapToLong(InboxEntry::conversationId).toArray());
        Map<Long, InboxEntry> present = entries.stream()
                .filter(entry -> isMember(found.get(entry.conversationId()), userId))
                .collect(Collectors.toMap(InboxEntry::conversationId, Function.identity()));
        return Math.toIntExact(messages(userId, List.copyOf(present.values()), found).values().stream()
                .filter(count -> count > 0)
                .limit(MOST)
                .count());
    }

    /** The user may have left between two reads. */
    private static boolean isMember(@Nullable Conversation conversation, long userId) {
        return conversation != null && conversation.member(userId).isPresent();
    }
}

package social.roost.message;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.message.MessageStore.Range;

/**
 * Reads the messages of a user's accepted conversations together, newest first, up to a number of messages.
 *
 * <p>The conversations wait in the order of what they may have next. One is read, a block at a time, only when it is
 * first, so most are never read at all.
 */
final class MessageScan {
    /** Messages that are read in one go, and their characters, so that long messages cost no more than many. */
    private static final int MOST_ROWS = 5_000;

    private static final long MOST_CHARACTERS = 2_000_000;

    /** Conversations that are read, the latest ones. */
    private static final int CONVERSATIONS = 500;

    /** The first block of each is small, because all may have to be read before the first message is known. */
    private static final int FIRST_BLOCK = 4;

    private static final int LARGEST_BLOCK = 256;

    private static final Comparator<Place> NEWEST_FIRST = Comparator.comparingLong(Place::sentAt)
            .thenComparingLong(Place::conversationId)
            .thenComparingLong(Place::seq)
            .reversed();

    private final MessageStore store;
    private final long userId;
    private final Map<Long, InboxEntry> entries;
    private final Map<Long, Conversation> conversations;
    private final PriorityQueue<Source> sources = new PriorityQueue<>(Comparator.comparing(Source::next, NEWEST_FIRST));

    private int rows;
    private long characters;
    private boolean hasBegun;
    private boolean isSpent;

    /** @param from the scan continues below this message; null for the newest */
    MessageScan(ConversationStore inboxes, MessageStore store, long userId, @Nullable Place from) {
        this.store = store;
        this.userId = userId;
        List<InboxEntry> listed = inboxes.list(userId, true, null, CONVERSATIONS);
        entries = listed.stream().collect(Collectors.toMap(InboxEntry::conversationId, Function.identity()));
        conversations = inboxes.find(
                listed.stream().mapToLong(InboxEntry::conversationId).toArray());
        conversations.values().removeIf(each -> each.member(userId).isEmpty());
        conversations.keySet().forEach(id -> sources.add(source(Objects.requireNonNull(entries.get(id)), from)));
    }

    private static Source source(InboxEntry entry, @Nullable Place from) {
        Place newest = new Place(entry.lastAt(), entry.conversationId(), entry.lastSeq());
        return from == null || NEWEST_FIRST.compare(from, newest) < 0
                ? new Source(entry.conversationId(), newest, entry.lastSeq() + 1, null)
                : new Source(entry.conversationId(), from, Long.MAX_VALUE, from);
    }

    /** Whether there are more that may be read in one go; may read. */
    boolean hasNext() {
        Source first = sources.peek();
        while (first != null && first.block.isEmpty()) {
            if (hasBegun && (rows >= MOST_ROWS || characters >= MOST_CHARACTERS)) {
                isSpent = true;
                return false;
            }
            Source loaded = load(Objects.requireNonNull(sources.poll()));
            if (loaded != null) {
                sources.add(loaded);
            }
            first = sources.peek();
        }
        return first != null;
    }

    /** Whether it stopped although there may be more. */
    boolean isSpent() {
        return isSpent;
    }

    /** The next message; only after {@link #hasNext}. */
    Message next() {
        Source source = Objects.requireNonNull(sources.poll());
        Message message = source.block.removeFirst();
        Message following = source.block.peekFirst();
        source.next = Place.of(following == null ? message : following);
        source.before = message.seq();
        sources.add(source);
        hasBegun = true;
        return message;
    }

    Conversation conversation(Message message) {
        return Objects.requireNonNull(conversations.get(message.conversationId()));
    }

    /** The user sees only what is after this sequence number. */
    long floor(Conversation conversation) {
        return Objects.requireNonNull(entries.get(conversation.id())).floor(conversation.require(userId));
    }

    /** Null if the conversation has no more. */
    private @Nullable Source load(Source source) {
        long id = source.conversationId;
        long floor = floor(Objects.requireNonNull(conversations.get(id)));
        if (source.from != null) {
            source.before = below(id, floor, source.from);
            source.from = null;
        }
        source.block.addAll(store.before(new Range(id, floor, source.before), userId, source.size));
        source.size = Math.min(LARGEST_BLOCK, 2 * source.size);
        rows += source.block.size();
        source.block.forEach(message -> characters += message.body().text().length());
        Message first = source.block.peekFirst();
        if (first != null) {
            source.next = Place.of(first);
        }
        return first == null ? null : source;
    }

    /** The lowest sequence number that is not below this place: times rise with sequence numbers. */
    private long below(long conversationId, long floor, Place place) {
        if (place.conversationId() == conversationId) {
            return Math.min(
                    place.seq(),
                    Objects.requireNonNull(entries.get(conversationId)).lastSeq() + 1);
        }
        long low = floor + 1;
        long high = Objects.requireNonNull(entries.get(conversationId)).lastSeq() + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Message message = store.find(conversationId, middle);
            if (message != null && NEWEST_FIRST.compare(place, Place.of(message)) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place of a message in the order of time. */
    record Place(long sentAt, long conversationId, long seq) {
        static Place of(Message message) {
            return new Place(message.sentAt(), message.conversationId(), message.seq());
        }

        static Place of(Cursor cursor) {
            return new Place(cursor.value(0), cursor.value(1), cursor.value(2));
        }

        Cursor cursor() {
            return Cursor.of(sentAt, conversationId, seq);
        }
    }

    /** A conversation, read down to a sequence number. */
    private static final class Source {
        private final long conversationId;
        private final Deque<Message> block = new ArrayDeque<>();
        private int size = FIRST_BLOCK;

        /** No message that is left comes before this place. */
        private Place next;

        private long before;

        /** Below this place, a sequence number that is not known yet; null if {@link #before} is. */
        private @Nullable Place from;

        private Source(long conversationId, Place next, long before, @Nullable Place from) {
            this.conversationId = conversationId;
            this.next = next;
            this.before = before;
            this.from = from;
        }

        private Place next() {
            return next;
        }
    }
}

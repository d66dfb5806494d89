package social.roost.message;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Conversations, their members, and what each member keeps about them: the inbox.
 *
 * <p>Promises: a write is durable when it returns, completely or not at all, also if several race, and is idempotent. A
 * read after a write sees it. {@code ConversationChanged} is stored if a conversation was created or changed, {@code
 * ConversationRead} if a marker moved. Texts are in no event.
 *
 * <p>All times are in milliseconds since 1970.
 */
public interface ConversationStore {

    /**
     * Stores a pair, unless there is one of these two users, in which case that is returned. The creator's list contains
     * it at once, that of the other user with the first message.
     */
    Conversation openPair(Conversation fresh);

    /** The pair of two users, in either order; null if there is none. */
    @Nullable
    Conversation findPair(long userId, long otherId);

    /** Stores a group, whose members' lists contain it. */
    void createGroup(Conversation group);

    /** By id; missing ones are left out. */
    Map<Long, Conversation> find(long[] ids);

    /**
     * Stores what the change returns, with no other change of the conversation in between. Added members have it in
     * their lists. Removed ones do not, and lose their entry.
     *
     * @param actorId the user who makes the change
     * @param change may be called several times; if it throws, or returns its argument, nothing changes
     * @return null if there is no such conversation
     */
    @CanIgnoreReturnValue
    @Nullable
    Conversation change(long id, long actorId, UnaryOperator<Conversation> change);

    /**
     * Lists a member's conversations, the one with the latest message first, without those that the member has deleted.
     *
     * @param accepted whether the member has accepted them
     * @param before only below this place; null for the first ones
     */
    List<InboxEntry> list(long userId, boolean accepted, InboxEntry.@Nullable Place before, int limit);

    /**
     * Lists the member's accepted and unmuted conversations that have messages above what the member has read, deleted or
     * joined after, as in {@link #list}. The messages may be the member's own.
     */
    List<InboxEntry> unread(long userId, int limit);

    /** The member's entries of these conversations; missing ones are left out. */
    Map<Long, InboxEntry> entries(long userId, long[] conversationIds);

    /** Up to where each of these members has read. */
    Map<Long, Long> readSeqs(long conversationId, long[] userIds);

    /**
     * Moves the marker of a member forward.
     *
     * @return false if it was there already, or farther
     */
    @CanIgnoreReturnValue
    boolean markRead(long conversationId, long userId, long seq);

    /** Deletes the messages up to this one, for the member only. Never goes back. */
    void clear(long conversationId, long userId, long seq);

    void mute(long conversationId, long userId, boolean muted);
}

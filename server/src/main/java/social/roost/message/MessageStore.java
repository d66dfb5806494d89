package social.roost.message;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of conversations. Their sequence numbers begin at 1 and have no gaps; they are fixed when a message is
 * stored, and equal for all readers, whatever clocks say.
 *
 * <p>Promises: a write is durable when it returns, completely or not at all, also if several race. {@code MessageSent}
 * is stored if a message was, {@code MessageChanged} if one was changed. Reads for a user leave out what that user
 * deleted for themselves, and see every write that returned.
 */
public interface MessageStore {

    /**
     * Stores a message at the end of its conversation, and puts it into the inbox of each member.
     *
     * @param message its {@code sentAt} is raised to that of the message above it. A message of this sender in this
     *     conversation with the same client key is returned instead, if there is one
     */
    Appended append(Message message);

    /**
     * Puts a stored message into the inbox of each member, if the process that stored it crashed before it could; called
     * for each {@code MessageSent}. Idempotent, in any order: newer messages stay.
     */
    void deliver(long conversationId, long seq);

    /** The message that was sent with this key; null if there is none. */
    @Nullable
    Message findSent(long conversationId, long senderId, String clientKey);

    /**
     * The message with this id, if it has or had media; null if it was never stored.
     *
     * @param id of the message
     */
    @Nullable
    Message findWithMedia(long id);

    /** One message, whoever deleted it for themselves; null if there is none. */
    @Nullable
    Message find(long conversationId, long seq);

    /** The newest messages between two sequence numbers, without these, newest first. */
    List<Message> before(Range range, long userId, int limit);

    /** The oldest messages between two sequence numbers, without these, oldest first. */
    List<Message> after(Range range, long userId, int limit);

    /** The newest messages of each range, newest first. */
    Map<Long, List<Message>> newest(List<Range> ranges, long userId, int limit);

    /** Like {@link #newest}, but the oldest ones, and only who sent them. Deleted ones are left out. */
    Map<Long, List<Sent>> sent(List<Range> ranges, long userId, int limit);

    /** Deletes a message for everyone: nothing is left of it but its place. Idempotent. */
    void delete(long conversationId, long seq, long userId);

    /** Deletes a message for one user. Idempotent. */
    void hide(long conversationId, long seq, long userId);

    /**
     * Adds a reaction. Idempotent.
     *
     * @return false if the user has as many on this message as this, and nothing changed
     */
    @CanIgnoreReturnValue
    boolean react(long conversationId, Reaction reaction, int most);

    /** Removes a reaction. Idempotent. */
    void unreact(long conversationId, Reaction reaction);

    /** The reactions to existing messages, from one sequence number to another, oldest message first. */
    List<Reaction> reactions(long conversationId, long first, long last);

    /**
     * Part of a conversation.
     *
     * @param after without this sequence number
     * @param before likewise: at most one more than the newest message, or {@link Long#MAX_VALUE} for the end
     */
    record Range(long conversationId, long after, long before) {}

    /** A message without its body. */
    record Sent(long seq, long senderId) {}

    /** The stored message, and whether it was stored by this call. */
    record Appended(Message message, boolean isNew) {}
}

package social.roost.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.text.Entities;

/**
 * A message. Its place in the conversation is its sequence number: 1, 2, 3, without gaps.
 *
 * @param seq its sequence number; 0 until it is stored
 * @param id also of its uses of media
 * @param clientKey what the sender calls it: no two messages of a sender in a conversation have the same
 * @param sentAt in milliseconds since 1970, never before that of the message above it
 * @param isDeleted whether it was deleted for everyone; then only its place, its sender and its time are left
 */
public record Message(
        long conversationId,
        long seq,
        long id,
        long senderId,
        String clientKey,
        Body body,
        long sentAt,
        boolean isDeleted) {

    /** What is left of a deleted message. */
    public static final Body NOTHING = new Body("", Entities.NONE, null, null, List.of());

    /**
     * What the sender wrote.
     *
     * @param replyToSeq the message that it replies to
     * @param tweetId a tweet that it shares
     */
    public record Body(
            String text,
            Entities entities,
            @Nullable Long replyToSeq,
            @Nullable Long tweetId,
            List<Long> mediaIds) {
        public Body {
            mediaIds = List.copyOf(mediaIds);
        }

        /** Without the text, which belongs in no log. */
        @Override
        public String toString() {
            return "body";
        }
    }

    /** The same at its place. */
    public Message at(long newSeq, long newSentAt) {
        return new Message(conversationId, newSeq, id, senderId, clientKey, body, newSentAt, isDeleted);
    }

    /** Without the text, which belongs in no log. */
    @Override
    public String toString() {
        return "message " + seq + " of conversation " + conversationId;
    }
}

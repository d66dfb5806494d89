package social.roost.message;

/**
 * A conversation as one of its members has it.
 *
 * @param lastSeq of its newest message; 0 if there is none
 * @param lastAt when it was sent, or the member was added; in milliseconds since 1970
 * @param readSeq up to where the member has read
 * @param clearedSeq up to where the member deleted it for themselves; -1 for a conversation that is listed although it
 *     is empty
 */
public record InboxEntry(
        long conversationId, long lastSeq, long lastAt, long readSeq, long clearedSeq, boolean isMuted) {

    /** Where a list of conversations continues. */
    public record Place(long lastAt, long conversationId) {}

    public Place place() {
        return new Place(lastAt, conversationId);
    }

    /** Whether lists contain it. */
    public boolean isListed() {
        return lastSeq > clearedSeq;
    }

    /** Everything up to here is read, deleted, or from before the member joined. */
    long seenSeq(Member member) {
        return Math.max(Math.max(readSeq, clearedSeq), member.joinedSeq());
    }

    /** The member reads only what is after this message. */
    long floor(Member member) {
        return Math.max(Math.max(0, clearedSeq), member.joinedSeq());
    }
}

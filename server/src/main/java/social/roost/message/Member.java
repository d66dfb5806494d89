package social.roost.message;

/**
 * A member of a conversation.
 *
 * @param isAdmin whether the member manages a group
 * @param hasAccepted false for a request or an invitation that the member has not accepted
 * @param joinedSeq the last message before the member joined or was invited: earlier ones are not for them
 */
public record Member(long userId, boolean isAdmin, boolean hasAccepted, long joinedSeq) {

    Member accepted() {
        return new Member(userId, isAdmin, true, joinedSeq);
    }

    Member admin(boolean admin) {
        return new Member(userId, admin, hasAccepted, joinedSeq);
    }
}

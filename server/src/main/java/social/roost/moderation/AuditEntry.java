package social.roost.moderation;

import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * Something that a moderator or operator did. It names users by id alone, so that nothing else is left of a deleted
 * account.
 *
 * @param actorId who did it; 0 for the server, or an operator at the command line
 * @param action a word such as {@code suspend}
 * @param userId whom it concerns; 0 for nobody
 * @param caseId 0 for none
 * @param detail such as a reason; may be empty
 */
public record AuditEntry(long id, long actorId, String action, long userId, long caseId, String detail) {

    /** In milliseconds since 1970. */
    public long at() {
        return Snowflake.millis(id);
    }

    /**
     * Which entries to list.
     *
     * @param actorId null for anyone
     * @param userId null for anyone
     * @param action null for any
     */
    public record Filter(
            @Nullable Long actorId,
            @Nullable Long userId,
            @Nullable String action) {
        public static final Filter NONE = new Filter(null, null, null);
    }
}

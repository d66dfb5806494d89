package social.roost.moderation;

import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * What a user is told about a decision.
 *
 * @param id that of the decision
 * @param kind why the user is told
 * @param until the end of a suspension, in milliseconds since 1970; null for none
 * @param isRead whether the user has seen it
 */
public record AccountNotice(
        long id,
        Kind kind,
        Action action,
        String reason,
        @Nullable Long until,
        boolean isRead) {

    /** Why a user is told. */
    public enum Kind {
        /** It is about the user. */
        DECISION,
        /** The user reported what it is about, and learns no more than whether something was done. */
        REPORT
    }

    /** In milliseconds since 1970. */
    public long at() {
        return Snowflake.millis(id);
    }
}

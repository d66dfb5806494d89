package social.roost.moderation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;
import social.roost.user.Moderators;

/** Makes users moderators, with entries in the audit log. */
public final class Staff {
    private final Moderators moderators;
    private final AuditLog log;
    private final Snowflake ids;

    public Staff(Moderators moderators, AuditLog log, Snowflake ids) {
        this.moderators = moderators;
        this.log = log;
        this.ids = ids;
    }

    /**
     * Makes a user a moderator; idempotent.
     *
     * @param by the operator; 0 for one at the command line
     * @return whether this changed anything
     * @throws Rejection NOT_FOUND if there is no such user
     */
    @CanIgnoreReturnValue
    public boolean grant(long userId, long by) {
        boolean changed = moderators.grant(userId, by);
        if (changed) {
            log.append(new AuditEntry(ids.next(), by, "grant_moderator", userId, 0, ""));
        }
        return changed;
    }

    /**
     * Ends it; idempotent.
     *
     * @param by the operator; 0 for one at the command line
     * @return whether this changed anything
     */
    @CanIgnoreReturnValue
    public boolean revoke(long userId, long by) {
        boolean changed = moderators.revoke(userId);
        if (changed) {
            log.append(new AuditEntry(ids.next(), by, "revoke_moderator", userId, 0, ""));
        }
        return changed;
    }
}

package social.roost.moderation;

import java.util.List;

/**
 * What moderators and operators did. Promises: nothing changes or removes an entry; one that was appended is durable,
 * and later reads see it. Decisions append their entry themselves ({@link CaseStore#decide}).
 */
public interface AuditLog {

    /** Appends an entry. */
    void append(AuditEntry entry);

    /**
     * The newest entries that fit a filter.
     *
     * @param before only those with a smaller id
     */
    List<AuditEntry> list(AuditEntry.Filter filter, long before, int limit);
}

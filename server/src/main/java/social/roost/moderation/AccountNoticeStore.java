package social.roost.moderation;

import java.util.List;

/**
 * What users are told about decisions; {@link CaseStore#decide} adds it. Promises: a write is durable when it returns,
 * and a read after a write sees it.
 */
public interface AccountNoticeStore {

    /**
     * A user's notices, newest first.
     *
     * @param before only those with a smaller id
     */
    List<AccountNotice> list(long userId, long before, int limit);

    /**
     * Marks a notice as read; idempotent.
     *
     * @return false if the user has no such notice
     */
    boolean read(long userId, long id);
}

package social.roost.mail;

import java.util.List;

/**
 * Emails that are to be sent.
 *
 * <p>Promises: a write is durable when it returns. One mail of a kind waits for an address at a time, however the address
 * is typed. An email that is due is leased by one process at a time. Times are in milliseconds since 1970.
 */
public interface MailStore {

    /** Adds an email that is due now, unless one of its kind waits for its address. */
    void add(DueMail mail);

    /**
     * Leases emails that are due.
     *
     * @param until the end of the leases; other leases that ended before now are taken over
     */
    List<DueMail> lease(long now, long until, int limit);

    /** Removes an email; idempotent. */
    void done(long id);

    /** How many emails wait. */
    int waiting();

    /** Ends the lease of an email that becomes due again later. */
    void postpone(long id, long dueAt);
}

package social.roost.mail;

import social.roost.base.Snowflake;

/** Asks for emails, which {@link MailDelivery} sends. */
public final class Mails {
    private final MailStore store;
    private final MailQuota quota;
    private final Snowflake ids;

    public Mails(MailStore store, MailQuota quota, Snowflake ids) {
        this.store = store;
        this.quota = quota;
        this.ids = ids;
    }

    /**
     * Asks for an email for somebody who may not be the owner of the address.
     *
     * @param userId 0 if only the address is known
     * @return false if the address got too many; otherwise durable
     */
    public boolean request(MailKind kind, long userId, String address, String detail) {
        if (!quota.allows(address)) {
            return false;
        }
        add(kind, userId, address, detail);
        return true;
    }

    /** Asks for an email that others cannot cause as often as they like. Durable. */
    public void add(MailKind kind, long userId, String address, String detail) {
        store.add(new DueMail(ids.next(), kind, userId, address, detail));
    }
}

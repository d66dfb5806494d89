package social.roost.mail;

/** Limits how many emails others can make this server send to an address. Does not throw. */
@FunctionalInterface
public interface MailQuota {

    /** Counts an email to an address, however it is typed; false if there have been too many. */
    boolean allows(String address);
}

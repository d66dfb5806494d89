package social.roost.mail;

import social.roost.base.Snowflake;

/**
 * An email that is to be sent. It contains no secrets: links get theirs when the mail is composed.
 *
 * @param userId 0 if only the address is known
 * @param address as typed
 * @param detail what the text depends on besides
 */
public record DueMail(long id, MailKind kind, long userId, String address, String detail) {

    /** In milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }
}

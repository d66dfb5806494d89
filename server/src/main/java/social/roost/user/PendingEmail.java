package social.roost.user;

import org.jspecify.annotations.Nullable;

/**
 * The email address of an account, and the one that replaces it once it is confirmed.
 *
 * @param next as typed; null if none is to be confirmed
 */
public record PendingEmail(
        String current, boolean confirmed, @Nullable String next) {

    /** The address that is to be confirmed; null if there is none. */
    @Nullable
    String unconfirmed() {
        return next != null ? next : confirmed ? null : current;
    }
}

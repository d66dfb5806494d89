package social.roost.user;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.user.UserStore.Credentials;

/**
 * Who asks to log in, as far as that is known before the password is checked.
 *
 * @param userAgent what it calls itself, at most 200 characters
 * @param network a number for where it is, of its IPv4 address, or of the /64 of its IPv6 address
 * @param site a number for the /48 that is in; empty for an IPv4 address
 * @param device what an earlier log-in gave it; null for nothing
 * @param caller of the session that it has; null for none
 */
public record Client(
        String userAgent,
        long network,
        OptionalLong site,
        @Nullable String device,
        @Nullable Caller caller) {

    /** One of which nothing is known. */
    public static final Client UNKNOWN = new Client("", 0, OptionalLong.empty(), null, null);

    /** A name for this client if it has been logged in to this account before; null if not. */
    @Nullable
    String holder(Credentials account, long now) {
        if (caller != null && caller.userId() == account.userId()) {
            return "session " + caller.sessionId();
        }
        String hash = account.passwordHash();
        return device != null && hash != null && KnownDevice.isOf(device, account.userId(), hash, now)
                ? "device " + device
                : null;
    }
}

package social.roost.user;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.user.UserStore.Credentials;

/**
 * What is known of a client that logs in, before the password is checked.
 *
 * @param userAgent its user agent, at most 200 characters
 * @param network a number for its IPv4 address, or for the /64 of its IPv6 address
 * @param site a number for its /48; empty for an IPv4 address
 * @param device from an earlier log-in; null for none
 * @param caller of its current session; null for none
 */
public record Client(
        String userAgent,
        long network,
        OptionalLong site,
        @Nullable String device,
        @Nullable Caller caller) {

    /** A client of which nothing is known. */
    public static final Client UNKNOWN = new Client("", 0, OptionalLong.empty(), null, null);

    /** Identifies this client if it has logged in to this account before; otherwise null. */
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

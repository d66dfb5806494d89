package social.roost.push;

import java.io.IOException;
import social.roost.link.PageAddress;

/**
 * Where a browser is sent pushes. It belongs to a session and ends with it.
 *
 * @param endpoint an address of the push service, which only this server and the browser know
 * @param createdAt in milliseconds since 1970
 */
public record PushSubscription(long id, long userId, long sessionId, String endpoint, PushKeys keys, long createdAt) {
    public static final int LONGEST_ENDPOINT = 1_000;

    /**
     * Parses an endpoint.
     *
     * @throws IOException if it is not an https address
     */
    static PageAddress address(String endpoint) throws IOException {
        if (endpoint.length() > LONGEST_ENDPOINT || !endpoint.regionMatches(true, 0, "https://", 0, 8)) {
            throw new IOException("Not an https address");
        }
        return PageAddress.of(endpoint);
    }

    /** The origin of an address, in the only form that push services accept: lower case, and without the usual port. */
    static String origin(PageAddress address) {
        return "https://" + address.host() + (address.port() == 443 ? "" : ":" + address.port());
    }

    /** Without what must stay secret. */
    @Override
    public String toString() {
        return "push subscription " + id;
    }
}

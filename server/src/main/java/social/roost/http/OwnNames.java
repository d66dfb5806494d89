package social.roost.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The host names of a port without authentication. An attacker can point the name of a web page at this machine (DNS
 * rebinding). For the browser, the page then has the same origin as the port and could read everything, but its
 * requests carry the page's name as their host.
 */
public final class OwnNames {
    private static final String LOCALHOST = "localhost";

    private final Set<String> names;

    /**
     * @param names in addition to this machine's names for itself and all IP addresses, which cannot be pointed
     *     elsewhere
     */
    public OwnNames(Collection<String> names) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same route, limited to requests for one of the names; others get a problem, 403. */
    public Route only(Route route) {
        return route.with(request -> {
            require(request.host());
            return route.handler().handle(request);
        });
    }

    private void require(String host) {
        if (!include(host.toLowerCase(Locale.ROOT))) {
            throw new Problem(
                    403,
                    "unknown_host",
                    "Unknown host name. Use localhost, an IP address, admin.host or a name in"
                            + " admin.allowed-hosts.",
                    "host");
        }
    }

    private boolean include(String host) {
        return host.equals(LOCALHOST)
                || host.endsWith("." + LOCALHOST)
                || names.contains(host)
                || ClientAddress.parse(host) != null;
    }
}

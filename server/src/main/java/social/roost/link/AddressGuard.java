package social.roost.link;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * Keeps links from reaching into private networks. It looks up the host once and returns the address to connect to, so
 * that a second look-up cannot have another result. Every request passes it, also that of a redirect.
 */
public final class AddressGuard {
    private final Resolver resolver;
    private final List<Network> allowed;
    private final Set<Integer> ports;

    /**
     * @param allowed networks that may be reached although they are not public
     * @param ports that may be connected to
     */
    public AddressGuard(Resolver resolver, List<Network> allowed, Set<Integer> ports) {
        this.resolver = resolver;
        this.allowed = List.copyOf(allowed);
        this.ports = Set.copyOf(ports);
    }

    /**
     * The address to connect to for a page.
     *
     * @throws IOException if the host is unknown, or one of its addresses or the port is forbidden
     */
    public InetAddress check(PageAddress page) throws IOException {
        if (!ports.contains(page.port())) {
            throw new IOException("The port " + page.port() + " is forbidden");
        }
        InetAddress[] addresses = resolver.resolve(page.host());
        for (InetAddress address : addresses) {
            if (!mayReach(address)) {
                throw new IOException("The address " + address.getHostAddress() + " is forbidden");
            }
        }
        if (addresses.length == 0) {
            throw new IOException("The host has no address");
        }
        return addresses[0];
    }

    private boolean mayReach(InetAddress address) {
        return PublicNetworks.contain(address) || allowed.stream().anyMatch(network -> network.contains(address));
    }
}

package social.roost.link;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of the public Internet, from IANA's registries of special-purpose addresses.
 *
 * <p>Of IPv6, only what is allocated for unicast is public. Without the exceptions, this excludes loopback, link-local,
 * unique local, multicast and mapped addresses, and NAT64. The exceptions contain an IPv4 address that a relay would
 * connect to (6to4, Teredo), or belong to nobody. Java reads a mapped address as the IPv4 address that it is.
 */
final class PublicNetworks {
    private static final Network UNICAST = Network.parse("2000::/3");

    private static final List<Network> EXCEPTIONS = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by the customers of a provider
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, such as the metadata of cloud providers
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocol assignments, such as Teredo
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "3fff::/20") // documentation
            .map(Network::parse)
            .toList();

    private PublicNetworks() {}

    static boolean contain(InetAddress address) {
        return (address instanceof Inet4Address || UNICAST.contains(address))
                && EXCEPTIONS.stream().noneMatch(network -> network.contains(address));
    }
}

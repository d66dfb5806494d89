package social.roost.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Determines the client's address: that of the peer, unless the peer is a trusted proxy, which reports the address of
 * its client. Trusted are gateways, identified by their certificate, and addresses named in the settings.
 *
 * <p>Each proxy appends the address of its client, so the client is the first address from the right that is not a
 * trusted proxy. Anything further left may be forged.
 */
final class TrustedProxies {
    private static final String GATEWAY = "gateway.roost.internal";
    private static final int DNS_NAME = 2;

    private final List<IpSubnetFilterRule> networks;
    private final boolean certified;

    /**
     * @param networks addresses, and networks in CIDR notation
     * @param certified whether all peers have presented certificates of our authority
     * @throws IllegalArgumentException if one is invalid
     */
    TrustedProxies(List<String> networks, boolean certified) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
        this.certified = certified;
    }

    static IpSubnetFilterRule network(String text) {
        ClientAddress alone = ClientAddress.parse(text);
        String cidr = alone == null ? text : text + (text.contains(":") ? "/128" : "/32");
        try {
            return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is not a valid network, expected one such as 10.0.0.0/8, 192.0.2.1 or 2001:db8::/32",
                    e);
        }
    }

    /** Whether the peer is a trusted proxy. */
    boolean isBelieved(HttpServerRequest request) {
        return isTrusted(peer(request)) || isGateway(request);
    }

    private static ClientAddress peer(HttpServerRequest request) {
        return Objects.requireNonNull(
                ClientAddress.parse(request.connection().remoteAddress().hostAddress()));
    }

    ClientAddress client(HttpServerRequest request) {
        ClientAddress peer = peer(request);
        if (!isTrusted(peer) && !isGateway(request)) {
            return peer;
        }
        ClientAddress client = peer;
        for (String text : hops(request).reversed()) {
            ClientAddress hop = ClientAddress.parse(text);
            if (hop == null) {
                return client;
            }
            client = hop;
            if (!isTrusted(hop)) {
                return client;
            }
        }
        return client;
    }

    /** Whether connections of this peer may belong to many clients. */
    boolean speaksForOthers(ClientAddress peer) {
        return certified || isTrusted(peer);
    }

    private boolean isTrusted(ClientAddress address) {
        if (networks.isEmpty()) {
            return false;
        }
        InetSocketAddress socket = new InetSocketAddress(address.address(), 0);
        return networks.stream().anyMatch(network -> network.matches(socket));
    }

    private boolean isGateway(HttpServerRequest request) {
        if (!certified) {
            return false;
        }
        try {
            Certificate own = request.connection().peerCertificates().getFirst();
            return own instanceof X509Certificate certificate && isNamed(certificate.getSubjectAlternativeNames());
        } catch (SSLPeerUnverifiedException | CertificateParsingException _) {
            return false;
        }
    }

    private static boolean isNamed(@Nullable Collection<List<?>> names) {
        return names != null && names.stream().anyMatch(name -> name.equals(List.of(DNS_NAME, GATEWAY)));
    }

    private static List<String> hops(HttpServerRequest request) {
        List<String> plain = elements(request.headers().getAll("x-forwarded-for"));
        return plain.isEmpty()
                ? elements(request.headers().getAll("forwarded")).stream()
                        .map(TrustedProxies::askedFor)
                        .toList()
                : plain;
    }

    private static List<String> elements(List<String> headers) {
        List<String> elements = new ArrayList<>();
        headers.forEach(header -> elements.addAll(Arrays.asList(header.split(",", -1))));
        return elements;
    }

    /** The {@code for} of an element of {@code Forwarded} (RFC 7239). */
    private static String askedFor(String element) {
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, "for=", 0, 4))
                .map(pair -> pair.substring(4).replace("\"", ""))
                .findFirst()
                .orElse("");
    }
}

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
 * Tells where a client is: the peer, unless the peer is a proxy that is believed, which says for whom it asks. That is a gateway
 * of ours, known by its certificate, or one at an address that the settings name.
 *
 * <p>Each proxy adds to the right whom it asks for, so the client is the first from the right that is no such proxy: what
 * is left of that, anyone may have written.
 */
final class TrustedProxies {
    private static final String GATEWAY = "gateway.roost.internal";
    private static final int DNS_NAME = 2;

    private final List<IpSubnetFilterRule> networks;
    private final boolean certified;

    /**
     * @param networks addresses, and networks as CIDR has them
     * @param certified whether all peers have shown certificates of our authority
     * @throws IllegalArgumentException when one is none
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

    /** Whether the peer is a proxy that is believed. */
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

    /** Whether the connections of this peer may be those of many clients. */
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

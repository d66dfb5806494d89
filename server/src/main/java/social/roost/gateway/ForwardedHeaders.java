package social.roost.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import social.roost.base.trace.Tracer;
import social.roost.http.Exchange;

/**
 * Decides which headers are forwarded. Dropped are those of a single connection, and what a client claims about its
 * origin, which anyone can forge. The gateway adds what it observes itself, or what a trusted proxy reports.
 */
final class ForwardedHeaders {
    /** In bytes as HTTP/2 counts them; less than a role's listener accepts, leaving room for what the gateway adds. */
    private static final int MAXIMUM_SIZE = 24 * 1024;

    private static final int OVERHEAD = 32;

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");
    private static final Set<String> OF_THE_GATEWAY = Set.of(
            "host",
            "forwarded",
            "x-real-ip",
            "x-request-id",
            Tracer.HEADER,
            "tracestate",
            "strict-transport-security",
            "access-control-allow-origin",
            "access-control-expose-headers");
    private static final String FORWARDED_PREFIX = "x-forwarded-";

    private ForwardedHeaders() {}

    /** Whether HTTP/1.1 accepted a header that HTTP/2 cannot represent: an empty name, or one reserved by HTTP/2. */
    static boolean areMalformed(Exchange exchange) {
        return exchange.request().headers().names().stream().anyMatch(name -> name.isEmpty() || name.startsWith(":"));
    }

    /** Whether a role would reject them as too large; on HTTP/2, the request target is one of them. */
    static boolean areTooLarge(Exchange exchange) {
        int size = exchange.target().length();
        for (Map.Entry<String, String> header : exchange.request().headers()) {
            size += header.getKey().length() + header.getValue().length() + OVERHEAD;
        }
        return size > MAXIMUM_SIZE;
    }

    /**
     * Adds the headers of a client's request for a role to {@code target}; the host is the one that the client
     * requested.
     */
    static void ofRequest(Exchange exchange, HttpClientRequest target) {
        copy(exchange.request().headers(), target.headers());
        ofVisitor(exchange, target);
    }

    /** Adds what the gateway observes of a client to {@code target}, but nothing that the client sent. */
    static void ofVisitor(Exchange exchange, HttpClientRequest target) {
        HttpServerRequest request = exchange.request();
        MultiMap headers = target.headers();
        headers.set("x-request-id", exchange.requestId());
        String trace = exchange.observation().trace();
        if (trace != null) {
            headers.set(Tracer.HEADER, trace);
        }
        headers.set("x-forwarded-for", exchange.clientAddress());
        headers.set("x-forwarded-proto", request.isSSL() ? "https" : "http");
        HostAndPort authority = request.authority();
        if (authority != null && !authority.host().isEmpty()) {
            target.authority(authority);
            headers.set("x-forwarded-host", authority.toString());
        }
    }

    /** Adds the headers of a role's response for a client to {@code target}. */
    static void ofAnswer(MultiMap source, MultiMap target) {
        copy(source, target);
    }

    private static void copy(MultiMap source, MultiMap target) {
        Set<String> named = namedByConnection(source.getAll("connection"));
        for (Map.Entry<String, String> header : source) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OF_ONE_CONNECTION.contains(name) && !isOfTheGateway(name) && !named.contains(name)) {
                target.add(name, header.getValue());
            }
        }
    }

    private static boolean isOfTheGateway(String name) {
        return OF_THE_GATEWAY.contains(name) || name.startsWith(FORWARDED_PREFIX);
    }

    private static Set<String> namedByConnection(List<String> values) {
        Set<String> names = new HashSet<>();
        for (String value : values) {
            Arrays.stream(value.split(",", -1))
                    .forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        }
        return names;
    }
}

package social.roost.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP's requirements on a request beyond its syntax, which the decoder checks. A request that violates a rule can be
 * interpreted in two ways, and a proxy in front may have chosen the other one, so it is rejected whatever its route.
 */
final class RequestRules {
    private static final String CONTENT_ENCODING = "content-encoding";
    private static final String TRANSFER_ENCODING = "transfer-encoding";
    private static final String CHUNKED = "chunked";

    /** Headers with a single value; if two were accepted, the first would win. */
    private static final List<CharSequence> SINGLE = Stream.of(
                    "authorization", "content-type", "idempotency-key", "last-event-id", "origin", "sec-fetch-site")
            .map(HttpHeaders::createOptimized)
            .toList();

    private RequestRules() {}

    /**
     * The first rule that the request violates; null if there is none.
     *
     * @param hasBody whether the request has or may have a body
     */
    static @Nullable Problem brokenBy(HttpServerRequest request, boolean hasBody) {
        if (!isTarget(request)) {
            return malformed("The request target must be a path that begins with '/', or an http address.", null);
        }
        if (!hasOneHost(request)) {
            return malformed("Send one valid Host header.", HttpHeaders.HOST.toString());
        }
        String repeated = repeated(request.headers());
        if (repeated != null) {
            return malformed("Send this header once.", repeated);
        }
        return hasBody ? brokenByBody(request.headers()) : null;
    }

    /** RFC 9112, section 3.2, without the form for tunnels. */
    private static boolean isTarget(HttpServerRequest request) {
        String target = request.uri();
        return target.startsWith("/")
                || isAddress(target, "http://")
                || isAddress(target, "https://")
                || (target.equals("*") && request.method().equals(HttpMethod.OPTIONS));
    }

    private static boolean isAddress(String target, String scheme) {
        return target.length() > scheme.length()
                && target.regionMatches(true, 0, scheme, 0, scheme.length())
                && "/?#".indexOf(target.charAt(scheme.length())) < 0;
    }

    /** RFC 9112, section 3.2, and RFC 9113, section 8.3.1. Optional in HTTP/1.0. */
    private static boolean hasOneHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (request.version() == HttpVersion.HTTP_1_0 && hosts.isEmpty()) {
            return true;
        }
        HostAndPort authority = request.authority();
        if (authority == null || authority.host().isEmpty()) {
            return false;
        }
        // Vert.x removes Host from an HTTP/2 request without :authority.
        return request.version() == HttpVersion.HTTP_2
                ? hosts.stream().allMatch(authority.toString()::equalsIgnoreCase)
                : hosts.size() == 1;
    }

    /** The name of a single-value header that has two values. */
    private static @Nullable String repeated(MultiMap headers) {
        for (CharSequence name : SINGLE) {
            if (headers.contains(name)) {
                List<String> values = headers.getAll(name);
                if (values.size() > 1 && values.stream().distinct().count() > 1) {
                    return name.toString();
                }
            }
        }
        return null;
    }

    private static @Nullable Problem brokenByBody(MultiMap headers) {
        if (headers.contains(TRANSFER_ENCODING)) {
            List<String> codings = tokens(headers, TRANSFER_ENCODING).toList();
            if (!codings.equals(List.of(CHUNKED))) {
                return badCodings(codings);
            }
        }
        boolean encoded = headers.contains(CONTENT_ENCODING)
                && !tokens(headers, CONTENT_ENCODING).allMatch(AcceptedEncodings.IDENTITY::equals);
        return encoded ? unsupportedEncoding() : null;
    }

    /** RFC 9112, sections 6.1 and 6.3: 501 for an unknown coding, 400 if the end of the body is ambiguous. */
    private static Problem badCodings(List<String> codings) {
        boolean isFramed = codings.size() > 1
                && codings.getLast().equals(CHUNKED)
                && codings.indexOf(CHUNKED) == codings.size() - 1
                && !codings.contains(AcceptedEncodings.IDENTITY);
        return isFramed
                ? new Problem(
                        501,
                        "unsupported_transfer_encoding",
                        "Only 'Transfer-Encoding: chunked' is supported.",
                        TRANSFER_ENCODING)
                : malformed("The only valid Transfer-Encoding is 'chunked'.", TRANSFER_ENCODING);
    }

    private static Problem unsupportedEncoding() {
        return new Problem(415, "unsupported_encoding", "Send the body without Content-Encoding.", CONTENT_ENCODING)
                .header("accept-encoding", AcceptedEncodings.IDENTITY);
    }

    private static Stream<String> tokens(MultiMap headers, String name) {
        return headers.getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(token -> token.strip().toLowerCase(Locale.ROOT));
    }

    private static Problem malformed(String detail, @Nullable String field) {
        return new Problem(400, "malformed_request", detail, field);
    }
}

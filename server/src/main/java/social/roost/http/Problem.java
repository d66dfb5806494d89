package social.roost.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;

/**
 * An error response as defined by RFC 9457. Violations of HTTP are thrown as problems; exceptions of use cases become
 * problems here, and nowhere else.
 */
public final class Problem extends RuntimeException {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not logged in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(408, "Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Too large"),
            Map.entry(414, "Address too long"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(416, "No such range"),
            Map.entry(422, "Invalid value"),
            Map.entry(426, "Upgrade required"),
            Map.entry(429, "Too many requests"),
            Map.entry(431, "Headers too large"),
            Map.entry(500, "Internal error"),
            Map.entry(501, "Not supported"),
            Map.entry(502, "Bad gateway"),
            Map.entry(503, "Unavailable"),
            Map.entry(504, "Timeout"));

    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable String field;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String challenge;

    /**
     * @param code stable, for programs
     * @param detail for people; says what to do, and contains no secrets
     * @param field the wrong field of the request
     */
    public Problem(int status, String code, String detail, @Nullable String field) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.field = field;
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, null);
    }

    /** The problem for a failure. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case Rejection rejection -> of(rejection);
            case OverloadedException _ -> overloaded();
            case UnavailableException unavailable -> unavailable(unavailable.dependency());
            default -> internal();
        };
    }

    static Problem of(Rejection rejection) {
        Problem problem = new Problem(status(rejection.kind()), rejection.code(), rejection.text(), rejection.field());
        long wait = rejection.retryAfterSeconds();
        return wait == 0 ? problem : problem.header("retry-after", Long.toString(wait));
    }

    private static int status(Rejection.Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_MANY -> 429;
        };
    }

    public static Problem headersTooLarge() {
        return new Problem(431, "headers_too_large", "The headers are too large.");
    }

    /** A temporary 503. */
    public static Problem overloaded() {
        return new Problem(503, "overloaded", "The server is overloaded: try again in a moment.");
    }

    /**
     * A temporary 503 for one part of the service.
     *
     * @param dependency a store or another role
     */
    public static Problem unavailable(String dependency) {
        return new Problem(
                503, "unavailable", "The service '" + dependency + "' is unavailable: try again in a moment.");
    }

    public static Problem malformedRequest() {
        return new Problem(400, "malformed_request", "Not a valid HTTP request.");
    }

    /** The server failed; the log contains the cause. */
    public static Problem internal() {
        return new Problem(500, "internal", "An internal error occurred. Report the request id to the operator.");
    }

    /** Adds a response header. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds what the client has to send to continue, as the member {@code challenge}. */
    public Problem challenge(String value) {
        challenge = value;
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String field() {
        return field;
    }

    /** The response to the request of this thread. */
    public Response response(String requestId) {
        return response(requestId, currentTraceId());
    }

    /** The problem as a stream event; streams have no request id. */
    public EncodedJson event() {
        return body("", currentTraceId());
    }

    private static @Nullable String currentTraceId() {
        Span span = Activity.currentSpan();
        return span == null ? null : span.traceId();
    }

    /** @param traceId of the request, null if it is not traced */
    Response response(String requestId, @Nullable String traceId) {
        Response response = Response.encoded(status, body(requestId, traceId)).contentType("application/problem+json");
        headers.forEach(response::header);
        return switch (status) {
            case 401 -> response.header("www-authenticate", "Bearer");
            case 503 -> response.header("retry-after", "1");
            default -> response;
        };
    }

    private EncodedJson body(String requestId, @Nullable String traceId) {
        return EncodedJson.of(new Body(
                "urn:roost:problem:" + code,
                TITLES.getOrDefault(status, "Error"),
                status,
                detail,
                code,
                field,
                challenge,
                requestId,
                traceId));
    }

    private record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable String field,
            @Nullable String challenge,
            String requestId,
            @Nullable String traceId) {}
}

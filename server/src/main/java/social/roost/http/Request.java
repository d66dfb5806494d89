package social.roost.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.http.Admission.Admitted;
import social.roost.http.Authentication.Identity;

/** A request whose body has arrived, with strict accessors that reject invalid values and name the field. */
public final class Request {
    private static final String JSON = "application/json";
    private static final int NORMAL_LIMIT = 50;
    private static final int MAXIMUM_LIMIT = 100;

    private final Sender sender;
    private final @Nullable String query;
    private final List<String> pathParameters;
    private final byte[] body;
    private final @Nullable BodyStream stream;
    private Admitted admitted;
    private @Nullable Map<String, List<String>> queryParameters;

    /** @param stream the body if the handler reads it while it arrives; null for any other route */
    Request(
            Sender sender,
            @Nullable String query,
            List<String> pathParameters,
            byte[] body,
            @Nullable BodyStream stream,
            Admitted admitted) {
        this.sender = sender;
        this.stream = stream;
        this.query = query;
        this.pathParameters = pathParameters;
        this.body = body;
        this.admitted = admitted;
    }

    /** The caller; only on routes with {@link Route.Access#LOGGED_IN}. */
    public Caller caller() {
        return optionalCaller().orElseThrow(Authentication::unauthorized);
    }

    /** The caller's token; only on routes with {@link Route.Access#LOGGED_IN}. */
    public String token() {
        return Optional.ofNullable(identity().token()).orElseThrow(() -> new IllegalStateException("No token"));
    }

    /** Whether the caller was identified by the {@link SessionCookie}. */
    public boolean isByCookie() {
        return identity().isByCookie();
    }

    /** A number for the client's network: its IPv4 address, or the /64 of its IPv6 address. */
    public long network() {
        return sender.network();
    }

    /** The host name that the client requested, without the port; empty if there is none. */
    public String host() {
        return sender.host();
    }

    /** A number for the /48 of the client's IPv6 address, which one site may have; empty for an IPv4 address. */
    public OptionalLong site() {
        return sender.site();
    }

    /**
     * The value of a cookie; null if it was not sent.
     *
     * @param secure whether cookies are always {@code Secure}
     */
    public @Nullable String cookie(BrowserCookie cookie, boolean secure) {
        return cookie.read(sender.headers().getAll("cookie"), secure);
    }

    /** Whether the client is on this machine. */
    public boolean isLocal() {
        return sender.isLocal();
    }

    /** Whether the client uses TLS, as far as is known here. */
    public boolean isSecure() {
        return sender.isSecure();
    }

    /**
     * Rejects requests of pages of other origins.
     *
     * @throws Problem 403
     */
    public void requireOwnPage() {
        sender.requireOwnPage();
    }

    public Optional<Caller> optionalCaller() {
        return Optional.ofNullable(identity().caller());
    }

    /** The caller's id; 0 if nobody is logged in. */
    public long viewerId() {
        Caller caller = identity().caller();
        return caller == null ? 0 : caller.userId();
    }

    /**
     * Counts this request several more times towards the rate limit of its route.
     *
     * @throws Problem 429 if that would exceed it
     */
    public void count(int times) {
        admitted = admitted.counted(times);
    }

    Admitted admitted() {
        return admitted;
    }

    private Identity identity() {
        return admitted.identity();
    }

    MultiMap headers() {
        return sender.headers();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(sender.header(name));
    }

    /** Whether the client wants only the head of the response. */
    public boolean isHead() {
        return sender.isHead();
    }

    /** The body, only on routes that {@link Route#receiving receive} it; invites a waiting client to send it. */
    public BodyStream stream() {
        BodyStream arriving = Optional.ofNullable(stream).orElseThrow(() -> new IllegalStateException("No stream"));
        arriving.invite();
        return arriving;
    }

    /** The body as JSON. */
    public <T> T json(Class<T> type) {
        String contentType = header("content-type").orElse("").split(";", 2)[0].strip();
        if (!contentType.equalsIgnoreCase(JSON)) {
            throw new Problem(415, "unsupported_media_type", "Send the body as 'Content-Type: application/json'.");
        }
        return Json.decode(body, type);
    }

    /** The body as JSON, if there is one. */
    public <T> Optional<T> optionalJson(Class<T> type) {
        return body.length == 0 ? Optional.empty() : Optional.of(json(type));
    }

    /** The path parameter at this index, decoded. */
    public String pathParameter(int index) {
        try {
            return QueryStringDecoder.decodeComponent(pathParameters.get(index).replace("+", "%2B"));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "malformed_path", "The path contains malformed percent-encoding.");
        }
    }

    /**
     * The path parameter as an id.
     *
     * @throws Rejection NOT_FOUND if it is not an id, because nothing has that id
     */
    public long pathId(int index, String what) {
        return Ids.parse(pathParameters.get(index)).orElseThrow(() -> Rejection.notFound(what));
    }

    public Optional<String> query(String name) {
        List<String> values = queryParameters().get(name);
        return values == null ? Optional.empty() : Optional.of(values.getLast());
    }

    /**
     * A query parameter with a list of ids.
     *
     * @throws Rejection INVALID if the list is empty or too long, or contains an invalid id
     */
    public long[] ids(String name, int maximum) {
        String[] texts = query(name).map(text -> text.split(",")).orElse(new String[0]);
        if (texts.length < 1 || texts.length > maximum) {
            throw Rejection.invalid(name, "Expected 1 to " + maximum + " comma-separated ids.");
        }
        return Arrays.stream(texts)
                .mapToLong(text -> Ids.parse(text)
                        .orElseThrow(() -> Rejection.invalid(name, "At least one of these is not a valid id.")))
                .toArray();
    }

    /** The requested page of a list. */
    public PageRequest page() {
        return new PageRequest(cursor(), limit());
    }

    private int limit() {
        if (query == null) {
            return NORMAL_LIMIT;
        }
        return query("limit").map(Request::parseLimit).orElse(NORMAL_LIMIT);
    }

    private Optional<Cursor> cursor() {
        if (query == null) {
            return Optional.empty();
        }
        return query("cursor").map(text -> Cursor.decode(text).orElseThrow(Cursor::invalid));
    }

    private static int parseLimit(String text) {
        long limit = Ids.parse(text).orElse(0);
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw Rejection.invalid("limit", "The limit must be a number from 1 to " + MAXIMUM_LIMIT + ".");
        }
        return (int) limit;
    }

    private Map<String, List<String>> queryParameters() {
        if (queryParameters == null) {
            try {
                queryParameters = query == null ? Map.of() : new QueryStringDecoder(query, false).parameters();
            } catch (IllegalArgumentException e) {
                throw new Problem(400, "malformed_query", "The query contains malformed percent-encoding.");
            }
        }
        return queryParameters;
    }
}

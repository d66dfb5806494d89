package social.roost.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request and its response, which is written on the event loop of the request. */
public final class Exchange {
    /** Resets an HTTP/2 stream because too much is buffered for clients (RFC 9113, section 7). */
    public static final int TOO_MUCH_WAITS = 0xb;

    /** A browser must not run or display anything in an API response, whatever type it assumes. */
    static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");

    static final CharSequence NOTHING_ALLOWED =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    // Names and values in every response are hashed and encoded once.
    private static final CharSequence REQUEST_ID_HEADER = HttpHeaders.createOptimized("x-request-id");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private static final long LINGER_BYTES = 8 << 20;
    static final int UPGRADE_REQUIRED = 426;
    private static final CharSequence CONTENT_ENCODING = HttpHeaders.CONTENT_ENCODING;
    private static final String UNENCODED = AcceptedEncodings.IDENTITY;

    private final HttpServerRequest request;
    private final Listening listener;
    private final Context context;
    private final String requestId;
    private final Observation observation;
    private final Parting parting;
    private @Nullable ClientAddress client;
    private boolean held;

    /** Called on the event loop. */
    Exchange(HttpServerRequest request, Listening listener) {
        this.request = request;
        this.listener = listener;
        this.context = Objects.requireNonNull(Vertx.currentContext());
        this.requestId = RequestId.of(request.getHeader(REQUEST_ID_HEADER));
        this.observation =
                new Observation(request, requestId, listener.meters(), listener.proxies(), listener.accessLog());
        this.parting = new Parting(request, context, listener);
    }

    public HttpServerRequest request() {
        return request;
    }

    public String method() {
        return request.method().name();
    }

    /** The client's address as text, determined through trusted proxies. */
    public String clientAddress() {
        return client().toString();
    }

    /** A number for the network of the client: an IPv4 address, or the first 64 bits of an IPv6 address. */
    public long clientNetwork() {
        return client().network();
    }

    private ClientAddress client() {
        ClientAddress known = client;
        if (known == null) {
            known = listener.proxies().client(request);
            client = known;
        }
        return known;
    }

    Sender sender() {
        return new Sender(request, listener.proxies());
    }

    /** The path, not decoded. */
    public String path() {
        return Objects.requireNonNullElse(request.path(), "");
    }

    /** Path and query, not decoded. */
    public String target() {
        String query = request.query();
        return query == null ? path() : path() + "?" + query;
    }

    /** The id sent by the client, or a new one. */
    public String requestId() {
        return requestId;
    }

    /** The metrics, trace and log entry of this request. */
    public Observation observation() {
        return observation;
    }

    /** Turns a problem into the response to this request. */
    Response response(Problem problem) {
        return problem.response(requestId, observation.traceId());
    }

    /**
     * Schedules an action on the event loop.
     *
     * @return the timer's id, for cancelling it
     */
    long after(Duration time, Runnable action) {
        return context.owner().setTimer(time.toMillis(), id -> action.run());
    }

    void cancel(long timer) {
        context.owner().cancelTimer(timer);
    }

    /** The limits on waiting for the client. */
    ClientBounds bounds() {
        return listener.bounds();
    }

    /** Closes the exchange. */
    Parting parting() {
        return parting;
    }

    /**
     * Reads the whole body, if there is one; responds with a problem if it is too large or too slow. Called on the
     * event loop.
     *
     * @param whenRead called on the event loop with the body
     */
    public void readBody(Consumer<Buffer> whenRead) {
        BodyReader.read(this, listener.maximumBody(), whenRead);
    }

    public boolean hasBody() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                ? !length.equals("0")
                : request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || isStream();
    }

    /**
     * Stops reading, because a request that has been read to its end cannot become a WebSocket. Called on the event
     * loop.
     */
    void holdForUpgrade() {
        if (asksForWebSocket()) {
            request.pause();
            held = true;
        }
    }

    void resume() {
        if (held) {
            held = false;
            request.resume();
        }
    }

    /** Called from any thread. The rest of the request is not read. */
    void answer(Response response) {
        context.runOnContext(nothing -> {
            resume();
            if (isUnread()) {
                refuse(response);
                return;
            }
            boolean close = listener.draining().getAsBoolean();
            Future<Void> written = write(response, close);
            if (close) {
                var _ = written.onComplete(done -> breakOff());
            }
        });
    }

    /**
     * Responds with an event stream. Called from any thread.
     *
     * @param handlers where its listener is called
     */
    void open(EventStream.Opening opening, Executor handlers) {
        context.runOnContext(nothing -> new StreamOpening(this, opening, handlers).open());
    }

    /** Reading such a body would wait for something that no WebSocket handshake has. */
    boolean isUpgradeWithBody() {
        return isUpgrade() && hasBody();
    }

    /** Whether the client requests a WebSocket over HTTP/1.1. */
    public boolean isUpgrade() {
        return "websocket".equalsIgnoreCase(request.getHeader("upgrade")) && !isHttp2();
    }

    /** Whether the request is a complete WebSocket handshake. */
    boolean asksForWebSocket() {
        return isUpgrade()
                && method().equals("GET")
                && "13".equals(request.getHeader("sec-websocket-version"))
                && request.getHeader("sec-websocket-key") != null;
    }

    /** See {@link #answer(Response)}. */
    public void answer(Problem problem) {
        answer(response(problem));
    }

    /** Responds immediately, on the event loop, then closes the connection or resets the HTTP/2 stream. */
    public void refuse(Problem problem) {
        refuse(response(problem));
    }

    /** Responds, on the event loop, that the path does not exist or, if it does, which methods it allows. */
    public void answerNoRoute(Set<String> methods) {
        if (methods.isEmpty()) {
            answer(new Problem(404, "not_found", "Unknown path."));
            return;
        }
        String allow = String.join(", ", methods) + (methods.contains("GET") ? ", HEAD" : "") + ", OPTIONS";
        Response response = method().equals("OPTIONS")
                ? Response.noContent()
                : response(new Problem(405, "method_not_allowed", "Allowed methods: " + allow + "."));
        answer(response.header("allow", allow));
    }

    /**
     * Starts a response on the event loop; the caller adds headers and body. {@link #end} or {@link #breakOff} must
     * follow.
     */
    public HttpServerResponse begin(int status) {
        HttpServerResponse out = request.response().setStatusCode(status).putHeader(REQUEST_ID_HEADER, requestId);
        listener.browserHeaders().add(request, sender().isSecure(), out.headers());
        if (status == UPGRADE_REQUIRED && !isHttp2()) {
            // A role answers a gateway over HTTP/2, which forbids this header.
            out.putHeader("upgrade", "websocket").putHeader("connection", "upgrade");
        }
        if (isLast() && !isHttp2()) {
            out.putHeader("connection", "close");
        }
        return out;
    }

    /**
     * Gives the client time to receive what was written, and counts it as pending meanwhile; a client that does not
     * receive it is disconnected.
     */
    public void awaitReceipt(Future<Void> written, long bytes) {
        parting.awaitReceipt(written, bytes);
    }

    /** Disconnects the client unless this completes shortly. */
    public void cutOffSoonUnless(Future<?> done) {
        parting.cutOffUnless(done, Parting.LINGER);
    }

    /**
     * Starts to count what is buffered for this client.
     *
     * @param evict called at most once, on the event loop, if all clients together exceed the limit and this one holds
     *     the most
     */
    public PendingBytes.Hold hold(Runnable evict) {
        return parting.hold(evict);
    }

    /** The response is completely written. */
    public void end() {
        observation.answered(request.response().getStatusCode());
        if (isLast()) {
            Promise<Void> quiet = Promise.promise();
            discardRest(quiet);
            quiet.future().onComplete(nothing -> breakOff());
        }
    }

    private boolean isUnread() {
        return hasBody() && !request.isEnded();
    }

    private boolean isLast() {
        return listener.draining().getAsBoolean() || !request.isEnded();
    }

    /**
     * Responds, on the event loop, without handling the rest of the request, then closes the connection or resets the
     * HTTP/2 stream. It continues to read for a moment first, so that a client that is still sending receives the
     * response.
     */
    private void refuse(Response response) {
        if (request.response().headWritten() && !request.response().ended()) {
            breakOff();
            return;
        }
        Promise<Void> quiet = Promise.promise();
        discardRest(quiet);
        var _ = write(response, true).onComplete(done -> quiet.future().onComplete(nothing -> breakOff()));
    }

    private void discardRest(Promise<Void> quiet) {
        if (request.isEnded()) {
            quiet.complete();
            return;
        }
        long timer = after(Parting.LINGER, quiet::tryComplete);
        quiet.future().onComplete(done -> cancel(timer));
        long[] left = {LINGER_BYTES};
        request.resume().handler(chunk -> {
            left[0] -= chunk.length();
            if (left[0] < 0) {
                quiet.tryComplete();
            }
        });
        request.endHandler(end -> quiet.tryComplete()).exceptionHandler(gone -> quiet.tryComplete());
    }

    /**
     * Closes the connection or resets the HTTP/2 stream, so that the client cannot mistake a partial response for a
     * complete one.
     */
    public void breakOff() {
        parting.breakOff();
    }

    private boolean isStream() {
        return isHttp2() && !request.isEnded();
    }

    public boolean isHttp2() {
        return request.version() == HttpVersion.HTTP_2;
    }

    private Future<Void> write(Response response, boolean close) {
        HttpServerResponse out = request.response();
        Response.Body body = response.content();
        if (out.ended() || out.closed()) {
            FileSender.close(body.channel());
            return Future.succeededFuture();
        }
        writeHead(out, response);
        if (close && !isHttp2()) {
            out.putHeader("connection", "close");
        }
        Future<Void> written = body.channel() != null
                ? FileSender.send(out, body)
                : hasNoBody(response) ? out.end() : out.end(body.bytes());
        // A file takes no memory while it is sent.
        parting.awaitReceipt(written, body.bytes().length(), body.length());
        observation.answered(response.status());
        return written;
    }

    private boolean hasNoBody(Response response) {
        return method().equals("HEAD") || response.isEmpty();
    }

    private void writeHead(HttpServerResponse out, Response response) {
        out.setStatusCode(response.status());
        out.putHeader(REQUEST_ID_HEADER, requestId);
        out.putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        out.putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        out.putHeader(CONTENT_SECURITY_POLICY, NOTHING_ALLOWED);
        for (Response.Header header : response.headers()) {
            out.putHeader(header.name(), header.values());
        }
        listener.browserHeaders().add(request, sender().isSecure(), out.headers());
        if (!response.isEmpty()) {
            out.putHeader(HttpHeaders.CONTENT_TYPE, response.contentType());
            out.putHeader(
                    HttpHeaders.CONTENT_LENGTH, Long.toString(response.content().length()));
        }
        if (!isHttp2() && hasNoBody(response) && UNENCODED.equals(out.headers().get(CONTENT_ENCODING))) {
            // If there is a body, the compression handler removes this header.
            out.headers().remove(CONTENT_ENCODING);
        }
        if (isHttp2()
                && (hasNoBody(response) || response.body().length() < HttpServer.COMPRESSED_FROM)
                && !out.headers().contains(CONTENT_ENCODING)) {
            // Vert.x applies its threshold to HTTP/1.1 only.
            out.putHeader(CONTENT_ENCODING, UNENCODED);
        }
    }
}

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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request and its answer, which is written on the event loop that the request came from. */
public final class Exchange {
    /** The code with which an HTTP/2 stream is reset because too much waits for clients (RFC 9113, section 7). */
    public static final int TOO_MUCH_WAITS = 0xb;

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Nothing in an answer of the API is to be run or shown, whatever a browser takes it for. */
    static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");

    static final CharSequence NOTHING_ALLOWED =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    // Names and values that every answer has are hashed and encoded once.
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
    private boolean held;

    /** Called on the event loop. */
    Exchange(HttpServerRequest request, Listening listener) {
        this.request = request;
        this.listener = listener;
        this.context = Objects.requireNonNull(Vertx.currentContext());
        this.requestId = requestId(request.getHeader(REQUEST_ID_HEADER));
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

    /** Where the client is, as text: past the proxies that are believed. */
    public String clientAddress() {
        return listener.proxies().client(request).toString();
    }

    Sender sender() {
        return new Sender(request, listener.proxies());
    }

    /** Undecoded. */
    public String path() {
        return Objects.requireNonNullElse(request.path(), "");
    }

    /** Path and query, undecoded. */
    public String target() {
        String query = request.query();
        return query == null ? path() : path() + "?" + query;
    }

    /** As the client sent it, or made here. */
    public String requestId() {
        return requestId;
    }

    /** What is recorded of it. */
    public Observation observation() {
        return observation;
    }

    /** As the answer to this request. */
    Response response(Problem problem) {
        return problem.response(requestId, observation.traceId());
    }

    /**
     * Has something done on the event loop in a while, unless it is cancelled before.
     *
     * @return what to cancel it by
     */
    long after(Duration time, Runnable action) {
        return context.owner().setTimer(time.toMillis(), id -> action.run());
    }

    void cancel(long timer) {
        context.owner().cancelTimer(timer);
    }

    /** How long the client is waited for, and for how many bytes. */
    ClientBounds bounds() {
        return listener.bounds();
    }

    /** How the exchange is ended. */
    Parting parting() {
        return parting;
    }

    /**
     * Reads the body whole, if there is one, and answers with a problem when it is too large or too slow. Called on the event
     * loop.
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

    /** A request that has been read to its end cannot become a WebSocket any more. Called on the event loop. */
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

    /** Called from any thread. What is left of the request is not read. */
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
     * Answers with a stream of events. Called from any thread.
     *
     * @param handlers where its listener is told what happens
     */
    void open(EventStream.Opening opening, Executor handlers) {
        context.runOnContext(nothing -> new StreamOpening(this, opening, handlers).open());
    }

    /** Whoever waits for such a body waits for what no WebSocket handshake has. */
    boolean isUpgradeWithBody() {
        return isUpgrade() && hasBody();
    }

    /** Whether the client asks, by HTTP/1.1, for the connection to become a WebSocket. */
    public boolean isUpgrade() {
        return "websocket".equalsIgnoreCase(request.getHeader("upgrade")) && !isHttp2();
    }

    /** Whether its handshake is complete, too. */
    boolean asksForWebSocket() {
        return isUpgrade()
                && method().equals("GET")
                && "13".equals(request.getHeader("sec-websocket-version"))
                && request.getHeader("sec-websocket-key") != null;
    }

    /** As {@link #answer(Response)}. */
    public void answer(Problem problem) {
        answer(response(problem));
    }

    /** Answers at once, on the event loop, and then ends the connection or, on HTTP/2, the stream. */
    public void refuse(Problem problem) {
        refuse(response(problem));
    }

    /** Answers on the event loop that the path does not exist or, if it has methods, what they are. */
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
     * Begins an answer on the event loop whose headers and body the caller adds. To be followed by {@link #end} or {@link
     * #breakOff}.
     */
    public HttpServerResponse begin(int status) {
        HttpServerResponse out = request.response().setStatusCode(status).putHeader(REQUEST_ID_HEADER, requestId);
        listener.browserHeaders().add(request, sender().isSecure(), out.headers());
        if (status == UPGRADE_REQUIRED && !isHttp2()) {
            // A role answers a gateway over HTTP/2, where it must not say this.
            out.putHeader("upgrade", "websocket").putHeader("connection", "upgrade");
        }
        if (isLast() && !isHttp2()) {
            out.putHeader("connection", "close");
        }
        return out;
    }

    /**
     * Gives the client time to receive what was written for it, and counts it meanwhile; a client that does not receive it is
     * cut off.
     */
    public void awaitReceipt(Future<Void> written, long bytes) {
        parting.awaitReceipt(written, bytes);
    }

    /** Cuts the client off unless this is done in a moment. */
    public void cutOffSoonUnless(Future<?> done) {
        parting.cutOffUnless(done, Parting.LINGER);
    }

    /**
     * Begins to count what is kept for this client.
     *
     * @param evict called at most once, on the event loop, when all clients together hold too much and this one the most
     */
    public PendingBytes.Hold hold(Runnable evict) {
        return parting.hold(evict);
    }

    /** The answer that was begun is written to its end. */
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
     * Answers on the event loop what is not read any further, and then ends the connection or, on HTTP/2, the stream. Reads on
     * for a moment before it does, so that a client that is still sending finds the answer.
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
        request.endHandler(end -> quiet.tryComplete());
    }

    /** Ends the connection or, on HTTP/2, the stream, so that a client cannot take what it has received for the whole. */
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
        if (out.ended() || out.closed()) {
            return Future.succeededFuture();
        }
        writeHead(out, response);
        if (close && !isHttp2()) {
            out.putHeader("connection", "close");
        }
        Buffer body = response.body();
        Future<Void> written = hasNoBody(response) ? out.end() : out.end(body);
        parting.awaitReceipt(written, body.length());
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
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(response.body().length()));
        }
        if (!isHttp2() && hasNoBody(response) && UNENCODED.equals(out.headers().get(CONTENT_ENCODING))) {
            // Where there is a body, the compression takes this out.
            out.headers().remove(CONTENT_ENCODING);
        }
        if (isHttp2()
                && (hasNoBody(response) || response.body().length() < HttpServer.COMPRESSED_FROM)
                && !out.headers().contains(CONTENT_ENCODING)) {
            // Vert.x heeds its threshold on HTTP/1.1 only.
            out.putHeader(CONTENT_ENCODING, UNENCODED);
        }
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && REQUEST_ID.matcher(sent).matches()
                ? sent
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}

package social.roost.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request and its answer, which is written on the event loop that the request came from. */
public final class Exchange {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Nothing in an answer of the API is to be run or shown, whatever a browser takes it for. */
    static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");

    static final CharSequence NOTHING_ALLOWED =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final long LINGER_BYTES = 8 << 20;
    private static final int UPGRADE_REQUIRED = 426;
    private static final String CONTENT_ENCODING = "content-encoding";
    private static final String UNENCODED = AcceptedEncodings.IDENTITY;

    private final HttpServerRequest request;
    private final BooleanSupplier draining;
    private final TrustedProxies proxies;
    private final BrowserHeaders browserHeaders;
    private final Context context;
    private final String requestId;
    private final Observation observation;
    private boolean held;

    /**
     * Called on the event loop.
     *
     * @param draining whether the connection shall end with this answer
     */
    Exchange(
            HttpServerRequest request,
            boolean accessLog,
            BooleanSupplier draining,
            RequestMeters meters,
            TrustedProxies proxies,
            BrowserHeaders browserHeaders) {
        this.request = request;
        this.draining = draining;
        this.proxies = proxies;
        this.browserHeaders = browserHeaders;
        this.context = Objects.requireNonNull(Vertx.currentContext());
        this.requestId = requestId(request.getHeader("x-request-id"));
        this.observation = new Observation(request, requestId, meters, proxies, accessLog);
    }

    public HttpServerRequest request() {
        return request;
    }

    public String method() {
        return request.method().name();
    }

    /** Where the client is, as text: past the proxies that are believed. */
    public String clientAddress() {
        return proxies.client(request).toString();
    }

    Sender sender() {
        return new Sender(request, proxies);
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

    public boolean hasBody() {
        String length = request.getHeader("content-length");
        return length != null ? !length.equals("0") : request.getHeader("transfer-encoding") != null || isStream();
    }

    /** A request that has been read to its end cannot become a WebSocket any more. Called on the event loop. */
    void holdForUpgrade() {
        if (asksForWebSocket()) {
            request.pause();
            held = true;
        }
    }

    private void resume() {
        if (held) {
            held = false;
            request.resume();
        }
    }

    /** Called from any thread. */
    void answer(Response response) {
        context.runOnContext(nothing -> {
            resume();
            boolean close = draining.getAsBoolean();
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
        context.runOnContext(nothing -> {
            switch (opening.kind()) {
                case WEB_SOCKET -> openWebSocket(opening, handlers);
                case SERVER_SENT_EVENTS -> openServerSentEvents(opening, handlers);
            }
        });
    }

    private void openServerSentEvents(EventStream.Opening opening, Executor handlers) {
        resume();
        if (request.response().closed()) {
            return;
        }
        if (method().equals("HEAD")) {
            HttpServerResponse head = ServerSentEvents.head(this);
            // Where there is a body, the compression takes this out again.
            head.headers().remove(CONTENT_ENCODING);
            var _ = head.end();
            end();
        } else {
            var _ = new ServerSentEvents(this, opening.listener(), handlers);
        }
    }

    private void openWebSocket(EventStream.Opening opening, Executor handlers) {
        if (!asksForWebSocket()) {
            answer(upgradeRequired());
            return;
        }
        request.toWebSocket()
                .onSuccess(socket -> {
                    HeadDeadline.leave(request.connection());
                    forgetHeaders();
                    var _ = new WebSocketEvents(this, socket, opening.listener(), handlers);
                })
                .onFailure(e -> breakOff());
    }

    /** HTTP/2 has no upgrades, and forbids the header that names one (RFC 9113, section 8.2.2). */
    private Response upgradeRequired() {
        Response response = response(new Problem(
                UPGRADE_REQUIRED, "upgrade_required", "This address is for WebSockets (version 13) over HTTP/1.1."));
        return isHttp2() ? response : response.header("upgrade", "websocket").header("connection", "upgrade");
    }

    /** Vert.x keeps the request as long as its WebSocket, of which there are many. */
    private void forgetHeaders() {
        request.headers().clear();
        request.response().headers().clear();
    }

    private boolean asksForWebSocket() {
        return "websocket".equalsIgnoreCase(request.getHeader("upgrade"))
                && !isHttp2()
                && method().equals("GET")
                && "13".equals(request.getHeader("sec-websocket-version"))
                && request.getHeader("sec-websocket-key") != null;
    }

    /** Answers on the event loop; what is left of the request is not read. */
    public void answer(Problem problem) {
        answerUnread(response(problem));
    }

    /** Answers at once, on the event loop, and then ends the connection or, on HTTP/2, the stream. */
    public void refuse(Problem problem) {
        refuse(response(problem));
    }

    /** Answers on the event loop that the path does not exist or, if it has methods, what they are. */
    public void answerNoRoute(Set<String> methods) {
        if (methods.isEmpty()) {
            answer(new Problem(404, "not_found", "There is nothing at this address."));
            return;
        }
        String allow = String.join(", ", methods) + (methods.contains("GET") ? ", HEAD" : "") + ", OPTIONS";
        Response response = method().equals("OPTIONS")
                ? Response.noContent()
                : response(new Problem(405, "method_not_allowed", "This address takes: " + allow + "."));
        answerUnread(response.header("allow", allow));
    }

    /** Answers on the event loop; what is left of the request is not read. */
    void answerUnread(Response response) {
        if (hasBody() && !request.isEnded()) {
            refuse(response);
        } else {
            answer(response);
        }
    }

    /**
     * Begins an answer on the event loop whose headers and body the caller adds. To be followed by {@link #end} or {@link
     * #breakOff}.
     */
    public HttpServerResponse begin(int status) {
        HttpServerResponse out = request.response().setStatusCode(status).putHeader("x-request-id", requestId);
        browserHeaders.add(request, sender().isSecure(), out.headers());
        if (status == UPGRADE_REQUIRED && !isHttp2()) {
            // A role answers a gateway over HTTP/2, where it must not say this.
            out.putHeader("upgrade", "websocket").putHeader("connection", "upgrade");
        }
        if (isLast() && !isHttp2()) {
            out.putHeader("connection", "close");
        }
        return out;
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

    private boolean isLast() {
        return draining.getAsBoolean() || !request.isEnded();
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
        long timer = after(LINGER, quiet::tryComplete);
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

    /** Ends the connection or, on HTTP/2, the stream, so that a client cannot take what it has got for the whole. */
    public void breakOff() {
        if (!isHttp2()) {
            var _ = request.connection().close();
        } else if (!request.isEnded() || !request.response().ended()) {
            var _ = request.response().reset(0);
        }
    }

    /**
     * As {@link #breakOff}, once all is written, or in a moment if the client does not take it in: past the handlers of Vert.x, which
     * would wait for what is still to be written.
     */
    void breakOffAfter(Future<Void> written) {
        long timer = after(LINGER, this::cutOff);
        var _ = written.onComplete(done -> {
            cancel(timer);
            breakOff();
        });
    }

    private void cutOff() {
        if (!isHttp2() && request.connection() instanceof HttpServerConnection connection) {
            var _ = connection.channelHandlerContext().pipeline().firstContext().close();
        } else {
            breakOff();
        }
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
        Future<Void> written = hasNoBody(response) ? out.end() : out.end(response.body());
        observation.answered(response.status());
        return written;
    }

    private boolean hasNoBody(Response response) {
        return method().equals("HEAD") || response.isEmpty();
    }

    private void writeHead(HttpServerResponse out, Response response) {
        out.setStatusCode(response.status());
        out.putHeader("x-request-id", requestId);
        out.putHeader("x-content-type-options", "nosniff");
        out.putHeader("cache-control", "no-store");
        out.putHeader(CONTENT_SECURITY_POLICY, NOTHING_ALLOWED);
        for (Response.Header header : response.headers()) {
            out.putHeader(header.name(), header.values());
        }
        browserHeaders.add(request, sender().isSecure(), out.headers());
        if (!response.isEmpty()) {
            out.putHeader("content-type", response.contentType());
            out.putHeader("content-length", Integer.toString(response.body().length()));
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

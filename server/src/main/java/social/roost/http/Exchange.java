package social.roost.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer, which is written on the event loop that the request came from. */
final class Exchange {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final long LINGER_MILLIS = 2_000;
    private static final long LINGER_BYTES = 8 << 20;

    private final HttpServerRequest request;
    private final boolean accessLog;
    private final Context context;
    private final long startNanos = System.nanoTime();
    private final String requestId;

    /** Called on the event loop. */
    Exchange(HttpServerRequest request, boolean accessLog) {
        this.request = request;
        this.accessLog = accessLog;
        this.context = Objects.requireNonNull(Vertx.currentContext());
        this.requestId = requestId(request.getHeader("x-request-id"));
    }

    HttpServerRequest request() {
        return request;
    }

    String method() {
        return request.method().name();
    }

    String path() {
        return Objects.requireNonNullElse(request.path(), "");
    }

    /** As the client sent it, or made here. */
    String requestId() {
        return requestId;
    }

    boolean hasBody() {
        String length = request.getHeader("content-length");
        return length != null ? !length.equals("0") : request.getHeader("transfer-encoding") != null || isStream();
    }

    /** Called from any thread. */
    void answer(Response response, boolean close) {
        context.runOnContext(nothing -> {
            Future<Void> written = write(response, close);
            if (close) {
                var _ = written.onComplete(done -> breakOff());
            }
        });
    }

    /**
     * Answers on the event loop what is not read any further, and then ends the connection or, on HTTP/2, the stream. Reads on
     * for a moment before it does, so that a client that is still sending finds the answer.
     */
    void refuse(Response response) {
        Promise<Void> quiet = Promise.promise();
        discardRest(quiet);
        var _ = write(response, true).onComplete(done -> quiet.future().onComplete(nothing -> breakOff()));
    }

    private void discardRest(Promise<Void> quiet) {
        if (request.isEnded()) {
            quiet.complete();
            return;
        }
        long timer = context.owner().setTimer(LINGER_MILLIS, id -> quiet.tryComplete());
        quiet.future().onComplete(done -> context.owner().cancelTimer(timer));
        long[] left = {LINGER_BYTES};
        request.handler(chunk -> {
            left[0] -= chunk.length();
            if (left[0] < 0) {
                quiet.tryComplete();
            }
        });
        request.endHandler(end -> quiet.tryComplete());
    }

    private void breakOff() {
        if (!isHttp2()) {
            var _ = request.connection().close();
        } else if (!request.isEnded()) {
            var _ = request.response().reset(0);
        }
    }

    private boolean isStream() {
        return isHttp2() && !request.isEnded();
    }

    private boolean isHttp2() {
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
        if (accessLog) {
            long micros = (System.nanoTime() - startNanos) / 1000;
            ACCESS.info("{} {} {} {} us {}", method(), path(), response.status(), micros, requestId);
        }
        return written;
    }

    private boolean hasNoBody(Response response) {
        return method().equals("HEAD") || response.status() == 204;
    }

    private void writeHead(HttpServerResponse out, Response response) {
        out.setStatusCode(response.status());
        out.putHeader("x-request-id", requestId);
        out.putHeader("x-content-type-options", "nosniff");
        out.putHeader("cache-control", "no-store");
        for (Response.Header header : response.headers()) {
            out.putHeader(header.name(), header.value());
        }
        if (response.status() != 204) {
            out.putHeader("content-type", response.contentType());
            out.putHeader("content-length", Integer.toString(response.body().length()));
        }
        if (isHttp2() && (hasNoBody(response) || response.body().length() < HttpServer.COMPRESSED_FROM)) {
            // Vert.x heeds its threshold on HTTP/1.1 only.
            out.putHeader("content-encoding", "identity");
        }
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && REQUEST_ID.matcher(sent).matches()
                ? sent
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}

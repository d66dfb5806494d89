package social.roost.http;

import io.vertx.core.Context;
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
        context.runOnContext(nothing -> write(response, close));
    }

    /** Answers on the event loop without reading on, and closes the connection. */
    void refuse(Response response) {
        write(response, true);
    }

    private boolean isStream() {
        return request.version() == HttpVersion.HTTP_2 && !request.isEnded();
    }

    private void write(Response response, boolean close) {
        HttpServerResponse out = request.response();
        if (out.ended() || out.closed()) {
            return;
        }
        writeHead(out, response);
        boolean http1 = request.version() != HttpVersion.HTTP_2;
        if (close && http1) {
            out.putHeader("connection", "close");
        }
        if (method().equals("HEAD") || response.status() == 204) {
            out.end();
        } else {
            out.end(response.body());
        }
        if (accessLog) {
            long micros = (System.nanoTime() - startNanos) / 1000;
            ACCESS.info("{} {} {} {} us {}", method(), path(), response.status(), micros, requestId);
        }
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
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && REQUEST_ID.matcher(sent).matches()
                ? sent
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}

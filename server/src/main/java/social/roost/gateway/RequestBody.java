package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import social.roost.http.Exchange;

/** The body of a client's request: kept when it is small, so that it can be sent again, else passed on as it comes. */
final class RequestBody {
    private final HttpServerRequest request;
    private final @Nullable Buffer kept;

    private RequestBody(HttpServerRequest request, @Nullable Buffer kept) {
        this.request = request;
        this.kept = kept;
    }

    /** Comes when the body can be sent: whole if it is kept, else at once. */
    static Future<RequestBody> of(Exchange exchange, long keptBytes) {
        HttpServerRequest request = exchange.request();
        if (!exchange.hasBody()) {
            return Future.succeededFuture(new RequestBody(request, Buffer.buffer()));
        }
        if (isAtMost(request.getHeader("content-length"), keptBytes)) {
            return request.body().map(body -> new RequestBody(request, body));
        }
        request.pause();
        return Future.succeededFuture(new RequestBody(request, null));
    }

    private static boolean isAtMost(@Nullable String length, long bytes) {
        return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) <= bytes;
    }

    boolean isKept() {
        return kept != null;
    }

    /**
     * Sends all of it, at the pace of the slower side.
     *
     * @param whenSent runs when nothing is left of a body that is not kept
     */
    Future<HttpClientResponse> send(HttpClientRequest target, Runnable whenSent) {
        if (kept == null) {
            return stream(target, whenSent);
        }
        return kept.length() == 0 ? target.send() : target.send(kept);
    }

    private Future<HttpClientResponse> stream(HttpClientRequest target, Runnable whenSent) {
        target.setChunked(!target.headers().contains("content-length"));
        Future<HttpClientResponse> answer = target.response();
        var _ = request.pipe()
                .endOnFailure(false)
                .to(target)
                .onSuccess(done -> whenSent.run())
                .onFailure(e -> target.reset(0, e));
        return answer;
    }
}

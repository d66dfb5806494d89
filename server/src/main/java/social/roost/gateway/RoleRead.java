package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.roost.http.Exchange;

/** A read of the gateway itself from a role, as a visitor: one attempt, which may find nothing. */
final class RoleRead {
    private static final long DEADLINE_MILLIS = 1_000;

    private final Exchange exchange;
    private final Instances role;
    private final Upstream upstream;

    /** @param exchange on whose behalf */
    RoleRead(Exchange exchange, Instances role, Upstream upstream) {
        this.exchange = exchange;
        this.role = role;
        this.upstream = upstream;
    }

    /** The body of a 200. */
    Future<Optional<byte[]>> begin(String path) {
        RoleCapacity capacity = role.capacity();
        if (!capacity.tryEnter(exchange.clientNetwork())) {
            return Future.succeededFuture(Optional.empty());
        }
        Optional<InFlightCall> next = role.begin(Set.of());
        return next.map(call -> read(path, call))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .onComplete(_ -> capacity.leave(exchange.clientNetwork()))
                .otherwise(Optional.empty());
    }

    private Future<Optional<byte[]>> read(String path, InFlightCall call) {
        return upstream.call(call.instance(), HttpMethod.GET, path)
                .compose(this::send)
                .compose(RoleRead::body)
                .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
                .onComplete(_ -> call.end());
    }

    private Future<HttpClientResponse> send(HttpClientRequest request) {
        ForwardedHeaders.ofVisitor(exchange, request);
        return request.send();
    }

    private static Future<Optional<byte[]>> body(HttpClientResponse answer) {
        Future<Buffer> body = answer.body();
        return body.map(read -> answer.statusCode() == 200 ? Optional.of(read.getBytes()) : Optional.empty());
    }
}

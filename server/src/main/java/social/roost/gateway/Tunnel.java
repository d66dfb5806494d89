package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.roost.http.Exchange;
import social.roost.http.Problem;

/**
 * A connection that becomes a WebSocket: once the role has accepted, bytes pass in both directions unchanged until one
 * side closes. It counts as a call of its role only until then; otherwise open pages would leave no capacity for
 * requests.
 */
final class Tunnel {
    private static final String UPGRADE = "upgrade";
    private static final String WEB_SOCKET = "websocket";
    private static final int SWITCHING = 101;

    private final Exchange exchange;
    private final Instances role;
    private final Upstream upstream;
    private final Duration deadline;

    Tunnel(Exchange exchange, Instances role, Upstream upstream, Duration deadline) {
        this.exchange = exchange;
        this.role = role;
        this.upstream = upstream;
        this.deadline = deadline;
    }

    void open() {
        if (!role.capacity().tryEnter(exchange.clientNetwork())) {
            exchange.answer(Problem.overloaded());
            return;
        }
        exchange.request().pause();
        var _ = role.begin(Set.of())
                .map(this::open)
                .orElseGet(() -> Future.failedFuture("no instance"))
                .onFailure(e -> exchange.answer(Problem.unavailable(role.name())))
                .onComplete(done -> role.capacity().leave(exchange.clientNetwork()));
    }

    /** Completes when the role has accepted or rejected. */
    private Future<Void> open(InFlightCall inFlight) {
        return upstream.upgrade(inFlight.instance(), exchange.target())
                .compose(this::ask)
                .onSuccess(answer -> inFlight.succeeded())
                .onFailure(inFlight::failed)
                .compose(answer -> answer.statusCode() == SWITCHING ? join(answer, inFlight) : refuse(answer, inFlight))
                .onFailure(e -> inFlight.end());
    }

    private Future<HttpClientResponse> ask(HttpClientRequest request) {
        ForwardedHeaders.ofRequest(exchange, request);
        request.putHeader("connection", UPGRADE).putHeader(UPGRADE, WEB_SOCKET);
        return request.connect()
                .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(e -> request.reset());
    }

    /** The connection was for a WebSocket, so nothing else can use it. */
    private Future<Void> refuse(HttpClientResponse answer, InFlightCall inFlight) {
        Promise<Void> read = Promise.promise();
        var _ = RoleAnswer.passOn(answer, exchange, read::complete, read::fail);
        return read.future()
                .onSuccess(nothing -> inFlight.end())
                .onComplete(done -> answer.request().connection().close());
    }

    private Future<Void> join(HttpClientResponse answer, InFlightCall inFlight) {
        NetSocket there = answer.netSocket();
        there.pause();
        HttpServerResponse out = exchange.begin(SWITCHING);
        ForwardedHeaders.ofAnswer(answer.headers(), out.headers());
        out.putHeader("connection", UPGRADE).putHeader(UPGRADE, WEB_SOCKET);
        return exchange.request()
                .toNetSocket()
                .onSuccess(here -> {
                    here.closeHandler(nothing -> there.close()).pipeTo(there);
                    there.closeHandler(nothing -> {
                        inFlight.end();
                        exchange.cutOffSoonUnless(here.close());
                    });
                    RoleAnswer.pump(there, here, exchange);
                    there.resume();
                })
                .onFailure(e -> there.close())
                .mapEmpty();
    }
}

package social.roost.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;

/** A role that is only a listener, for tests that inspect the bytes it receives. */
final class BareRole implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final int port;

    BareRole(Handler<HttpServerRequest> handler) {
        this(handler, socket -> socket.close());
    }

    BareRole(Handler<HttpServerRequest> handler, Handler<ServerWebSocket> sockets) {
        port = vertx.createHttpServer()
                .requestHandler(request -> {
                    if ("/health/ready".equals(request.path())) {
                        request.response().end();
                    } else {
                        handler.handle(request);
                    }
                })
                .webSocketHandler(sockets)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

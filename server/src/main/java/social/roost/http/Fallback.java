package social.roost.http;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Set;

/** Handles requests whose path matches no route of the server. */
public interface Fallback {
    /** Responds with 404. */
    Fallback NOTHING = exchange -> exchange.answerNoRoute(Set.of());

    /**
     * Called once, before the server listens.
     *
     * @throws IOException if an external cause prevents the start, with the reason
     */
    default void start(Vertx vertx) throws IOException {}

    /** Called once after the server has drained, before its event loops end. */
    default void stop() {}

    /** Called on the event loop of the request's connection, before any of the body is read. Must not block. */
    void take(Exchange exchange);
}

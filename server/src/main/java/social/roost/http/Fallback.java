package social.roost.http;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Set;

/** Takes the requests whose paths none of a server's routes have. */
public interface Fallback {
    /** Answers that there is nothing. */
    Fallback NOTHING = exchange -> exchange.answerNoRoute(Set.of());

    /**
     * Called once, before the server listens.
     *
     * @throws IOException when something outside keeps it from starting, saying what
     */
    default void start(Vertx vertx) throws IOException {}

    /** Called once the server has drained, before its event loops end. */
    default void stop() {}

    /** Called on the event loop of the request's connection, before any of the body is read: must not block. */
    void take(Exchange exchange);
}

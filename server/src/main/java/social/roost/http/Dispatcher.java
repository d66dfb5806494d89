package social.roost.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;

/**
 * Takes a request from an event loop through route, body, authentication and handler to its response. Whatever goes wrong
 * on the way becomes a problem here and nowhere else.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String BEARER = "Bearer ";
    private static final byte[] NO_BODY = {};

    private final HttpSettings settings;
    private final Router<Route> router;
    private final Authenticator authenticator;
    private final Fallback fallback;
    private final Executor handlers;
    private final long maximumBody;
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean draining;

    Dispatcher(
            HttpSettings settings,
            List<Route> routes,
            Authenticator authenticator,
            Fallback fallback,
            Executor handlers) {
        this.settings = settings;
        this.maximumBody = settings.maximumBody().bytes();
        this.router = new Router<>();
        routes.forEach(route -> router.add(route.method(), route.template(), route));
        this.authenticator = authenticator;
        this.fallback = fallback;
        this.handlers = handlers;
    }

    /** From now on every response closes its connection. */
    void drain() {
        draining = true;
    }

    /** Called on the event loop of the request's connection. */
    void dispatch(HttpServerRequest request) {
        Exchange exchange = exchange(request);
        request.exceptionHandler(e -> {
            LOG.debug("The request broke off", e);
            exchange.refuse(Problem.malformedRequest());
        });
        Router.Match<Route> match = router.match(exchange.method(), exchange.path());
        Route route = match.target();
        if (route == null && match.methods().isEmpty()) {
            fallback.take(exchange);
        } else if (route == null) {
            exchange.answerNoRoute(match.methods());
        } else if (inProgress.get() >= settings.maximumRequests() && !isProbe(route)) {
            exchange.answer(overloaded());
        } else if (exchange.hasBody()) {
            readBody(exchange, body -> run(exchange, route, match, body));
        } else {
            run(exchange, route, match, NO_BODY);
        }
    }

    /** Health is told in an overload too, or the process would be taken for dead. */
    private static boolean isProbe(Route route) {
        return route.template().startsWith("/health/");
    }

    /** Answers without reading the request any further, then closes the connection. */
    void refuse(HttpServerRequest request, Problem problem) {
        exchange(request).refuse(problem);
    }

    private Exchange exchange(HttpServerRequest request) {
        return new Exchange(request, settings.accessLog(), () -> draining);
    }

    private void readBody(Exchange exchange, Consumer<byte[]> whenRead) {
        HttpServerRequest request = exchange.request();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > maximumBody) {
                request.handler(null);
                request.endHandler(null);
                exchange.refuse(tooLarge());
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> whenRead.accept(body.getBytes()));
    }

    private Problem tooLarge() {
        String detail = "The body may have " + maximumBody + " bytes at most.";
        return new Problem(413, "body_too_large", detail);
    }

    private void run(Exchange exchange, Route route, Router.Match<Route> match, byte[] body) {
        exchange.holdForUpgrade();
        inProgress.incrementAndGet();
        handlers.execute(() -> {
            try {
                answer(exchange, respond(exchange, route, match, body));
            } finally {
                inProgress.decrementAndGet();
            }
        });
    }

    private void answer(Exchange exchange, Response response) {
        EventStream.Opening opening = response.opening();
        if (opening == null) {
            exchange.answer(response);
        } else if (draining) {
            exchange.answer(overloaded().response(exchange.requestId()));
        } else {
            exchange.open(opening, handlers);
        }
    }

    private Response respond(Exchange exchange, Route route, Router.Match<Route> match, byte[] body) {
        try {
            Caller caller = authenticate(route, exchange.request().getHeader("authorization"));
            HttpServerRequest request = exchange.request();
            return route.handler()
                    .handle(new Request(request.headers(), request.query(), match.parameters(), body, caller));
        } catch (Problem problem) {
            return problem.response(exchange.requestId());
        } catch (OverloadedException e) {
            return overloaded().response(exchange.requestId());
        } catch (UnavailableException e) {
            LOG.warn("Request {} failed: {} {}: {}", exchange.requestId(), route.method(), route.template(), e, e);
            return unavailable(e).response(exchange.requestId());
        } catch (RuntimeException | Error e) {
            LOG.error("Request {} failed: {} {}", exchange.requestId(), route.method(), route.template(), e);
            return new Problem(500, "internal", "Something went wrong here; tell the operator the request id.")
                    .response(exchange.requestId());
        }
    }

    private static Problem unavailable(UnavailableException e) {
        return new Problem(
                503, "unavailable", "A part of this service, " + e.dependency() + ", is down: try again soon.");
    }

    private static Problem overloaded() {
        return new Problem(503, "overloaded", "Too much is going on just now: try again in a moment.");
    }

    private @Nullable Caller authenticate(Route route, @Nullable String authorization) {
        if (authorization == null) {
            if (route.access() == Route.Access.LOGGED_IN) {
                throw new Problem(401, "unauthorized", "Log in and send the token as 'Authorization: Bearer ...'.");
            }
            if (!isProbe(route)) {
                authenticator.visit();
            }
            return null;
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Problem(401, "unauthorized", "Only 'Authorization: Bearer ...' is understood.");
        }
        return authenticator
                .authenticate(token(authorization))
                .orElseThrow(
                        () -> new Problem(401, "invalid_token", "The token is not valid, or no longer: log in again."));
    }

    static String token(String authorization) {
        return authorization.substring(BEARER.length()).strip();
    }
}

package social.roost.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
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
    private static final String JSON = "application/json";
    private static final String BEARER = "Bearer ";
    private static final byte[] NO_BODY = {};

    private final HttpSettings settings;
    private final Router router;
    private final Authenticator authenticator;
    private final Executor handlers;
    private final long maximumBody;
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean draining;

    Dispatcher(HttpSettings settings, Router router, Authenticator authenticator, Executor handlers) {
        this.settings = settings;
        this.maximumBody = settings.maximumBody().bytes();
        this.router = router;
        this.authenticator = authenticator;
        this.handlers = handlers;
    }

    /** From now on every response closes its connection. */
    void drain() {
        draining = true;
    }

    /** Called on the event loop of the request's connection. */
    void dispatch(HttpServerRequest request) {
        Exchange exchange = new Exchange(request, settings.accessLog());
        request.exceptionHandler(e -> {
            LOG.debug("The request broke off", e);
            exchange.refuse(Problem.malformedRequest().response(exchange.requestId()));
        });
        Router.Match match = router.match(exchange.method(), exchange.path());
        Route route = match.route();
        if (route == null) {
            refuse(exchange, noRoute(exchange, match.methods()));
        } else if (inProgress.get() >= settings.maximumRequests() && !isProbe(route)) {
            refuse(exchange, answer(exchange, overloaded()));
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

    private void refuse(Exchange exchange, Response response) {
        if (exchange.hasBody()) {
            exchange.refuse(response);
        } else {
            exchange.answer(response, draining);
        }
    }

    /** Answers without reading the request any further, then closes the connection. */
    void refuse(HttpServerRequest request, Problem problem) {
        Exchange exchange = new Exchange(request, settings.accessLog());
        exchange.refuse(problem.response(exchange.requestId()));
    }

    private static Response noRoute(Exchange exchange, Set<String> methods) {
        if (methods.isEmpty()) {
            return new Problem(404, "not_found", "There is nothing at this address.").response(exchange.requestId());
        }
        String allow = String.join(", ", methods) + (methods.contains("GET") ? ", HEAD" : "") + ", OPTIONS";
        Response response = exchange.method().equals("OPTIONS")
                ? Response.noContent()
                : new Problem(405, "method_not_allowed", "This address takes: " + allow + ".")
                        .response(exchange.requestId());
        return response.header("allow", allow);
    }

    private void readBody(Exchange exchange, Consumer<byte[]> whenRead) {
        HttpServerRequest request = exchange.request();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > maximumBody) {
                request.handler(null);
                request.endHandler(null);
                exchange.refuse(tooLarge().response(exchange.requestId()));
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

    private void run(Exchange exchange, Route route, Router.Match match, byte[] body) {
        inProgress.incrementAndGet();
        handlers.execute(() -> {
            try {
                exchange.answer(respond(exchange, route, match, body), draining);
            } finally {
                inProgress.decrementAndGet();
            }
        });
    }

    private Response respond(Exchange exchange, Route route, Router.Match match, byte[] body) {
        try {
            Caller caller = authenticate(route, exchange.request().getHeader("authorization"));
            if (route.takesBody()) {
                requireJson(exchange.request().getHeader("content-type"));
            }
            HttpServerRequest request = exchange.request();
            return route.handler()
                    .handle(new Request(request.headers(), request.query(), match.parameters(), body, caller));
        } catch (Problem problem) {
            return answer(exchange, problem);
        } catch (OverloadedException e) {
            return answer(exchange, overloaded());
        } catch (UnavailableException e) {
            LOG.warn("Request {} failed: {} {}: {}", exchange.requestId(), route.method(), route.template(), e, e);
            return answer(exchange, unavailable(e));
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

    private static Response answer(Exchange exchange, Problem problem) {
        Response response = problem.response(exchange.requestId());
        return switch (problem.status()) {
            case 401 -> response.header("www-authenticate", "Bearer");
            case 503 -> response.header("retry-after", "1");
            default -> response;
        };
    }

    private @Nullable Caller authenticate(Route route, @Nullable String authorization) {
        if (authorization == null) {
            if (route.access() == Route.Access.LOGGED_IN) {
                throw new Problem(401, "unauthorized", "Log in and send the token as 'Authorization: Bearer ...'.");
            }
            return null;
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Problem(401, "unauthorized", "Only 'Authorization: Bearer ...' is understood.");
        }
        return authenticator
                .authenticate(authorization.substring(BEARER.length()).strip())
                .orElseThrow(
                        () -> new Problem(401, "invalid_token", "The token is not valid, or no longer: log in again."));
    }

    private static void requireJson(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(JSON)) {
            throw new Problem(415, "unsupported_media_type", "Send the body as 'Content-Type: application/json'.");
        }
    }
}

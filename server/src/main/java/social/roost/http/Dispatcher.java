package social.roost.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.UnavailableException;
import social.roost.http.Admission.Admitted;
import social.roost.http.Authentication.Identity;
import social.roost.http.Route.Access;

/**
 * Takes a request from an event loop through routing, body, authentication and handler to its response. Every error
 * becomes a problem here and nowhere else.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** During an outage, each request fails for the same reason. */
    private static final LogThrottle OUTAGES = new LogThrottle(1);

    private static final byte[] NO_BODY = {};

    private final Router<Served> router;
    private final Admission admission;
    private final Listening listener;
    private final Fallback fallback;
    private final Executor handlers;
    private final RequestQueues queues;
    private volatile boolean draining;

    Dispatcher(
            HttpSettings settings,
            List<Route> routes,
            Admission admission,
            Fallback fallback,
            Executor handlers,
            Function<BooleanSupplier, Listening> listener) {
        this.listener = listener.apply(() -> draining);
        this.router = new Router<>();
        RequestMeters meters = this.listener.meters();
        routes.forEach(route -> router.add(
                route.method(),
                route.template(),
                new Served(route, admission.limits(route), meters.of(route.method(), route.template()))));
        this.admission = admission;
        this.fallback = fallback;
        this.handlers = handlers;
        this.queues = RequestQueues.of(settings, handlers);
    }

    /** From now on, every response closes its connection. */
    void drain() {
        draining = true;
    }

    /** The requests in progress and the waiting ones. */
    RequestQueues queues() {
        return queues;
    }

    /** Called on the event loop of the request's connection. */
    void dispatch(HttpServerRequest request) {
        Exchange exchange = exchange(request);
        request.exceptionHandler(e -> {
            LOG.debug("The connection closed during the request", e);
            exchange.refuse(Problem.malformedRequest());
        });
        Problem broken = RequestRules.brokenBy(request, exchange.hasBody());
        if (broken != null) {
            exchange.refuse(broken);
            return;
        }
        if (listener.browserHeaders().isPreflight(request)) {
            exchange.answer(BrowserHeaders.preflight());
            return;
        }
        if (exchange.isUpgradeWithBody()) {
            exchange.refuse(new Problem(400, "malformed_request", "A WebSocket request cannot have a body."));
            return;
        }
        Router.Match<Served> match = router.match(exchange.method(), exchange.path());
        Served found = match.target();
        if (found != null) {
            exchange.observation().countFor(found.meter());
            take(exchange, found, match.parameters());
        } else if (match.methods().isEmpty()) {
            fallback.take(exchange);
        } else {
            exchange.answerNoRoute(match.methods());
        }
    }

    private void take(Exchange exchange, Served served, List<String> parameters) {
        if (served.route().receives()) {
            exchange.observation().waitsForClient();
            receive(exchange, served, parameters, new BodyStream(exchange));
        } else if (!exchange.hasBody() || lacksToken(exchange, served.route())) {
            // A request without a token is rejected before its body arrives, which may take long.
            run(exchange, served, parameters, NO_BODY);
        } else {
            exchange.readBody(body -> run(exchange, served, parameters, body.getBytes()));
        }
    }

    /** Such a request may take minutes, so it waits in no queue and takes no place in it. */
    private void receive(Exchange exchange, Served served, List<String> parameters, BodyStream body) {
        handlers.execute(() -> exchange.observation().activity().run(() -> {
            Response response = respond(exchange, served, parameters, NO_BODY, body);
            body.close();
            answer(exchange, response);
        }));
    }

    private static boolean lacksToken(Exchange exchange, Route route) {
        return route.access() == Access.LOGGED_IN
                && exchange.request().getHeader("authorization") == null
                && exchange.request().getHeader("cookie") == null;
    }

    /** Responds without reading the rest of the request, then closes the connection. */
    void refuse(HttpServerRequest request, Problem problem) {
        exchange(request).refuse(problem);
    }

    private Exchange exchange(HttpServerRequest request) {
        ConnectionGuard guard = ConnectionGuard.of(request.connection());
        if (guard != null) {
            guard.headReceived();
        }
        return new Exchange(request, listener);
    }

    private void run(Exchange exchange, Served served, List<String> parameters, byte[] body) {
        exchange.holdForUpgrade();
        Runnable request = () -> exchange.observation()
                .activity()
                .run(() -> answer(exchange, respond(exchange, served, parameters, body, null)));
        if (served.route().isProbe()) {
            handlers.execute(request);
        } else if (queues.drops(served.route())) {
            exchange.answer(exchange.response(Problem.overloaded()));
        } else {
            queues.of(served.route()).run(request, () -> exchange.answer(exchange.response(Problem.overloaded())));
        }
    }

    private void answer(Exchange exchange, Response response) {
        EventStream.Opening opening = response.opening();
        if (opening == null) {
            exchange.answer(response);
        } else if (draining) {
            opening.listener().rejected();
            exchange.answer(Problem.overloaded().response(exchange.requestId()));
        } else {
            exchange.open(opening, handlers);
        }
    }

    private Response respond(
            Exchange exchange, Served served, List<String> parameters, byte[] body, @Nullable BodyStream stream) {
        try {
            return handle(exchange, served, parameters, body, stream);
        } catch (RuntimeException | Error e) {
            log(e, exchange, served.route());
            return Problem.of(e).response(exchange.requestId());
        }
    }

    private static void log(Throwable failure, Exchange exchange, Route route) {
        switch (failure) {
            case Problem _, Rejection _, OverloadedException _ -> {}
            case UnavailableException e -> {
                if (OUTAGES.allows()) {
                    LOG.warn("Request {} failed: {} {}", exchange.requestId(), route.method(), route.template(), e);
                }
            }
            default ->
                LOG.error("Request {} failed: {} {}", exchange.requestId(), route.method(), route.template(), failure);
        }
    }

    private Response handle(
            Exchange exchange, Served served, List<String> parameters, byte[] body, @Nullable BodyStream stream) {
        Sender sender = exchange.sender();
        Admitted admitted = admission.admit(served.route(), served.limits(), sender);
        Identity identity = admitted.identity();
        String query = exchange.request().query();
        Request request = new Request(sender, query, parameters, body, stream, admitted);
        Response response = served.route().handler().handle(request);
        request.admitted().use().tell(response);
        EventStream.Opening opening = response.opening();
        if (identity.isByCookie() && opening != null) {
            requireOwnPage(sender, opening);
        }
        return response;
    }

    /** A stream reveals private data although it is opened with GET. */
    private static void requireOwnPage(Sender sender, EventStream.Opening opening) {
        try {
            sender.requireOwnPage();
        } catch (Problem problem) {
            opening.listener().rejected();
            throw problem;
        }
    }

    private record Served(Route route, Limits.OfRoute limits, RequestMeter meter) {}
}

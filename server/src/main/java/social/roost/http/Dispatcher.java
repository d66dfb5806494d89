package social.roost.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.http.Admission.Admitted;
import social.roost.http.Authentication.Identity;

/**
 * Takes a request from an event loop through route, body, authentication and handler to its response. Whatever goes wrong
 * on the way becomes a problem here and nowhere else.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final byte[] NO_BODY = {};

    private final HttpSettings settings;
    private final Router<Served> router;
    private final Admission admission;
    private final TrustedProxies proxies;
    private final BrowserHeaders browserHeaders;
    private final Fallback fallback;
    private final Executor handlers;
    private final RequestQueues queues;
    private final RequestMeters meters;
    private final long maximumBody;
    private volatile boolean draining;

    Dispatcher(
            HttpSettings settings,
            List<Route> routes,
            Admission admission,
            Fallback fallback,
            Executor handlers,
            RequestMeters meters) {
        this.settings = settings;
        this.maximumBody = settings.maximumBody().bytes();
        this.router = new Router<>();
        routes.forEach(route -> router.add(
                route.method(),
                route.template(),
                new Served(route, admission.limits(route), meters.of(route.method(), route.template()))));
        this.admission = admission;
        this.proxies = settings.proxies();
        this.browserHeaders = settings.browserHeaders();
        this.fallback = fallback;
        this.handlers = handlers;
        this.queues = RequestQueues.of(settings, handlers);
        this.meters = meters;
    }

    /** From now on every response closes its connection. */
    void drain() {
        draining = true;
    }

    /** What is in progress, and what waits. */
    RequestQueues queues() {
        return queues;
    }

    /** Called on the event loop of the request's connection. */
    void dispatch(HttpServerRequest request) {
        Exchange exchange = exchange(request);
        request.exceptionHandler(e -> {
            LOG.debug("The request broke off", e);
            exchange.refuse(Problem.malformedRequest());
        });
        Problem broken = RequestRules.brokenBy(request, exchange.hasBody());
        if (broken != null) {
            exchange.refuse(broken);
            return;
        }
        if (browserHeaders.isPreflight(request)) {
            exchange.answerUnread(BrowserHeaders.preflight());
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
        if (exchange.hasBody()) {
            readBody(exchange, body -> run(exchange, served, parameters, body));
        } else {
            run(exchange, served, parameters, NO_BODY);
        }
    }

    /** Answers without reading the request any further, then closes the connection. */
    void refuse(HttpServerRequest request, Problem problem) {
        exchange(request).refuse(problem);
    }

    private Exchange exchange(HttpServerRequest request) {
        return new Exchange(request, settings.accessLog(), () -> draining, meters, proxies, browserHeaders);
    }

    private void readBody(Exchange exchange, Consumer<byte[]> whenRead) {
        HttpServerRequest request = exchange.request();
        Buffer body = Buffer.buffer();
        long timer = exchange.after(settings.requestTimeout(), () -> exchange.refuse(tooSlow()));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > maximumBody) {
                request.handler(null);
                request.endHandler(null);
                exchange.cancel(timer);
                exchange.refuse(tooLarge());
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> {
            exchange.cancel(timer);
            whenRead.accept(body.getBytes());
        });
    }

    private Problem tooSlow() {
        long seconds = settings.requestTimeout().toSeconds();
        return new Problem(408, "request_timeout", "The body has to be here within " + seconds + " seconds.");
    }

    private Problem tooLarge() {
        String detail = "The body may have " + maximumBody + " bytes at most.";
        return new Problem(413, "body_too_large", detail);
    }

    private void run(Exchange exchange, Served served, List<String> parameters, byte[] body) {
        exchange.holdForUpgrade();
        Runnable request = () -> exchange.observation()
                .activity()
                .run(() -> answer(exchange, respond(exchange, served, parameters, body)));
        if (served.route().isProbe()) {
            handlers.execute(request);
        } else {
            queues.of(served.route()).run(request, () -> exchange.answer(exchange.response(overloaded())));
        }
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

    private Response respond(Exchange exchange, Served served, List<String> parameters, byte[] body) {
        Route route = served.route();
        try {
            return handle(exchange, served, parameters, body);
        } catch (Problem problem) {
            return problem.response(exchange.requestId());
        } catch (OverloadedException e) {
            return overloaded().response(exchange.requestId());
        } catch (UnavailableException e) {
            LOG.warn("Request {} failed: {} {}: {}", exchange.requestId(), route.method(), route.template(), e, e);
            return unavailable(e).response(exchange.requestId());
        } catch (RuntimeException | Error e) {
            LOG.error("Request {} failed: {} {}", exchange.requestId(), route.method(), route.template(), e);
            return Problem.internal().response(exchange.requestId());
        }
    }

    private Response handle(Exchange exchange, Served served, List<String> parameters, byte[] body) {
        Sender sender = exchange.sender();
        Admitted admitted = admission.admit(served.route(), served.limits(), sender);
        Identity identity = admitted.identity();
        String query = exchange.request().query();
        Response response = served.route().handler().handle(new Request(sender, query, parameters, body, identity));
        admitted.use().tell(response);
        if (identity.isByCookie() && response.opening() != null) {
            // A stream tells secrets to whoever opens it, though it is opened with GET.
            sender.requireOwnPage();
        }
        return response;
    }

    private static Problem unavailable(UnavailableException e) {
        return new Problem(
                503, "unavailable", "A part of this service, " + e.dependency() + ", is down: try again soon.");
    }

    private static Problem overloaded() {
        return new Problem(503, "overloaded", "Too much is going on just now: try again in a moment.");
    }

    private record Served(Route route, Limits.OfRoute limits, RequestMeter meter) {}
}

package social.roost.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.http.Admission.Admitted;
import social.roost.http.Authentication.Identity;
import social.roost.http.Route.Access;

/** Reads from the routes of this process, a limited number at the same time. */
public final class RouteReads implements PublicReads {
    private static final Logger LOG = LoggerFactory.getLogger(RouteReads.class);
    private static final int AT_ONCE = 32;
    private static final byte[] NO_BODY = {};

    private final Router<Route> routes = new Router<>();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final PublicReads others;

    /** @param others reads what these routes do not have */
    public RouteReads(List<Route> routes, PublicReads others) {
        routes.stream()
                .filter(route -> route.isSafe() && route.access() == Access.ANYONE)
                .forEach(route -> this.routes.add(route.method(), route.template(), route));
        this.others = others;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> read(Exchange exchange, String path) {
        Router.Match<Route> match = routes.match("GET", path);
        Route route = match.target();
        if (route == null) {
            return others.read(exchange, path);
        }
        CompletableFuture<Optional<byte[]>> read = new CompletableFuture<>();
        if (turns.tryAcquire()) {
            Request request = new Request(
                    exchange.sender(), null, match.parameters(), NO_BODY, null, visitor(route, exchange.sender()));
            Thread.startVirtualThread(() -> read.complete(read(route, request)));
        } else {
            read.complete(Optional.empty());
        }
        return read;
    }

    private static Admitted visitor(Route route, Sender sender) {
        Limits.OfRoute unlimited = Limits.NONE.of(route);
        return new Admitted(Identity.NOBODY, unlimited, unlimited.use(null, sender));
    }

    private Optional<byte[]> read(Route route, Request request) {
        try {
            Response response = route.handler().handle(request);
            return response.status() == 200 ? Optional.of(response.body().getBytes()) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.debug("Could not read {}", route.template(), e);
            return Optional.empty();
        } finally {
            turns.release();
        }
    }
}

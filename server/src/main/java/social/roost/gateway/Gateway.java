package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.gateway.RouteTable.Owned;
import social.roost.http.CertificateWatch;
import social.roost.http.Certificates;
import social.roost.http.Exchange;
import social.roost.http.Fallback;
import social.roost.http.HealthRoutes.Dependency;
import social.roost.http.Problem;
import social.roost.http.PublicReads;
import social.roost.http.Router;

/**
 * Forwards requests that this process does not serve to the role that owns the route. It is the fallback of the
 * process's HTTP server, on the same event loops, and drains with it.
 *
 * <p>{@link RouteTable} finds the role, {@link Instances} picks an instance, {@link Call} forwards the request and
 * returns the response. {@link InstanceDiscovery} maintains the list of instances and checks their readiness. A role that is down
 * affects no other: its routes answer 503 until an instance is back.
 */
public final class Gateway implements Fallback, PublicReads {
    private final GatewaySettings settings;
    private final RouteTable routes;
    private final Map<String, Instances> roles;
    private @Nullable Upstream upstream;
    private @Nullable Vertx checking;

    public Gateway(GatewaySettings settings, RouteTable routes) {
        this.settings = settings;
        this.routes = routes;
        this.roles = routes.roles().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> new Instances(name, settings.maximumCalls(), settings.breaker())));
    }

    @Override
    public void start(Vertx vertx) throws IOException {
        Optional<Certificates> certificates = Certificates.read(settings.tls());
        Upstream connections = new Upstream(vertx, settings, certificates);
        upstream = connections;
        // Checks have an event loop of their own: clients that keep the others busy must not make instances look dead.
        // Workers look up the hosts of all roles at the same time, so a slow lookup delays no other role.
        Vertx own =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(Math.max(1, roles.size())));
        checking = own;
        Upstream checks = new Upstream(own, settings, certificates);
        certificates.ifPresent(read -> new CertificateWatch(
                        settings.tls(), read, renewed -> Future.join(connections.renew(renewed), checks.renew(renewed)))
                .start(vertx));
        new InstanceDiscovery(own, settings, checks).start(roles.values());
    }

    @Override
    public void stop() {
        if (checking != null) {
            var _ = checking.close();
        }
    }

    @Override
    public void take(Exchange exchange) {
        Router.Match<Owned> match = routes.match(exchange.method(), exchange.path());
        Owned route = match.target();
        if (route == null) {
            exchange.answerNoRoute(match.methods());
        } else {
            exchange.observation().countFor(route.method(), route.template());
            passOn(exchange, route);
        }
    }

    @Override
    public CompletableFuture<Optional<byte[]>> read(Exchange exchange, String path) {
        Owned route = routes.match("GET", path).target();
        Instances role = route == null ? null : roles.get(route.role());
        return role == null || upstream == null
                ? PublicReads.NOTHING.read(exchange, path)
                : new RoleRead(exchange, role, upstream)
                        .begin(path)
                        .toCompletionStage()
                        .toCompletableFuture();
    }

    private void passOn(Exchange exchange, Owned route) {
        String name = route.role();
        Instances role = roles.get(name);
        if (ForwardedHeaders.areMalformed(exchange)) {
            exchange.answer(Problem.malformedRequest());
        } else if (ForwardedHeaders.areTooLarge(exchange)) {
            exchange.answer(Problem.headersTooLarge());
        } else if (role == null || upstream == null) {
            exchange.answer(Problem.unavailable(name));
        } else if (route.upgrades() && exchange.isUpgrade()) {
            new Tunnel(exchange, role, upstream, settings.answerDeadline()).open();
        } else {
            new Call(exchange, role, upstream, settings).begin();
        }
    }

    /** The roles that own routes. */
    public Set<String> roles() {
        return roles.keySet();
    }

    /** The number of usable instances of the role. */
    public int callable(String role) {
        return (int) states().stream()
                .filter(state -> state.role().equals(role)
                        && state.ready()
                        && !state.breaker().equals("open"))
                .count();
    }

    /** The state of every instance, in a word. */
    public List<Dependency> dependencies() {
        return states().stream()
                .map(state -> new Dependency(state.role(), state.address(), state.ready() ? state.breaker() : "open"))
                .toList();
    }

    /** The state of every instance. */
    public List<InstanceState> states() {
        return roles.values().stream()
                .map(Instances::instances)
                .flatMap(Collection::stream)
                .map(Instance::state)
                .toList();
    }
}

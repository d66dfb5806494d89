package social.roost.gateway;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.http.CertificateWatch;
import social.roost.http.Certificates;
import social.roost.http.Exchange;
import social.roost.http.Fallback;
import social.roost.http.Router;

/**
 * Passes what a process does not serve itself on to the role that owns the route: the fallback of the process's HTTP server,
 * on the same event loops, and drained with it.
 *
 * <p>{@link RouteTable} tells the role, {@link Role} picks an instance, {@link Call} carries the request there and the answer
 * back. {@link Lookout} keeps the list of instances and asks each whether it is ready. A role that is down takes nothing
 * with it: its routes answer 503 until an instance is back.
 */
public final class Gateway implements Fallback {
    private final GatewaySettings settings;
    private final RouteTable routes;
    private final Optional<Certificates> certificates;
    private final Map<String, Role> roles;
    private @Nullable Upstream upstream;
    private @Nullable Lookout lookout;

    /** @throws UncheckedIOException when the certificate cannot be used, saying why */
    public Gateway(GatewaySettings settings, RouteTable routes) {
        this.settings = settings;
        this.routes = routes;
        try {
            this.certificates = Certificates.read(settings.tls());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        this.roles = settings.addresses().keySet().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> new Role(name, settings.maximumCalls(), settings.breaker())));
    }

    @Override
    public void start(Vertx vertx) {
        Upstream connections = new Upstream(vertx, settings, certificates);
        upstream = connections;
        certificates.ifPresent(read -> new CertificateWatch(settings.tls(), read, connections::renew).start(vertx));
        Lookout watching = new Lookout(vertx, settings, connections);
        lookout = watching;
        watching.start(roles.values());
    }

    @Override
    public void stop() {
        if (lookout != null) {
            lookout.close();
        }
    }

    @Override
    public void take(Exchange exchange) {
        Router.Match<String> match = routes.match(exchange.method(), exchange.path());
        String name = match.target();
        if (name == null) {
            exchange.answerNoRoute(match.methods());
            return;
        }
        Role role = roles.get(name);
        if (role == null || upstream == null) {
            exchange.answer(GatewayProblems.unavailable(name));
        } else if (Tunnel.isAskedFor(exchange)) {
            new Tunnel(exchange, role, upstream, settings.answerDeadline()).open();
        } else {
            new Call(exchange, role, upstream, settings).begin();
        }
    }

    /** How every instance is doing. */
    public List<InstanceState> states() {
        return roles.values().stream()
                .map(Role::instances)
                .flatMap(Collection::stream)
                .map(Instance::state)
                .toList();
    }
}

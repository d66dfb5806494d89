package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maintains the list of instances according to the addresses of their hosts, and checks the readiness of each. */
final class InstanceDiscovery {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceDiscovery.class);

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final Upstream upstream;
    private final Map<HostAddress, List<SocketAddress>> known = new ConcurrentHashMap<>();
    private final Set<Instance> asked = ConcurrentHashMap.newKeySet();

    /** @param vertx runs the checks until it is closed */
    InstanceDiscovery(Vertx vertx, GatewaySettings settings, Upstream upstream) {
        this.vertx = vertx;
        this.settings = settings;
        this.upstream = upstream;
    }

    /** Returns when the list is complete, and continues to update it. */
    void start(Collection<Instances> roles) {
        var _ = Future.join(roles.stream().map(this::lookUp).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        repeat(settings.lookupPeriod(), () -> roles.forEach(this::lookUp));
        repeat(
                settings.checkPeriod(),
                () -> roles.forEach(role -> role.instances().forEach(this::check)));
    }

    private void repeat(Duration period, Runnable task) {
        long _ = vertx.setPeriodic(period.toMillis(), timer -> task.run());
    }

    private Future<?> lookUp(Instances role) {
        List<HostAddress> hosts = settings.hostsOf(role.name());
        return vertx.<List<SocketAddress>>executeBlocking(() -> addresses(hosts))
                .onSuccess(role::replace);
    }

    private List<SocketAddress> addresses(List<HostAddress> hosts) {
        return hosts.stream().flatMap(host -> addresses(host).stream()).toList();
    }

    /** A host that cannot be resolved now keeps its addresses. */
    private List<SocketAddress> addresses(HostAddress host) {
        try {
            List<SocketAddress> found = host.lookUp();
            known.put(host, found);
            return found;
        } catch (UnknownHostException e) {
            LOG.warn("Cannot resolve the host {}", host.host());
            return known.getOrDefault(host, List.of());
        }
    }

    /** Starts a check, unless the previous one is still running. */
    private void check(Instance instance) {
        if (!asked.add(instance)) {
            return;
        }
        boolean before = instance.isReady();
        var _ = upstream.call(instance, HttpMethod.GET, "/health/ready")
                .compose(this::status)
                .onSuccess(status -> instance.answered(status == 200))
                .onFailure(e -> instance.missed())
                .onComplete(done -> {
                    asked.remove(instance);
                    tell(instance, before);
                });
    }

    private Future<Integer> status(HttpClientRequest request) {
        return request.send()
                .compose(response -> response.end().map(end -> response.statusCode()))
                .timeout(settings.connectDeadline().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(e -> request.reset());
    }

    private static void tell(Instance instance, boolean before) {
        if (instance.isReady() != before) {
            LOG.info("{} is {}", instance, before ? "down" : "ready again");
        }
    }
}

package social.roost.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The instances of a role, and the capacity that they share. */
final class Instances {
    private final String name;
    private final BreakerSettings breaker;
    private final RoleCapacity capacity;
    private volatile List<Instance> instances = List.of();

    Instances(String name, int maximumCalls, BreakerSettings breaker) {
        this.name = name;
        this.breaker = breaker;
        this.capacity = new RoleCapacity(maximumCalls);
    }

    String name() {
        return name;
    }

    List<Instance> instances() {
        return instances;
    }

    RoleCapacity capacity() {
        return capacity;
    }

    /** Replaces the list of instances; those that stay keep their state. */
    void replace(Collection<SocketAddress> addresses) {
        List<Instance> before = instances;
        instances = addresses.stream()
                .distinct()
                .map(address -> before.stream()
                        .filter(instance -> instance.address().equals(address))
                        .findFirst()
                        .orElseGet(() -> new Instance(name, address, breaker)))
                .toList();
    }

    /**
     * Starts a call to a usable instance other than these: the less busy of two random ones. This distributes calls
     * almost as well as comparing all instances, without sending all calls to the same one.
     */
    Optional<InFlightCall> begin(Collection<Instance> without) {
        List<Instance> candidates = new ArrayList<>(candidates(without).toList());
        while (!candidates.isEmpty()) {
            Instance chosen = lessBusyOfTwo(candidates);
            Optional<InFlightCall> inFlight = chosen.begin();
            if (inFlight.isPresent()) {
                return inFlight;
            }
            candidates.remove(chosen);
        }
        return Optional.empty();
    }

    private Stream<Instance> candidates(Collection<Instance> without) {
        return instances.stream().filter(instance -> instance.isReady() && !without.contains(instance));
    }

    private static Instance lessBusyOfTwo(List<Instance> candidates) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Instance one = candidates.get(random.nextInt(candidates.size()));
        if (candidates.size() == 1) {
            return one;
        }
        Instance other = candidates.get(random.nextInt(candidates.size() - 1));
        other = other == one ? candidates.getLast() : other;
        return Stream.of(one, other)
                .min(Comparator.comparingInt(Instance::inProgress))
                .orElse(one);
    }
}

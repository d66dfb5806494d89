package social.roost.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import social.roost.http.Route;

/** What operators can see and do. */
final class OperatorFeature implements Feature {
    final Vitals vitals;

    private final UserFeature users;
    private final EventMeters events;
    private final OperatorRoutes operations;
    private final EventOperatorRoutes eventOperations;

    /** @param groups the names of all consumer groups */
    OperatorFeature(
            Stores stores,
            UserFeature users,
            TimelineFeature timelines,
            MeterRegistry registry,
            Supplier<Set<String>> groups) {
        this.users = users;
        Infrastructure infrastructure = stores.infrastructure();
        vitals = new Vitals(registry, infrastructure.clock());
        events = new EventMeters(registry);
        operations = new OperatorRoutes(
                users.users,
                users.suspensions,
                timelines.pushed,
                stores.tweets().engagements());
        eventOperations = new EventOperatorRoutes(infrastructure.events(), groups);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS ? new AdminRoutes(users.admins, vitals).routes() : List.of();
    }

    @Override
    public List<Route> operatorRoutes() {
        return Stream.of(operations.routes(), eventOperations.routes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup("business-metrics", Role.FANOUT, events));
    }
}

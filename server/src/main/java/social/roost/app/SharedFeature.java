package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stores that several processes share want done with events.
 *
 * @param shared null where there are no others
 */
record SharedFeature(Infrastructure.@Nullable Shared shared) implements Feature {

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return shared == null
                ? List.of()
                : List.of(
                        new ConsumerGroup("shared-caches", Role.FANOUT, shared.caches()),
                        new ConsumerGroup("counts", Role.FANOUT, shared.counts()));
    }
}

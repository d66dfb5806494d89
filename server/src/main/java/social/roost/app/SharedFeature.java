package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.event.EventConsumer;

/**
 * The consumers required by stores that several processes share.
 *
 * @param shared null if there are no other processes
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

    @Override
    public List<EventConsumer> followers() {
        return shared == null ? List.of() : List.of(shared.recent());
    }
}

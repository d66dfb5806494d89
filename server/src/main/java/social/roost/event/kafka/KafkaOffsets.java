package social.roost.event.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.GroupSubscribedToTopicException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import social.roost.driver.kafka.KafkaClient;

/** Where the partitions begin and end, and how far the groups have got. */
final class KafkaOffsets {
    private final KafkaClient client;
    private final KafkaTopics topics;

    KafkaOffsets(KafkaClient client, KafkaTopics topics) {
        this.client = client;
        this.topics = topics;
    }

    /**
     * Stores the end of these topics for a group that has no offset at all yet, and tells whether it did. For any other group,
     * forgets its offsets in topics that it does not consume any more: they would count as lag for ever.
     */
    boolean begin(String group, Collection<String> topicNames) {
        Set<TopicPartition> committed = committed(group).keySet();
        if (!committed.isEmpty()) {
            forget(
                    group,
                    committed.stream()
                            .filter(partition -> !topicNames.contains(partition.topic()))
                            .collect(Collectors.toSet()));
            return false;
        }
        Map<TopicPartition, OffsetAndMetadata> ends = ends(topics.partitions(topicNames)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
        try {
            client.ask(admin -> admin.alterConsumerGroupOffsets(group, ends).all());
            return true;
        } catch (UnknownMemberIdException | GroupNotEmptyException _) {
            // Another process was faster, and consumes already.
            return false;
        }
    }

    /** Whether the group has any offset. */
    boolean has(String group) {
        return !committed(group).isEmpty();
    }

    private void forget(String group, Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            client.ask(
                    admin -> admin.deleteConsumerGroupOffsets(group, partitions).all());
        } catch (GroupSubscribedToTopicException _) {
            // An older process still consumes them; the last process to be upgraded finds none that does.
        }
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /**
     * How many events a group has before it.
     *
     * @param here what is left of a partition that this process consumes, given its end; negative for others
     */
    long lag(String group, ToLongBiFunction<TopicPartition, Long> here) {
        Map<TopicPartition, Long> from = committed(group);
        Map<TopicPartition, Long> ends = ends(topics.partitions(
                from.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet())));
        Map<TopicPartition, Long> starts = starts(from, ends);
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long left = here.applyAsLong(end.getKey(), end.getValue());
            lag += left >= 0 ? left : Math.max(0, end.getValue() - Objects.requireNonNull(starts.get(end.getKey())));
        }
        return lag;
    }

    /** A partition that the group has not got to yet is consumed from its beginning. */
    private Map<TopicPartition, Long> starts(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> starts = new HashMap<>(committed);
        Collection<TopicPartition> missing = ends.keySet().stream()
                .filter(partition -> !committed.containsKey(partition))
                .toList();
        if (!missing.isEmpty()) {
            starts.putAll(offsets(missing, OffsetSpec.earliest()));
        }
        return starts;
    }

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        client.ask(admin -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group))
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        return client.ask(admin -> admin.listOffsets(question).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().offset()));
    }
}

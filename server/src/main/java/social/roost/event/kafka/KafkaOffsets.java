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

/** The beginnings and ends of partitions, and the offsets of groups. */
final class KafkaOffsets {
    private final KafkaClient client;
    private final KafkaTopics topics;

    KafkaOffsets(KafkaClient client, KafkaTopics topics) {
        this.client = client;
        this.topics = topics;
    }

    /**
     * Commits the ends of these topics for a group without any offset; returns whether it did. For any other group,
     * removes its offsets in topics that it no longer consumes, which would count as lag forever.
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
            // Another process was faster, and is already consuming.
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
            // An older process still consumes them; when the last process is upgraded, none does.
        }
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /**
     * The number of events that a group has not consumed.
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

    /** A partition for which the group has no offset is consumed from its beginning. */
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

package social.roost.event.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process as a member of a group: delivers its assigned partitions, and commits their progress. */
final class KafkaGroupMember implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(KafkaGroupMember.class);
    private static final long COMMIT_PAUSE_NANOSECONDS = Duration.ofMillis(250).toNanos();

    private final KafkaConsumer<String, String> consumer;
    private final PartitionDeliveries deliveries;
    private final Duration deadline;
    private final PollingThread polling;
    private final CountDownLatch joined = new CountDownLatch(1);
    private volatile Set<TopicPartition> assigned = Set.of();
    private volatile boolean crashed;
    private long lastCommit = System.nanoTime();

    KafkaGroupMember(
            String group,
            KafkaConsumer<String, String> consumer,
            PartitionDeliveries deliveries,
            Collection<String> topics,
            Duration deadline) {
        this.consumer = consumer;
        this.deliveries = deliveries;
        this.deadline = deadline;
        consumer.subscribe(topics, this);
        polling = new PollingThread(group, consumer, deliveries, this::commitNowAndThen, this::end);
        polling.start();
    }

    /** Returns whether the group had this member before the patience ended. */
    boolean awaitJoined(Duration patience) throws InterruptedException {
        return joined.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    PartitionDeliveries deliveries() {
        return deliveries;
    }

    /**
     * What this process has left to do; zero for a partition of another process, negative if only the group's offset is
     * known.
     */
    long left(TopicPartition partition, long end) {
        return assigned.contains(partition) ? deliveries.backlog(partition, end) : 0;
    }

    /** Returns when no event of the group is in progress here and others have its partitions. */
    void close() {
        polling.stop();
    }

    /** Leaves everything as in a crash. */
    void crash() {
        crashed = true;
        polling.stop();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        assigned = Set.copyOf(consumer.assignment());
        joined.countDown();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!crashed) {
            commit(deliveries.stop(partitions));
        }
        assigned = Set.copyOf(consumer.assignment());
    }

    /** Others already have them, so their progress here must not be committed. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (!crashed) {
            deliveries.stop(partitions);
        }
        assigned = Set.copyOf(consumer.assignment());
    }

    private void commitNowAndThen() {
        if (System.nanoTime() - lastCommit < COMMIT_PAUSE_NANOSECONDS) {
            return;
        }
        lastCommit = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> offsets = deliveries.uncommitted();
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (done, failure) -> {
                if (failure == null) {
                    deliveries.committed(done);
                } else {
                    log.debug("Could not commit {}; will retry", done, failure);
                }
            });
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            if (!offsets.isEmpty()) {
                consumer.commitSync(offsets, deadline);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot commit {}: some events will be delivered again", offsets, e);
        }
    }

    private void end() {
        if (!crashed) {
            commit(deliveries.stop(deliveries.partitions()));
        }
        GroupMembershipOperation leaving =
                crashed ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
        try {
            consumer.close(CloseOptions.timeout(deadline).withGroupMembershipOperation(leaving));
        } catch (RuntimeException e) {
            log.warn("A consumer did not close cleanly", e);
        }
    }
}

package social.roost.event.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Tracer;
import social.roost.driver.kafka.KafkaClient;
import social.roost.event.CountedDeadLetters;
import social.roost.event.DeliverySettings;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog;
import social.roost.event.LoggedEvent;
import social.roost.event.Recipient;
import social.roost.event.TracedEvent;

/**
 * The event log on Kafka: a topic for each stream, whose partitions the members of a group share.
 *
 * <p>The key of a record is that of the event, so events of one stream and key are in one partition, in order.
 */
public final class KafkaEventLog implements EventLog, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KafkaEventLog.class);

    /** The location of events that are not from the log. */
    private static final TopicPartition BACKFILL = new TopicPartition("backfill", 0);

    private static final Duration PATIENCE_TO_JOIN = Duration.ofSeconds(15);

    private final KafkaClient client;
    private final DeliverySettings settings;
    private final Tracer tracer;
    private final KafkaTopics topics;
    private final KafkaOffsets offsets;
    private final KafkaDeadLetters deadLetters;
    private final EventCodec codec;
    private final Map<String, KafkaGroupMember> members = new ConcurrentHashMap<>();
    private final Set<KafkaFollower> followers = ConcurrentHashMap.newKeySet();

    /** Held while the set of members changes. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Without traces. */
    public KafkaEventLog(KafkaClient client, DeliverySettings settings) {
        this(client, settings, Tracer.NONE);
    }

    /**
     * Creates missing topics.
     *
     * @throws UnavailableException if Kafka is unreachable
     */
    public KafkaEventLog(KafkaClient client, DeliverySettings settings, Tracer tracer) {
        this(client, settings, tracer, new EventCodec());
    }

    KafkaEventLog(KafkaClient client, DeliverySettings settings, Tracer tracer, EventCodec codec) {
        this.codec = codec;
        this.client = client;
        this.settings = settings;
        this.tracer = tracer;
        topics = new KafkaTopics(client);
        offsets = new KafkaOffsets(client, topics);
        deadLetters = new KafkaDeadLetters(client, topics, offsets);
        topics.make();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnavailableException if Kafka is unreachable; some of the events may have been appended
     */
    @Override
    public void appendTraced(List<TracedEvent> events) {
        client.append(events.stream().map(this::encode).toList());
    }

    private ProducerRecord<String, String> encode(TracedEvent traced) {
        Event event = traced.event();
        return new ProducerRecord<>(topics.name(event.stream()), Long.toString(event.key()), codec.encode(traced));
    }

    @Override
    public Subscription subscribe(String group, EventConsumer consumer) {
        lock.lock();
        try {
            if (members.containsKey(group)) {
                throw new IllegalStateException("Group " + group + " is already subscribed");
            }
            CountedDeadLetters letters = new CountedDeadLetters();
            KafkaGroupMember member = join(group, consumer, letters);
            members.put(group, member);
            return new GroupSubscription(this, group, member, letters);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasGroup(String group) {
        return offsets.has(topics.group(group));
    }

    @Override
    public void addGroup(String group, Set<Event.Stream> streams) {
        boolean _ = offsets.begin(topics.group(group), topics.names(streams));
    }

    private KafkaGroupMember join(String group, EventConsumer consumer, CountedDeadLetters letters) {
        String id = topics.group(group);
        List<String> names = topics.names(consumer.streams());
        boolean begun = offsets.begin(id, names);
        KafkaGroupMember member = new KafkaGroupMember(
                group,
                client.member(id),
                deliveries(partition -> Recipient.group(group, consumer, letters.counting(deadLetters.of(partition)))),
                names,
                client.deadline());
        if (begun) {
            awaitJoined(group, member);
        }
        return member;
    }

    /** Until the group has a member, another process that also considers it new could move its start. */
    private static void awaitJoined(String group, KafkaGroupMember member) {
        try {
            if (!member.awaitJoined(PATIENCE_TO_JOIN)) {
                log.warn("Group {} has no partitions yet", group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Subscription follow(EventConsumer consumer) {
        List<String> names = topics.names(consumer.streams());
        CountedDeadLetters letters = new CountedDeadLetters();
        PartitionDeliveries deliveries = deliveries(_ -> Recipient.follower(consumer, letters));
        KafkaFollower follower = new KafkaFollower(client, topics, offsets, names, deliveries);
        followers.add(follower);
        return new FollowerSubscription(this, follower, letters);
    }

    /**
     * The last events of a stream that the log still has, those of one key in their order: about this many.
     *
     * @throws UnavailableException if Kafka is unreachable or slow
     */
    public List<Event> last(Event.Stream stream, int count) {
        Map<TopicPartition, Long> ends = offsets.ends(topics.partitions(List.of(topics.name(stream))));
        return new KafkaTail(client, codec, ends).read(Math.ceilDiv(count, ends.size()));
    }

    private PartitionDeliveries deliveries(Function<TopicPartition, Recipient> recipients) {
        return new PartitionDeliveries(recipients, settings, client.settings().partitions(), tracer, codec);
    }

    /** Kafka removes events by age, and removes a group by itself when it has had no members for a while. */
    @Override
    public void retainGroups(Set<String> groups) {}

    @Override
    public List<DeadLetter> deadLetters(String group, int limit) {
        return deadLetters.read(group, limit);
    }

    @Override
    public void keepDeadLetter(String group, LoggedEvent event, int attempts, String error) {
        deadLetters.of(BACKFILL).keep(group, event, attempts, error);
    }

    @Override
    public void settle(String group, DeadLetter letter) {
        deadLetters.settle(group, letter);
    }

    @Override
    public long lag(String group) {
        KafkaGroupMember member = members.get(group);
        return offsets.lag(
                topics.group(group),
                (partition, end) -> member == null ? -1 : member.deliveries().backlog(partition, end));
    }

    @Override
    public long lagHere(String group) {
        KafkaGroupMember member = members.get(group);
        return member == null ? 0 : offsets.lag(topics.group(group), member::left);
    }

    /** Closes the subscriptions, all at once; the client is closed by its owner. */
    @Override
    public void close() {
        List<Thread> closing = new ArrayList<>();
        members.forEach((group, member) -> closing.add(Thread.startVirtualThread(() -> unsubscribe(group, member))));
        followers.forEach(follower -> closing.add(Thread.startVirtualThread(() -> unfollow(follower))));
        closing.forEach(KafkaEventLog::join);
    }

    /** Stops as in a crash: work in progress is not committed, and nobody is notified. */
    void crash() {
        members.values().forEach(KafkaGroupMember::crash);
    }

    private void unsubscribe(String group, KafkaGroupMember member) {
        member.close();
        members.remove(group, member);
    }

    private void unfollow(KafkaFollower follower) {
        follower.close();
        followers.remove(follower);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result of {@link #subscribe}. */
    private record GroupSubscription(
            KafkaEventLog log, String group, KafkaGroupMember member, CountedDeadLetters letters)
            implements Subscription {
        @Override
        public long lag() {
            return log.lagHere(group);
        }

        @Override
        public long deadLetters() {
            return letters.count();
        }

        @Override
        public void close() {
            log.unsubscribe(group, member);
        }
    }

    /** The result of {@link #follow}. */
    private record FollowerSubscription(KafkaEventLog log, KafkaFollower follower, CountedDeadLetters letters)
            implements Subscription {
        @Override
        public long lag() {
            return follower.lag();
        }

        @Override
        public long deadLetters() {
            return letters.count();
        }

        @Override
        public void close() {
            log.unfollow(follower);
        }
    }
}

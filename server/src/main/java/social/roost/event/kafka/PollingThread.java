package social.roost.event.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls a consumer until it is stopped, through all outages, and passes records to the deliveries. */
final class PollingThread {
    private static final Logger log = LoggerFactory.getLogger(PollingThread.class);
    private static final Duration WAIT = Duration.ofMillis(100);

    /** While events are held back, room for them must be noticed soon. */
    private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(2);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final String name;
    private final Consumer<String, String> consumer;
    private final PartitionDeliveries deliveries;
    private final Thread thread;
    private volatile boolean stopped;
    private boolean failing;

    /**
     * @param afterPoll additional work of the consumer's thread
     * @param atEnd the last action with the consumer
     */
    PollingThread(
            String name,
            Consumer<String, String> consumer,
            PartitionDeliveries deliveries,
            Runnable afterPoll,
            Runnable atEnd) {
        this.name = name;
        this.consumer = consumer;
        this.deliveries = deliveries;
        thread = Thread.ofPlatform().name(name + "-poll").daemon().unstarted(() -> run(afterPoll, atEnd));
    }

    void start() {
        thread.start();
    }

    /** Stops it and waits for that. */
    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Runnable afterPoll, Runnable atEnd) {
        try {
            while (!stopped) {
                pollOnce(afterPoll);
            }
        } catch (InterruptedException e) {
            log.warn("The consumer of {} was interrupted", name);
        } finally {
            atEnd.run();
        }
    }

    private void pollOnce(Runnable afterPoll) throws InterruptedException {
        try {
            deliveries.take(consumer.poll(deliveries.holdBack() ? WAIT_FOR_ROOM : WAIT), consumer);
            afterPoll.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("{} cannot read events from Kafka; will retry", name, e);
            }
            failing = true;
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
    }
}

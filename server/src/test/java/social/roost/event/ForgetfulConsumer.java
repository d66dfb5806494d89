package social.roost.event;

import java.time.Duration;

/** A consumer that makes nothing durable until it has to. */
record ForgetfulConsumer(RecordingConsumer recorded) implements EventConsumer {
    @Override
    public void consume(Event event) {
        recorded.consume(event);
    }

    @Override
    public Duration checkpointPause() {
        return Duration.ofHours(1);
    }
}

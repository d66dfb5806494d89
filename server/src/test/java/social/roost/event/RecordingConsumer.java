package social.roost.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records what it receives, in order, for tests to wait for. */
public final class RecordingConsumer implements EventConsumer {
    private static final int PATIENCE_SECONDS = 40;

    private final LinkedBlockingQueue<Event> received = new LinkedBlockingQueue<>();

    @Override
    public void consume(Event event) {
        received.add(event);
    }

    /** The next events, as soon as there are this many. */
    public List<Event> take(int count) throws InterruptedException {
        List<Event> taken = new ArrayList<>();
        while (taken.size() < count) {
            Event event = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("Only " + taken + " came");
            }
            taken.add(event);
        }
        return taken;
    }

    /** The events that were not taken. */
    public List<Event> rest() {
        return List.copyOf(received);
    }
}

package social.roost.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.http.PendingBytes.Hold;

/**
 * An open connection on which a client is told what happens, until one of the two ends it: a WebSocket, or Server-Sent Events.
 *
 * <p>May be used from any thread. What a client does not take in waits here, up to a bound: whoever sends looks first whether the
 * stream {@link #isFull}.
 */
public abstract class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int MAXIMUM_WAITING_BYTES = 64 * 1024;

    /** Messages that a client may have sent which were not seen to yet. */
    private static final int MAXIMUM_MESSAGES = 32;

    private static final int TOO_MUCH = 1008;

    private final Listener listener;
    private final InOrder happenings;
    private final Exchange exchange;
    private final Hold hold;
    private final Promise<Void> over = Promise.promise();
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private volatile boolean full;
    private volatile long heardNanos = System.nanoTime();

    /** @param threads where the listener is told what happens */
    EventStream(Exchange exchange, Listener listener, Executor threads) {
        this.exchange = exchange;
        this.listener = listener;
        this.hold = exchange.parting().hold(this::evict);
        this.happenings = new InOrder(threads);
    }

    /**
     * Sends an event.
     *
     * @param event its kind, letters only
     * @param id where the client can go on from, if this is the last that reaches it; letters, digits, - and _
     * @param data what happened
     */
    public final void send(String event, String id, EncodedJson data) {
        int bytes = data.bytes();
        waitingBytes.addAndGet(bytes);
        hold.add(bytes);
        unlessEnded(() -> write(event, id, data).onComplete(done -> written(bytes)));
    }

    /** Whether the client takes in less than it is sent, so that nothing more should be until {@link Listener#drained}. */
    public final boolean isFull() {
        if (!full && waitingBytes.get() > MAXIMUM_WAITING_BYTES) {
            full = true;
            // Unless all of it was written just now, and nobody will come to say so.
            full = waitingBytes.get() > 0;
        }
        return full;
    }

    /** Lets the client, and whatever is in between, know that the connection is still there. */
    public final void ping() {
        unlessEnded(this::writePing);
    }

    /**
     * Ends the stream.
     *
     * @param code of RFC 6455, section 7.4
     */
    public final void close(int code, String reason) {
        unlessEnded(() -> end(code, reason));
    }

    /** When something last came from the client that shows it is there, as {@link System#nanoTime}. */
    public final long heardNanos() {
        return heardNanos;
    }

    abstract Future<Void> write(String event, String id, EncodedJson data);

    abstract void writePing();

    abstract void end(int code, String reason);

    final void heard() {
        heardNanos = System.nanoTime();
    }

    final void opened() {
        happenings.run(() -> listener.opened(this));
    }

    final void received(String message) {
        heard();
        if (happenings.waiting() < MAXIMUM_MESSAGES) {
            happenings.run(() -> listener.received(message));
        } else {
            close(TOO_MUCH, "The client sends messages faster than they can be processed.");
        }
    }

    final void closed() {
        over.tryComplete();
        hold.close();
        happenings.run(listener::closed);
    }

    /** Ends it without waiting for the client to receive anything more. */
    private void evict() {
        exchange.parting().evict(over.future());
        closed();
    }

    /** Ends the connection once this is written, or soon. */
    final void endAfter(Future<Void> written) {
        exchange.parting().breakOffAfter(written);
    }

    private void written(int bytes) {
        hold.add(-bytes);
        if (waitingBytes.addAndGet(-bytes) == 0 && full) {
            full = false;
            happenings.run(listener::drained);
        }
    }

    /** It may end at any moment, which its listener is told of. */
    private static void unlessEnded(Runnable action) {
        try {
            action.run();
        } catch (IllegalStateException e) {
            LOG.debug("The stream has ended", e);
        }
    }

    /** How a client wants to be told. */
    enum Kind {
        WEB_SOCKET,
        SERVER_SENT_EVENTS
    }

    /** What happens to a stream, told one after the other, on virtual threads: everything here may block. */
    public interface Listener {
        /** Called once, before all else. */
        void opened(EventStream stream);

        /** There will be no stream after all, and nothing else is called. Must not block. */
        default void rejected() {}

        /** The client, which has a WebSocket, says something. */
        void received(String message);

        /** All that waited in a stream that was full has been written. */
        void drained();

        /** The stream has ended, whoever ended it. May be called again. */
        void closed();
    }

    /** An answer that goes on. */
    record Opening(Kind kind, Listener listener) {}
}

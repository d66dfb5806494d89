package social.roost.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.http.PendingBytes.Hold;

/**
 * An open connection on which the server sends events until one side closes it: a WebSocket, or Server-Sent Events.
 *
 * <p>Thread-safe. Events that the client has not received wait here, up to a limit: senders first check whether the
 * stream {@link #isFull}.
 */
public abstract class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int MAXIMUM_WAITING_BYTES = 64 * 1024;

    /** Messages from a client that may wait to be handled. */
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

    /** @param threads where the listener is called */
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
     * @param id where the client can continue if this is the last event it receives; letters, digits, - and _
     * @param data the content
     */
    public final void send(String event, String id, EncodedJson data) {
        int bytes = data.bytes();
        waitingBytes.addAndGet(bytes);
        hold.add(bytes);
        unlessEnded(() -> write(event, id, data).onComplete(done -> written(bytes)));
    }

    /** Whether the client reads too slowly, so that nothing more should be sent until {@link Listener#drained}. */
    public final boolean isFull() {
        if (!full && waitingBytes.get() > MAXIMUM_WAITING_BYTES) {
            full = true;
            // Unless everything was written just now: then nothing would report it later.
            full = waitingBytes.get() > 0;
        }
        return full;
    }

    /** Shows the client and all proxies that the connection is alive. */
    public final void ping() {
        unlessEnded(this::writePing);
    }

    /**
     * Closes the stream.
     *
     * @param code a status code of RFC 6455, section 7.4
     */
    public final void close(int code, String reason) {
        unlessEnded(() -> end(code, reason));
    }

    /** The time of the last sign of life from the client, as {@link System#nanoTime}. */
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

    /** Closes the stream without waiting for the client to receive the rest. */
    private void evict() {
        exchange.parting().evict(over.future());
        closed();
    }

    /** Closes the connection after this is written, or after a short wait. */
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

    /** The stream can close at any moment; its listener is notified of that separately. */
    private static void unlessEnded(Runnable action) {
        try {
            action.run();
        } catch (IllegalStateException e) {
            LOG.debug("The stream has ended", e);
        }
    }

    /** The protocol of a stream. */
    enum Kind {
        WEB_SOCKET,
        SERVER_SENT_EVENTS
    }

    /** Receives what happens to a stream, one call after the other, on virtual threads: every method may block. */
    public interface Listener {
        /** Called once, before all other methods. */
        void opened(EventStream stream);

        /** The stream was not opened after all; no other method is called. Must not block. */
        default void rejected() {}

        /** The client sent a message on a WebSocket. */
        void received(String message);

        /** A full stream has written everything that waited. */
        void drained();

        /** The stream has closed, whichever side closed it. May be called again. */
        void closed();
    }

    /** A response that continues as a stream. */
    record Opening(Kind kind, Listener listener) {}
}

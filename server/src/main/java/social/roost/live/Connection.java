package social.roost.live;

import social.roost.base.Cursor;

/**
 * A client's connection for a stream. Thread-safe. What the client has not received waits in it: senders first check
 * whether it {@link #isFull}.
 */
public interface Connection {

    /**
     * Sends an event.
     *
     * @param at where the client can continue if this is the last event it receives
     */
    void send(StreamEvent event, Cursor at);

    /** Whether the client reads too slowly. */
    boolean isFull();

    /** Shows the client and all proxies that the connection is alive. */
    void ping();

    /** The time of the last sign of life from the client, as {@link System#nanoTime}. */
    long heardNanos();

    void close(Closing closing);
}

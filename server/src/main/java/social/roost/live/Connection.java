package social.roost.live;

import social.roost.base.Cursor;

/**
 * A client's connection, on which a stream is sent. May be used from any thread. What a client does not take in waits in it: whoever
 * sends looks first whether it {@link #isFull}.
 */
public interface Connection {

    /**
     * Sends an event.
     *
     * @param at where the client can go on from, if this is the last event that reaches it
     */
    void send(StreamEvent event, Cursor at);

    /** Whether the client takes in less than it is sent. */
    boolean isFull();

    /** Lets the client, and whatever is in between, know that the connection is still there. */
    void ping();

    /** When something last came from the client that shows it is there, as {@link System#nanoTime}. */
    long heardNanos();

    void close(Closing closing);
}

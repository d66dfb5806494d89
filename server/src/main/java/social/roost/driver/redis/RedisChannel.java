package social.roost.driver.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.base.UnavailableException;

/**
 * Messages to all processes that listen at this moment; Redis stores none. Reconnects by itself. What is sent while a
 * process is disconnected does not reach that process.
 */
public final class RedisChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisChannel.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Redis redis;
    private final RedisConnector connector;
    private final String name;
    private final Consumer<byte[]> listener;
    private final LogThrottle throttle = new LogThrottle(1);
    private @Nullable StatefulRedisPubSubConnection<String, byte[]> connection;
    private volatile boolean closed;

    /** Listens when this returns, or later if Redis is not available. */
    RedisChannel(Redis redis, RedisConnector connector, String name, Consumer<byte[]> listener) {
        this.redis = redis;
        this.connector = connector;
        this.name = name;
        this.listener = listener;
        if (!isListening()) {
            var _ = Thread.startVirtualThread(this::listenLater);
        }
    }

    /** Sends a message to all listeners, also of this process; a failure is logged and the message lost. */
    public void publish(byte[] message) {
        try {
            var _ = redis.callOnce(RedisCall.publish(name, message));
        } catch (UnavailableException e) {
            logFailure("send", e);
        }
    }

    private void listenLater() {
        do {
            LockSupport.parkNanos(PAUSE);
        } while (!isListening());
    }

    /** Tries to listen, unless it is closed. */
    private boolean isListening() {
        try {
            listen();
            return true;
        } catch (RuntimeException e) {
            logFailure("listen", e);
            return false;
        }
    }

    private synchronized void listen() {
        if (closed) {
            return;
        }
        StatefulRedisPubSubConnection<String, byte[]> opened = connector.connectToListen();
        opened.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, byte[] message) {
                listener.accept(message);
            }
        });
        try {
            opened.sync().subscribe(name);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        connection = opened;
    }

    private void logFailure(String attempt, RuntimeException failure) {
        if (!closed && throttle.allows()) {
            LOG.warn("Could not {} in the channel {} of Redis", attempt, name, failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            if (connection != null) {
                connection.close();
            }
        }
    }
}

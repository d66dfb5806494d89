package social.roost.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Guards the socket of every accepted connection, below TLS and HTTP.
 *
 * <ul>
 * <li>The first request head must be complete within a deadline that starts when the connection is accepted.
 * <li>While the client does not read what was sent, nothing is read from it, so that automatic replies of a protocol
 *     (PONG, acknowledgements) cannot pile up.
 * <li>It can close the connection without waiting for pending writes.
 * </ul>
 */
final class ConnectionGuard extends ChannelDuplexHandler {
    private static final AttributeKey<ConnectionGuard> KEY = AttributeKey.valueOf(ConnectionGuard.class, "guard");

    private final Connections connections;
    private final SocketChannel channel;
    private final ClientAddress address;
    private final long headMillis;
    private @Nullable EventExecutor loop;
    private @Nullable Future<?> headDeadline;
    private boolean proven;
    private boolean wantsToRead;
    private volatile boolean ended;

    private ConnectionGuard(Connections connections, SocketChannel channel, ClientAddress address, long headMillis) {
        this.connections = connections;
        this.channel = channel;
        this.address = address;
        this.headMillis = headMillis;
    }

    /**
     * Guards a connection that was just accepted and is not on an event loop yet.
     *
     * @return whether it may stay; otherwise the caller must close it
     */
    static boolean watch(SocketChannel channel, Connections connections, long headMillis) {
        ClientAddress address = ClientAddress.of(channel.remoteAddress());
        ConnectionGuard guard = new ConnectionGuard(connections, channel, address, headMillis);
        if (!connections.admit(guard)) {
            return false;
        }
        channel.closeFuture().addListener(closed -> guard.closed());
        channel.attr(KEY).set(guard);
        channel.pipeline().addFirst(guard);
        return true;
    }

    /** Null if no listener of ours accepted the connection. */
    static @Nullable ConnectionGuard of(HttpConnection connection) {
        return connection instanceof HttpServerConnection server
                ? server.channelHandlerContext().channel().attr(KEY).get()
                : null;
    }

    ClientAddress address() {
        return address;
    }

    /** Called on the event loop of the connection when a request head is complete. */
    void headReceived() {
        if (!proven) {
            proven = true;
            stopDeadline();
            connections.proven(this);
        }
    }

    /** Closes the socket immediately; unsent data is dropped. Called from any thread. */
    void end() {
        ended = true;
        if (channel.isRegistered()) {
            channel.eventLoop().execute(this::closeNow);
        }
    }

    /**
     * Reports the end of the connection after the event loop's next select, because only that frees its file descriptor.
     * A scheduled task runs then; the event loop runs other tasks for up to a second before it selects.
     */
    private void closed() {
        if (loop == null) {
            connections.closed(this);
        } else {
            var _ = loop.schedule(() -> connections.closed(this), 0, TimeUnit.MILLISECONDS);
        }
    }

    private void closeNow() {
        ChannelHandlerContext first = channel.pipeline().context(this);
        if (first != null) {
            var _ = first.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        loop = context.executor();
        // The connection may have been closed before an event loop took it over.
        long millis = ended ? 0 : headMillis;
        headDeadline = loop.schedule(this::closeNow, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stopDeadline();
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (channel.isWritable()) {
            context.read();
        } else {
            wantsToRead = true;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (wantsToRead && channel.isWritable()) {
            wantsToRead = false;
            context.read();
        }
        context.fireChannelWritabilityChanged();
    }

    private void stopDeadline() {
        if (headDeadline != null) {
            headDeadline.cancel(false);
            headDeadline = null;
        }
    }
}

package social.roost.http;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.impl.transports.TransportInternal;
import io.vertx.core.transport.Transport;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A transport whose listeners check each connection as soon as it is accepted. Vert.x itself reports a connection only
 * once it knows the protocol, which requires the client to send something.
 */
final class GuardedTransport extends NioTransport {
    private static final long PAUSE_NANOS = 1_000_000;

    private final BooleanSupplier room;
    private final Predicate<SocketChannel> admission;

    private GuardedTransport(BooleanSupplier room, Predicate<SocketChannel> admission) {
        this.room = room;
        this.admission = admission;
    }

    /**
     * Creates a transport. Both functions are called on the thread that accepts connections, and must not block.
     *
     * @param room whether there is room for another connection; otherwise it waits in the backlog
     * @param admission whether an accepted connection may stay
     */
    static Transport of(BooleanSupplier room, Predicate<SocketChannel> admission) {
        return new TransportInternal("guarded", true, null, new GuardedTransport(room, admission));
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return domainSocket ? super.serverChannelFactory(true) : GuardedListener::new;
    }

    private final class GuardedListener extends NioServerSocketChannel {
        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            if (!room.getAsBoolean()) {
                // If accepting failed because there are no descriptors, Netty would pause for a second.
                LockSupport.parkNanos(PAUSE_NANOS);
                return 0;
            }
            int count = super.doReadMessages(accepted);
            if (count == 1 && accepted.getLast() instanceof SocketChannel connection && !admission.test(connection)) {
                accepted.removeLast();
                connection.unsafe().closeForcibly();
                // Not -1, which would mean that the listener itself has closed.
                return 0;
            }
            return count;
        }
    }
}

package social.roost.http;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.impl.transports.TransportInternal;
import io.vertx.core.transport.Transport;
import java.util.List;
import java.util.function.Predicate;

/**
 * A transport whose listeners check each connection as soon as it is accepted. Vert.x itself reports a connection only
 * once it knows the protocol, which requires the client to send something.
 */
final class GuardedTransport extends NioTransport {
    private final Predicate<SocketChannel> admission;

    private GuardedTransport(Predicate<SocketChannel> admission) {
        this.admission = admission;
    }

    /** @param admission whether a connection may stay; called on an event loop, and must not block */
    static Transport of(Predicate<SocketChannel> admission) {
        return new TransportInternal("guarded", true, null, new GuardedTransport(admission));
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return domainSocket ? super.serverChannelFactory(true) : GuardedListener::new;
    }

    private final class GuardedListener extends NioServerSocketChannel {
        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
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

package social.roost.loadgen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Source addresses of connections: each address of the loopback network has its own ports. */
final class Source {
    private static final int CONNECTIONS_OF_ONE_ADDRESS = 5_000;

    private Source() {}

    static InetSocketAddress of(int connection) throws UnknownHostException {
        byte[] address = {127, 0, 1, (byte) (1 + connection / CONNECTIONS_OF_ONE_ADDRESS)};
        return new InetSocketAddress(InetAddress.getByAddress(address), 0);
    }
}

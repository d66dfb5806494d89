package social.roost.gateway;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code host:port}, where the host is a name, an IPv4 address or an IPv6 address in brackets. */
record HostAddress(String host, int port) {
    private static final Pattern TEXT = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:/\\s\\[\\]]+):(\\d{1,5})");

    /** @throws IllegalArgumentException if the text is malformed */
    static HostAddress parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
            throw new IllegalArgumentException("\"" + text + "\" is not a valid address, expected host:port");
        }
        return new HostAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** Resolves all current addresses of the host, subject to the JVM's DNS cache. Blocks. */
    List<SocketAddress> lookUp() throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .toList();
    }
}

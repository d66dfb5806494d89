package social.roost.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The address of a client, as far as it is known. */
record ClientAddress(InetAddress address) {
    private static final int IPV4_BYTES = 4;
    private static final int SITE_BITS = 48;

    /**
     * Parses an address as in {@code X-Forwarded-For} and {@code Forwarded}: with or without a port, IPv6 with or
     * without brackets.
     *
     * @return null for anything else, such as a name
     */
    static @Nullable ClientAddress parse(String text) {
        String bare = withoutPort(text.strip());
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(bare);
        return address == null ? null : new ClientAddress(address);
    }

    static ClientAddress of(InetSocketAddress address) {
        return new ClientAddress(address.getAddress());
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? "" : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    /**
     * A number for the network of one client: an IPv4 address, or the first 64 bits of an IPv6 address, since a client
     * usually has the whole /64. The two do not overlap: no client's IPv6 address begins with 32 zero bits.
     */
    long network() {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == IPV4_BYTES ? Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
    }

    /** The first 48 bits of an IPv6 address, the most that one site may have; empty for an IPv4 address. */
    OptionalLong site() {
        return address.getAddress().length == IPV4_BYTES
                ? OptionalLong.empty()
                : OptionalLong.of(network() >>> (Long.SIZE - SITE_BITS));
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}

package social.roost.link;

import java.net.InetAddress;

/**
 * All addresses that begin with the same bits.
 *
 * @param bits how many bits of the address they share
 */
public record Network(InetAddress address, int bits) {

    public Network {
        if (bits < 0 || bits > 8 * address.getAddress().length) {
            throw new IllegalArgumentException(
                    "a network of " + address.getHostAddress() + " has no " + bits + " bits");
        }
    }

    /**
     * Parses {@code 10.0.0.0/8} or {@code fc00::/7}; without a number of bits, the network is a single address.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new Network(
                address, slash < 0 ? 8 * address.getAddress().length : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}

package social.roost.link;

import java.io.IOException;
import java.net.InetAddress;

/** Looks up the addresses of a host. */
@FunctionalInterface
public interface Resolver {

    /**
     * All addresses of the host, the preferred one first.
     *
     * @throws IOException if there is none
     */
    InetAddress[] resolve(String host) throws IOException;
}

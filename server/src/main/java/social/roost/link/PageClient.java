package social.roost.link;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;

/** Makes a single request for a page: without cookies, and without following redirects. */
public interface PageClient extends AutoCloseable {

    /**
     * Connects to this address, whatever the name of the host resolves to. With TLS, the certificate must be valid for
     * the name of the host.
     *
     * @param deadline for everything; the connection is then closed
     * @throws IOException if there is no complete response
     */
    PageAnswer get(PageAddress page, InetAddress connectTo, Duration deadline) throws IOException;

    @Override
    void close();
}

package social.roost.push;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.link.PageAddress;

/** Makes a single request to a push service, over TLS, without following redirects. */
public interface PushClient extends AutoCloseable {

    /**
     * Posts to the endpoint at this address, whatever the name of the host resolves to. The certificate must be valid
     * for the name. Of the answer, only the head is read.
     *
     * @param deadline for everything; the connection is then closed
     * @throws IOException if there is no answer
     */
    Answer post(PageAddress endpoint, InetAddress connectTo, Message message, Duration deadline) throws IOException;

    @Override
    void close();

    /** What is sent. */
    record Message(Map<String, String> headers, Encrypted body) {}

    /**
     * What the push service answers.
     *
     * @param retryAfter the header of this name; null if it was not sent
     */
    record Answer(int status, @Nullable String retryAfter) {}
}

package social.roost.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Sends one request after the other on one connection, as long as the server keeps it open. For one thread. */
public final class RawClient implements AutoCloseable {
    private final int port;
    private @Nullable RawConnection connection;

    public RawClient(int port) {
        this.port = port;
    }

    public Answer call(RawRequest request) {
        try {
            RawConnection open = connection == null ? new RawConnection(port) : connection;
            connection = open;
            Answer answer = open.call(request);
            if (answer.closes()) {
                close();
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            close();
            throw new AssertionError("No answer to " + request, e);
        }
    }

    @Override
    public void close() {
        RawConnection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

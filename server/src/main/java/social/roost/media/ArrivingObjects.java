package social.roost.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Receives objects of clients that this server receives itself. The promises are those of {@link ObjectStorage}. */
public interface ArrivingObjects {

    /**
     * Stores what arrives as an object.
     *
     * @param size how many bytes are taken at most
     * @return whether exactly that many arrived; otherwise nothing is stored
     * @throws RuntimeException of the source; then nothing is stored
     */
    boolean receive(String key, long size, Source source);

    /** What arrives. */
    @FunctionalInterface
    interface Source {
        /** Waits for more bytes; null at the end. */
        @Nullable
        ByteBuffer next() throws IOException;
    }
}

package social.roost.media;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects by key: large values that are written once, read in parts and deleted.
 *
 * <p>Promises: an object is there completely or not at all, and durable when {@link #put} returns. A read after a write
 * or deletion sees it. A failed write leaves nothing behind, or, after a crash, something that is removed before long
 * without having been visible.
 *
 * <p>Methods throw {@link social.roost.base.UnavailableException} while the storage does not respond.
 */
public interface ObjectStorage {

    /**
     * Stores a file, replacing an object with this key.
     *
     * @param key of letters, digits and {@code . _ - /}
     */
    void put(String key, Path file, String contentType);

    /** Null if there is no such object. */
    @Nullable
    Stored head(String key);

    /**
     * Opens a part of an object.
     *
     * @return positioned at the offset; a channel of a file may have more bytes than the part
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    ReadableByteChannel open(String key, long offset, long length) throws IOException;

    /**
     * Copies an object to a new file.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    void copyTo(String key, Path file) throws IOException;

    /** Deletes an object. Does nothing if there is none. */
    void delete(String key);

    /**
     * Lists objects in the order of their keys.
     *
     * @param after only keys above this one; empty for all
     */
    List<Stored> list(String prefix, String after, int limit);

    /**
     * Lets a client upload exactly this, without further permission.
     *
     * @param mediaId of the upload
     */
    Target beginUpload(long mediaId, String key, Medium.Upload upload, Instant expiry);

    /**
     * An object.
     *
     * @param storedAt in milliseconds since 1970
     */
    record Stored(String key, long bytes, long storedAt) {}

    /** Where to send a file, and with which headers. */
    record Target(String url, Map<String, String> headers) {}
}

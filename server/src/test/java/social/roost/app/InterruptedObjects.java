package social.roost.app;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.media.Medium;
import social.roost.media.ObjectStorage;

/** An object storage with outages, in which it still says whether an object exists, so that uploads can be reported. */
final class InterruptedObjects implements ObjectStorage {
    private final ObjectStorage storage;
    private final AtomicBoolean down;

    /** @param down while there is an outage */
    InterruptedObjects(ObjectStorage storage, AtomicBoolean down) {
        this.storage = storage;
        this.down = down;
    }

    private ObjectStorage storage() {
        if (down.get()) {
            throw new UnavailableException("s3", new IOException("Connection refused"));
        }
        return storage;
    }

    @Override
    public void put(String key, Path file, String contentType) {
        storage().put(key, file, contentType);
    }

    @Override
    public @Nullable Stored head(String key) {
        return storage.head(key);
    }

    @Override
    public ReadableByteChannel open(String key, long offset, long length) throws IOException {
        return storage().open(key, offset, length);
    }

    @Override
    public void copyTo(String key, Path file) throws IOException {
        storage().copyTo(key, file);
    }

    @Override
    public void delete(String key) {
        storage().delete(key);
    }

    @Override
    public List<Stored> list(String prefix, String after, int limit) {
        return storage().list(prefix, after, limit);
    }

    @Override
    public Target beginUpload(long mediaId, String key, Medium.Upload upload, Instant expiry) {
        return storage.beginUpload(mediaId, key, upload, expiry);
    }
}

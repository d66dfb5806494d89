package social.roost.media.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.driver.s3.S3Bucket;
import social.roost.media.Medium;
import social.roost.media.ObjectStorage;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Objects in a bucket. Clients send files to it directly, with a signed URL. */
public final class S3ObjectStorage implements ObjectStorage {
    private final S3Bucket bucket;
    private final InstantSource clock;

    public S3ObjectStorage(S3Bucket bucket, InstantSource clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public void put(String key, Path file, String contentType) {
        bucket.put(key, file, contentType);
    }

    @Override
    public @Nullable Stored head(String key) {
        HeadObjectResponse object = bucket.head(key);
        return object == null
                ? null
                : new Stored(key, object.contentLength(), object.lastModified().toEpochMilli());
    }

    @Override
    public ReadableByteChannel open(String key, long offset, long length) throws IOException {
        return new ObjectChannel(read(key, "bytes=" + offset + "-" + (offset + length - 1)));
    }

    @Override
    public void copyTo(String key, Path file) throws IOException {
        try (InputStream in = read(key, null)) {
            long _ = Files.copy(in, file);
        }
    }

    private ResponseInputStream<?> read(String key, @Nullable String range) throws NoSuchFileException {
        ResponseInputStream<?> in = bucket.get(key, range);
        if (in == null) {
            throw new NoSuchFileException(key);
        }
        return in;
    }

    @Override
    public void delete(String key) {
        bucket.delete(key);
    }

    @Override
    public List<Stored> list(String prefix, String after, int limit) {
        return bucket.list(prefix, after, limit).stream()
                .map(object -> new Stored(
                        object.key(), object.size(), object.lastModified().toEpochMilli()))
                .toList();
    }

    @Override
    public Target beginUpload(long mediaId, String key, Medium.Upload upload, Instant expiry) {
        String url = bucket.putUrl(key, upload.type(), upload.size(), Duration.between(clock.instant(), expiry));
        return new Target(url, Map.of("Content-Type", upload.type()));
    }
}

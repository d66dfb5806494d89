package social.roost.media.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.s3.S3Bucket;
import social.roost.driver.s3.S3Stage;
import social.roost.media.Medium;
import social.roost.media.ObjectStorage;
import social.roost.media.ObjectStorageContract;
import social.roost.media.Purpose;

@Tag("stack")
class S3ObjectStorageTest extends ObjectStorageContract {
    private static final String KEY = "uploads/7";

    private final S3Bucket bucket = S3Stage.open();
    private final S3ObjectStorage storage = new S3ObjectStorage(bucket, InstantSource.system());

    @Override
    protected ObjectStorage storage() {
        return storage;
    }

    @AfterEach
    void empty() {
        storage.list("", "", 1_000).forEach(object -> storage.delete(object.key()));
        bucket.close();
    }

    @Test
    void aSignedUrlStoresExactlyWhatWasAnnounced() throws IOException, InterruptedException {
        ObjectStorage.Target target = begin(Duration.ofMinutes(1));
        assertThat(target.headers()).containsOnlyKeys("Content-Type");
        assertThat(send("PUT", target.url(), "image/png", "longer")).isEqualTo(403);
        assertThat(send("PUT", target.url(), "image/png", "no")).isEqualTo(403);
        assertThat(send("PUT", target.url(), "text/html", "12345")).isEqualTo(403);
        assertThat(send("PUT", target.url().replace("uploads/7", "uploads/8"), "image/png", "12345"))
                .isEqualTo(403);
        assertThat(send("GET", target.url(), "image/png", "")).isEqualTo(403);
        assertThat(storage.list("", "", 10)).isEmpty();
        assertThat(send("PUT", target.url(), "image/png", "12345")).isEqualTo(200);
        assertThat(Objects.requireNonNull(storage.head(KEY)).bytes()).isEqualTo(5);
    }

    @Test
    void aSignedUrlExpires() throws IOException, InterruptedException {
        ObjectStorage.Target target = begin(Duration.ofMillis(1_200));
        Thread.sleep(2_500);
        assertThat(send("PUT", target.url(), "image/png", "12345")).isEqualTo(403);
        assertThat(storage.head(KEY)).isNull();
    }

    @Test
    void withoutASignatureNothingIsReadOrListed() throws IOException, InterruptedException {
        put(KEY, "secret");
        put("files/7/a.png", "private");
        String url = begin(Duration.ofMinutes(1)).url();
        assertThat(send("GET", url.substring(0, url.indexOf('?')), "text/plain", ""))
                .isEqualTo(403);
        assertThat(send("GET", url.substring(0, url.indexOf('?')).replace(KEY, "files/7/a.png"), "text/plain", ""))
                .isEqualTo(403);
        assertThat(send("GET", url.substring(0, url.indexOf("/uploads/")), "text/plain", ""))
                .isEqualTo(403);
    }

    @Test
    void aReaderMayStopEarly() throws IOException {
        put("files/7/a.png", "0123456789".repeat(100_000));
        for (int i = 0; i < 20; i++) {
            try (ReadableByteChannel channel = storage.open("files/7/a.png", 0, 1_000_000)) {
                ByteBuffer start = ByteBuffer.allocate(10);
                assertThat(channel.read(start)).isPositive();
            }
        }
        assertThat(storage.head("files/7/a.png")).isNotNull();
    }

    private ObjectStorage.Target begin(Duration lifetime) {
        return storage.beginUpload(
                7,
                KEY,
                new Medium.Upload(Purpose.TWEET, "image/png", 5),
                Instant.now().plus(lifetime));
    }

    private static int send(String method, String url, String type, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", type)
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}

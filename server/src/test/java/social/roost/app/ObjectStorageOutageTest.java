package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.media.Failure;
import social.roost.media.MediaState;
import social.roost.media.Medium;

@DisplayName("Media while the object storage is unavailable (I2, K4)")
@Timeout(60)
class ObjectStorageOutageTest {
    @TempDir
    Path folder;

    private final AtomicBoolean down = new AtomicBoolean();
    private LocalServer roost;
    private TestUploads uploads;
    private String token;

    @BeforeEach
    void open() {
        roost = new LocalServer(
                folder,
                stores -> TestMedia.in(
                        stores, new InterruptedObjects(stores.media().objects(), down)));
        uploads = new TestUploads(roost);
        token = roost.token(roost.register("alice"));
    }

    @AfterEach
    void close() {
        roost.close();
    }

    @Test
    void anUploadWaitsHoweverLongTheOutageIs() throws InterruptedException {
        String id = arrivedInAnOutage();
        awaitPostponed(id);
        for (int i = 0; i < 8; i++) {
            roost.clock.advance(Duration.ofMinutes(3));
            awaitPostponed(id);
            assertThat(medium(id).work().attempts()).isZero();
        }
        down.set(false);
        roost.clock.advance(Duration.ofMinutes(3));
        uploads.awaitState(token, id, "ready");
        expect(201, uploads.post(token, "Look", id));
    }

    @Test
    void afterADayItHasFailed() throws InterruptedException {
        String id = arrivedInAnOutage();
        awaitPostponed(id);
        roost.clock.advance(Duration.ofHours(25));
        Await.until(() -> medium(id).state() == MediaState.FAILED);
        assertThat(medium(id).failure()).isEqualTo(Failure.PROCESSING_TIMED_OUT);
    }

    @Test
    void deliveryIsUnavailableAndTweetsAreNot() {
        String id = uploads.ready(token, TestMedia.png("a heron"));
        expect(201, uploads.post(token, "Look", id));
        String path = uploads.path(token, id);
        down.set(true);
        expect(503, roost.call(RawRequest.of("GET", path)));
        assertThat(roost.get("/api/roost/v1/timelines/home", token).json().at("/includes/media"))
                .hasSize(1);
        down.set(false);
        expect(200, roost.call(RawRequest.of("GET", path)));
    }

    /** An upload whose file arrives before the outage, and is reported in it. */
    private String arrivedInAnOutage() {
        byte[] file = TestMedia.png("a heron");
        Answer begun = expect(201, uploads.begin(token, "image/png", file.length, "tweet"));
        expect(204, uploads.put(begun.member("upload_url"), "image/png", file));
        down.set(true);
        String id = begun.member("media_id");
        expect(
                202,
                roost.call(RawRequest.of("POST", TestUploads.MEDIA + id + "/uploaded")
                        .token(token)));
        return id;
    }

    private void awaitPostponed(String id) throws InterruptedException {
        Await.until(() -> {
            Medium medium = medium(id);
            return medium.state() == MediaState.UPLOADED && medium.work().dueAt() > roost.clock.millis();
        });
    }

    private Medium medium(String id) {
        return Objects.requireNonNull(roost.server.stores().media().rows().find(Long.parseLong(id)));
    }
}

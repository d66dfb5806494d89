package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.media.ObjectStorage;
import social.roost.media.PictureBytes;
import social.roost.media.Sample;

/**
 * Every upload that went wrong on other servers has its correct result, from the announcement to the files, with the real
 * processing. A bad file leaves nothing in any store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class UploadOutcomesContract {
    private static final int MANY = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalServer roost;
    private String alice;
    private String bob;

    /** Settings that choose the object storage. */
    abstract List<String> storage();

    @BeforeAll
    void start(@TempDir Path folder) {
        roost = LocalServer.withProcessing(folder, storage().toArray(String[]::new));
        alice = roost.token(roost.register("alice"));
        bob = roost.token(roost.register("bob"));
    }

    @AfterAll
    void stop() {
        objects("").forEach(objects()::delete);
        roost.close();
        http.close();
    }

    private ObjectStorage objects() {
        return roost.server.stores().media().objects();
    }

    private List<String> objects(String prefix) {
        return objects().list(prefix, "", MANY).stream()
                .map(ObjectStorage.Stored::key)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("social.roost.media.Samples#all")
    void everyUploadHasItsResult(Sample sample) throws Exception {
        byte[] content = sample.content().get();
        String type = announced(sample.name());
        if (content.length == 0) {
            assertThat(begin(alice, type, 0).status()).isEqualTo(422);
            return;
        }
        String id = upload(alice, type, content);
        JsonNode medium = awaitEnd(alice, id);
        if (sample.failure() == null) {
            assertThat(medium.path("state").asText()).as("%s", medium).isEqualTo("ready");
            assertThat(medium.path("kind").asText())
                    .isEqualTo(Objects.requireNonNull(sample.kind()).name().toLowerCase(Locale.ROOT));
            assertThat(medium.path("width").asInt()).isEqualTo(sample.width());
            assertThat(medium.path("height").asInt()).isEqualTo(sample.height());
            assertThat(expect(200, roost.get(path(medium), alice)).text()).doesNotContain("secret", "<script");
            expect(
                    204,
                    roost.call(RawRequest.of("DELETE", TestUploads.MEDIA + id).token(alice)));
        } else {
            assertThat(medium.path("state").asText()).as("%s", medium).isEqualTo("failed");
            assertThat(medium.at("/failure/code").asText())
                    .isEqualTo(sample.failure().name().toLowerCase(Locale.ROOT));
            assertThat(medium.at("/failure/text").asText()).isNotBlank();
        }
        awaitNothingLeft();
    }

    /** What the sender believes that it is. */
    private static String announced(String name) {
        List<List<String>> types = List.of(
                List.of("JPEG", "image/jpeg"),
                List.of("WebM", "video/webm"),
                List.of("recording", "video/webm"),
                List.of("WebP", "image/webp"),
                List.of("GIF", "image/gif"),
                List.of("MP4", "video/mp4"),
                List.of("video", "video/webm"));
        return types.stream()
                .filter(type -> name.contains(type.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("image/png");
    }

    @Test
    void theSamePictureOfTwoUsersIsTwoObjects() throws Exception {
        byte[] picture = PictureBytes.SMALLEST_PNG;
        String first = upload(alice, "image/png", picture);
        String second = upload(bob, "image/png", picture);
        JsonNode gone = awaitEnd(alice, first);
        JsonNode kept = awaitEnd(bob, second);
        assertThat(path(gone)).isNotEqualTo(path(kept));
        expect(
                204,
                roost.call(RawRequest.of("DELETE", TestUploads.MEDIA + first).token(alice)));
        expect(404, roost.get(path(gone), alice));
        expect(200, roost.get(path(kept), bob));
        expect(
                204,
                roost.call(RawRequest.of("DELETE", TestUploads.MEDIA + second).token(bob)));
        awaitNothingLeft();
    }

    private Answer begin(String token, String type, long size) {
        return new TestUploads(roost).begin(token, type, size, "tweet");
    }

    private String upload(String token, String type, byte[] content) throws IOException, InterruptedException {
        Answer begun = expect(201, begin(token, type, content.length));
        URI url = URI.create("http://127.0.0.1:" + roost.port).resolve(begun.member("upload_url"));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isBetween(200, 204);
        String id = begun.member("media_id");
        expect(
                202,
                roost.call(RawRequest.of("POST", TestUploads.MEDIA + id + "/uploaded")
                        .token(token)));
        return id;
    }

    private JsonNode awaitEnd(String token, String id) throws InterruptedException {
        JsonNode medium = roost.get(TestUploads.MEDIA + id, token).json().path("data");
        while (!List.of("ready", "failed").contains(medium.path("state").asText())) {
            Thread.sleep(10);
            medium = roost.get(TestUploads.MEDIA + id, token).json().path("data");
        }
        return medium;
    }

    private static String path(JsonNode medium) {
        JsonNode pictures = medium.has("sizes") ? medium.path("sizes") : medium.path("poster");
        return pictures.path(0).path("url").asText();
    }

    /** Removal is not part of the request. */
    private void awaitNothingLeft() throws InterruptedException {
        while (!objects("uploads/").isEmpty() || !objects("files/").isEmpty()) {
            Thread.sleep(10);
        }
    }
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;

/** Uploading and delivering the files of media. */
@DisplayName("Files of media (I1, I3)")
@Timeout(120)
class MediaFilesTest {
    @TempDir
    Path folder;

    private LocalServer roost;
    private TestUploads uploads;
    private String alice;
    private String token;

    @BeforeEach
    void open() {
        start();
        alice = roost.register("alice");
        token = roost.token(alice);
    }

    private void start() {
        roost = new LocalServer(folder);
        uploads = new TestUploads(roost);
    }

    @AfterEach
    void close() {
        roost.close();
    }

    @Test
    void aFileSaysWhatCachesAndBrowsersMayDoWithIt() {
        String id = uploads.ready(token, TestMedia.png("a heron"));
        expect(201, uploads.post(token, "", id));
        Answer file = roost.call(RawRequest.of("GET", uploads.path(token, id)));
        assertThat(file.header("cache-control")).hasValue("public, max-age=31536000, s-maxage=3600, immutable");
        assertThat(file.header("x-content-type-options")).hasValue("nosniff");
        assertThat(file.header("content-security-policy")).hasValue("default-src 'none'; sandbox");
        assertThat(file.header("cross-origin-resource-policy")).hasValue("cross-origin");
        assertThat(file.header("accept-ranges")).hasValue("bytes");
        assertThat(file.header("etag").orElseThrow()).matches("\"[0-9A-Za-z_-]+\"");
        Answer head = roost.call(RawRequest.of("HEAD", uploads.path(token, id)));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-length")).isEqualTo(file.header("content-length"));
        assertThat(head.header("etag")).isEqualTo(file.header("etag"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-2, 206, PNG, bytes 0-2/15",
        "bytes=4-, 206, 'heron thumb', bytes 4-14/15",
        "bytes=-5, 206, thumb, bytes 10-14/15",
        "bytes=10-99, 206, thumb, bytes 10-14/15",
        "bytes=15-, 416, , bytes */15",
        "bytes=-0, 416, , bytes */15",
        "'bytes=0-1,3-4', 200, 'PNG heron thumb', ",
        "bytes=5-4, 200, 'PNG heron thumb', ",
        "lines=1-2, 200, 'PNG heron thumb', ",
    })
    void aRangeIsAnswered(String range, int status, String content, String contentRange) {
        String id = uploads.ready(token, TestMedia.png("heron"));
        Answer part = roost.get(uploads.path(token, id), token);
        assertThat(part.text()).isEqualTo("PNG heron thumb");
        Answer answer = roost.call(
                RawRequest.of("GET", uploads.path(token, id)).token(token).header("range", range));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-range").orElse(null)).isEqualTo(contentRange);
        if (content != null) {
            assertThat(answer.text()).isEqualTo(content);
        }
    }

    @Test
    void aRangeOfAnotherVersionIsTheWholeFile() {
        String id = uploads.ready(token, TestMedia.png("heron"));
        String path = uploads.path(token, id);
        String tag = roost.get(path, token).header("etag").orElseThrow();
        RawRequest request = RawRequest.of("GET", path).token(token).header("range", "bytes=0-2");
        assertThat(roost.call(request.header("if-range", tag)).status()).isEqualTo(206);
        assertThat(roost.call(RawRequest.of("GET", path)
                                .token(token)
                                .header("range", "bytes=0-2")
                                .header("if-range", "\"other\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUploadUrlIsForOneFileAndATime() throws Exception {
        byte[] file = TestMedia.png("heron");
        Answer begun = uploads.begin(token, "image/png", file.length, "tweet");
        String url = begun.member("upload_url");
        for (String wrong : List.of(
                url.replace("size=9", "size=90"),
                url.replace("image%2Fpng", "image%2Fgif"),
                url.replace("expires=", "expires=9"),
                url.replace("signature=", "signature=A"),
                url.replaceAll("signature=.*", ""),
                url.replace(begun.member("media_id"), "77"))) {
            assertThat(wrong).isNotEqualTo(url);
            assertThat(uploads.put(wrong, "image/png", file).status()).as(wrong).isEqualTo(403);
        }
        assertThat(uploads.put(url, "image/gif", file).status()).isEqualTo(422);
        assertThat(uploads.put(url, "image/png", TestMedia.png("a longer heron"))
                        .status())
                .isEqualTo(413);
        assertThat(uploads.put(url, "image/png", TestMedia.png("")).member("code"))
                .isEqualTo("wrong_size");
        assertThat(roost.call(RawRequest.of("PUT", url)
                                .header("content-type", "image/png")
                                .chunked(TestMedia.png("a longer heron"), 5))
                        .status())
                .isEqualTo(413);
        assertThat(objects()).isEmpty();
        assertThat(partial()).isEmpty();
        roost.clock.advance(Duration.ofMinutes(11));
        assertThat(uploads.put(url, "image/png", file).member("code")).isEqualTo("invalid_upload_url");
    }

    @Test
    void aCancelledUploadLeavesNoFileAndCanBeRepeated() throws Exception {
        byte[] file = TestMedia.png("x".repeat(300_000));
        Answer begun = uploads.begin(token, "image/png", file.length, "tweet");
        cancel(begun, file);
        assertThat(objects()).isEmpty();
        expect(204, uploads.put(begun.member("upload_url"), "image/png", file));
        expect(
                202,
                roost.call(RawRequest.of("POST", TestUploads.MEDIA + begun.member("media_id") + "/uploaded")
                        .token(token)));
        uploads.awaitState(token, begun.member("media_id"), "ready");
    }

    @Test
    void anHourAfterACancelledUploadNothingIsLeft() throws Exception {
        byte[] file = TestMedia.png("x".repeat(300_000));
        Answer begun = uploads.begin(token, "image/png", file.length, "tweet");
        long id = Long.parseLong(begun.member("media_id"));
        cancel(begun, file);
        assertThat(roost.server.stores().media().rows().find(id)).isNotNull();
        roost.clock.advance(Duration.ofMinutes(61));
        Await.until(() -> roost.server.stores().media().rows().find(id) == null);
        assertThat(objects()).isEmpty();
        assertThat(partial()).isEmpty();
    }

    /** Sends a part of the file and goes away. */
    private void cancel(Answer begun, byte[] file) throws Exception {
        RawRequest put = RawRequest.of("PUT", begun.member("upload_url"))
                .header("content-type", "image/png")
                .header("content-length", Integer.toString(file.length));
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.sendHead(put);
            connection.send(new String(file, 0, 200_000, StandardCharsets.ISO_8859_1));
            Await.until(() -> partial().size() == 1);
        }
        Await.until(() -> partial().isEmpty());
    }

    private List<Path> objects() {
        return files("objects");
    }

    private List<Path> partial() {
        return files("partial");
    }

    private List<Path> files(String name) {
        try (Stream<Path> walk = Files.walk(folder.resolve("roost.media").resolve(name))) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            return files(name);
        }
    }
}

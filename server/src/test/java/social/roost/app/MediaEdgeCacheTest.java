package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;
import static social.roost.app.MediaEdgeCache.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;

/** The edge cache of {@code deploy/nginx} in front of a complete server. */
@DisplayName("Edge cache for media (I3)")
@Timeout(120)
class MediaEdgeCacheTest {
    /** The size of a part in the cache. */
    private static final int PART = 1 << 20;

    /** nginx counts whole seconds. */
    private static final long PAST_ONE_SECOND = 2_100;

    @TempDir
    Path folder;

    private MediaEdgeCache edge;
    private LocalServer roost;
    private TestUploads uploads;
    private String token;

    @BeforeEach
    void open() throws Exception {
        start("1h");
    }

    private void start(String cacheTime) throws Exception {
        int port = MediaEdgeCache.freePort();
        roost = new LocalServer(
                Files.createTempDirectory(folder, "data"),
                "media.public-url=http://127.0.0.1:" + port + "/media-files",
                "media.cache-time=" + cacheTime);
        uploads = new TestUploads(roost);
        token = roost.token(roost.register("alice"));
        edge = new MediaEdgeCache(Files.createTempDirectory(folder, "edge"), port, roost.port);
    }

    @AfterEach
    void close() {
        edge.close();
        roost.close();
    }

    private void restart(String cacheTime) throws Exception {
        close();
        start(cacheTime);
    }

    /** A picture in a tweet. */
    private record Posted(String mediaId, String tweetId, String path) {}

    private Posted post(String content) {
        String id = uploads.ready(token, TestMedia.png(content));
        String tweet = expect(201, uploads.post(token, "", id)).member("id");
        String url = uploads.path(token, id);
        assertThat(url).startsWith("http://127.0.0.1:" + edge.port + "/media-files/");
        return new Posted(id, tweet, url.substring(url.indexOf("/media-files/")));
    }

    private void delete(Posted posted) {
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + posted.tweetId())
                        .token(token)));
    }

    @Test
    void theSecondReadComesFromTheCacheAndIsTheSame() {
        String path = post("a heron").path();
        Answer first = edge.get(path);
        Answer second = edge.get(path);
        assertThat(status(first)).isEqualTo("MISS");
        assertThat(status(second)).isEqualTo("HIT");
        Answer direct = roost.call(RawRequest.of("GET", path));
        for (Answer answer : List.of(first, second)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("PNG a heron thumb");
            for (String name : List.of(
                    "cache-control",
                    "etag",
                    "content-type",
                    "content-length",
                    "content-security-policy",
                    "cross-origin-resource-policy",
                    "x-content-type-options",
                    "accept-ranges")) {
                assertThat(answer.header(name)).as(name).isPresent().isEqualTo(direct.header(name));
            }
        }
    }

    @Test
    void aKnownFileIsNotSentAgain() {
        String path = post("a heron").path();
        String tag = edge.get(path).header("etag").orElseThrow();
        Answer answer = edge.call(RawRequest.of("GET", path).header("if-none-match", tag));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void headFillsTheCacheToo() {
        String path = post("a heron").path();
        for (String expected : List.of("MISS", "HIT")) {
            Answer head = edge.call(RawRequest.of("HEAD", path));
            assertThat(status(head)).isEqualTo(expected);
            assertThat(head.header("content-length")).hasValue("17");
        }
        assertThat(status(edge.get(path))).isEqualTo("HIT");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 7})
    void rangesAreExactAcrossParts(int size) throws Exception {
        String content = text(size - "PNG  thumb".length());
        byte[] file = ("PNG " + content + " thumb").getBytes(StandardCharsets.US_ASCII);
        String path = post(content).path();
        for (int[] range : new int[][] {
            {0, 0},
            {0, PART - 1},
            {0, PART},
            {PART - 1, PART},
            {PART, PART},
            {PART, 2 * PART - 1},
            {PART - 2, 2 * PART + 2},
            {2 * PART - 1, 2 * PART},
            {size - 1, size},
            {0, size - 1},
            {1, Integer.MAX_VALUE - 1},
        }) {
            if (range[0] < size) {
                int end = Math.min(size, range[1] + 1);
                edge.clear();
                for (String temperature : List.of("cold", "warm")) {
                    Answer answer =
                            edge.call(RawRequest.of("GET", path).header("range", "bytes=" + range[0] + "-" + range[1]));
                    isPart(answer, file, range[0], end, temperature);
                }
            }
        }
        isPart(ranged(path, "bytes=-1"), file, size - 1, size, "last byte");
        isPart(ranged(path, "bytes=-" + (PART + 1)), file, Math.max(0, size - PART - 1), size, "end");
        isPart(ranged(path, "bytes=" + size / 2 + "-"), file, size / 2, size, "second half");
        Answer whole = edge.get(path);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(Arrays.equals(whole.body(), file)).isTrue();
        Answer beyond = ranged(path, "bytes=" + size + "-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("content-range")).hasValue("bytes */" + size);
    }

    private Answer ranged(String path, String range) {
        return edge.call(RawRequest.of("GET", path).header("range", range));
    }

    private static void isPart(Answer answer, byte[] file, int from, int to, String which) {
        String name = which + " " + from + "-" + to + " of " + file.length;
        assertThat(answer.status()).as(name).isEqualTo(206);
        assertThat(answer.header("content-range")).hasValue("bytes " + from + "-" + (to - 1) + "/" + file.length);
        assertThat(Arrays.equals(answer.body(), Arrays.copyOfRange(file, from, to)))
                .as(name)
                .isTrue();
    }

    @Test
    void aRangeThatMakesNoSenseIsTheWholeFileOrRejected() throws Exception {
        String path = post(text(2 * PART)).path();
        int size = 2 * PART + "PNG  thumb".length();
        for (String range : List.of("bytes=0-1,1048577-1048578", "lines=1-2", "bytes=a-b")) {
            Answer answer = ranged(path, range);
            assertThat(answer.status()).as(range).isIn(200, 416);
            if (answer.status() == 200) {
                assertThat(answer.body()).as(range).hasSize(size);
            }
        }
        assertThat(ranged(path, "bytes=1500000-1").status()).isEqualTo(416);
        assertThat(edge.get(path).body()).hasSize(size);
    }

    @Test
    void aRangeIsOnlyAnsweredForTheSameFile() throws Exception {
        String path = post(text(2 * PART)).path();
        String tag = edge.get(path).header("etag").orElseThrow();
        RawRequest request = RawRequest.of("GET", path).header("range", "bytes=1048570-1048580");
        assertThat(edge.call(request.header("if-range", tag)).status()).isEqualTo(206);
        Answer other = edge.call(RawRequest.of("GET", path)
                .header("range", "bytes=1048570-1048580")
                .header("if-range", "\"other\""));
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).hasSize(2 * PART + "PNG  thumb".length());
    }

    private static String text(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(length);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    void aDeletedPictureIsGoneAfterTheCacheTime() throws Exception {
        restart("1s");
        Posted posted = post("a heron");
        assertThat(edge.get(posted.path()).status()).isEqualTo(200);
        Thread.sleep(PAST_ONE_SECOND);
        assertThat(status(edge.get(posted.path()))).as("It still exists").isEqualTo("REVALIDATED");
        delete(posted);
        Thread.sleep(PAST_ONE_SECOND);
        assertThat(edge.get(posted.path()).status()).isEqualTo(404);
        expect(201, uploads.post(token, "again", posted.mediaId()));
        assertThat(edge.get(posted.path()).status()).as("A 404 is not kept").isEqualTo(200);
    }

    @Test
    void anOperatorRemovesAPictureAtOnce() throws Exception {
        Posted posted = post("a heron");
        assertThat(edge.get(posted.path()).status()).isEqualTo(200);
        delete(posted);
        assertThat(status(edge.get(posted.path()))).isEqualTo("HIT");
        for (Path file : edge.cached()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .contains("KEY: " + posted.path() + "bytes=0-");
        }
        edge.clear();
        assertThat(edge.get(posted.path()).status()).isEqualTo(404);
    }

    @Test
    void cachedPicturesAreDeliveredWhileTheServerIsDown() throws Exception {
        restart("1s");
        String read = post("a heron").path();
        String unread = post("an egret").path();
        assertThat(edge.get(read).status()).isEqualTo(200);
        roost.close();
        Thread.sleep(PAST_ONE_SECOND);
        Answer answer = edge.get(read);
        assertThat(answer.text()).isEqualTo("PNG a heron thumb");
        assertThat(status(answer)).isEqualTo("STALE");
        assertThat(answeredIn(Duration.ofSeconds(1), unread)).isEqualTo(502);
        try (FakeOrigin _ = FakeOrigin.answering(roost.port, 503, "no-store")) {
            assertThat(status(edge.get(read))).isEqualTo("STALE");
            assertThat(edge.get(unread).status()).isEqualTo(503);
        }
        try (FakeOrigin _ = FakeOrigin.silent(roost.port)) {
            assertThat(status(edge.get(read))).isEqualTo("STALE");
            assertThat(answeredIn(Duration.ofSeconds(5), unread)).isEqualTo(504);
        }
    }

    private int answeredIn(Duration time, String path) {
        long begun = System.nanoTime();
        int status = edge.get(path).status();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(time);
        return status;
    }

    @Test
    void whatOnlyItsOwnerMaySeeIsNotThere() throws Exception {
        String id = uploads.ready(token, TestMedia.png("a secret"));
        String path = uploads.path(token, id);
        assertThat(path).as("Its owner gets it from the server itself").startsWith("/media-files/");
        expect(200, roost.get(path, token));
        assertThat(edge.call(RawRequest.of("GET", path).token(token)).status()).isEqualTo(404);
        expect(201, uploads.post(token, "", id));
        assertThat(edge.get(path).status()).isEqualTo(200);
    }

    @Test
    void mediaOfMessagesAreNotThereEvenWithASignedUrl() throws Exception {
        String id = uploads.ready(token, TestMedia.png("a secret"), "message");
        PrivateMedia messages = new PrivateMedia(roost);
        messages.use(id, 1);
        assertThat(uploads.path(token, id)).startsWith("/media-files/");
        String url = messages.url(id, "77");
        assertThat(url).startsWith("/media-files/");
        expect(200, roost.call(RawRequest.of("GET", url)));
        assertThat(edge.get(url).status()).isEqualTo(404);
        assertThat(edge.call(RawRequest.of("GET", url).token(token)).status()).isEqualTo(404);
        assertThat(edge.cached()).isEmpty();
    }

    @Test
    void privateResponsesAreNotKept() throws Exception {
        roost.close();
        try (FakeOrigin origin = FakeOrigin.answering(roost.port, 200, "private, no-store")) {
            assertThat(edge.get("/media-files/a.jpg").status()).isEqualTo(200);
            assertThat(status(edge.get("/media-files/a.jpg"))).isEqualTo("MISS");
            assertThat(origin.requests()).isEqualTo(2);
            assertThat(edge.cached()).isEmpty();
        }
    }

    @Test
    void manyReadersOfANewFileCauseOneRequest() throws Exception {
        roost.close();
        try (FakeOrigin origin = FakeOrigin.answering(roost.port, 200, "public, s-maxage=60")) {
            List<Thread> readers = IntStream.range(0, 20)
                    .mapToObj(number -> Thread.ofVirtual().start(() -> {
                        try (var client = new RawClient(edge.port)) {
                            expect(200, client.call(RawRequest.of("GET", "/media-files/a.jpg")));
                        }
                    }))
                    .toList();
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(origin.requests()).isEqualTo(1);
        }
    }

    @Test
    void whatAClientSendsDoesNotChangeTheResponse() throws Exception {
        String path = post("a heron").path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String encoded = "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
        for (String target : List.of(
                path + "?size=large",
                path + "?",
                "/media-files//" + name,
                "/x/../media-files/" + name,
                "/media-files/" + encoded)) {
            assertThat(edge.get(target).text()).as(target).isEqualTo("PNG a heron thumb");
        }
        Answer odd = edge.call(RawRequest.of("GET", path)
                .header("accept", "image/webp")
                .header("accept-encoding", "gzip, br")
                .header("origin", "https://evil.example")
                .header("x-forwarded-host", "evil.example")
                .header("x-forwarded-proto", "http")
                .header("cookie", "roost=1")
                .header("authorization", "Bearer wrong"));
        assertThat(odd.text()).isEqualTo("PNG a heron thumb");
        try (RawConnection connection = new RawConnection(edge.port)) {
            connection.send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
            assertThat(connection.read().text()).isEqualTo("PNG a heron thumb");
        }
        assertThat(edge.cached()).as("All of them share one entry").hasSize(1);
        assertThat(status(edge.get(path))).isEqualTo("HIT");
    }

    @Test
    void nothingElseIsAvailableThere() throws Exception {
        String path = post("a heron").path();
        for (String other : List.of(
                "/",
                "/index.html",
                "/api/roost/v1/timelines/public",
                "/media-uploads/77",
                "/media-files/",
                "/media-files/a/b.jpg",
                "/media-files/..%2fapi/roost/v1/openapi.json",
                "/media-files/no-extension")) {
            assertThat(edge.get(other).status()).as(other).isIn(400, 404);
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PURGE")) {
            assertThat(edge.call(RawRequest.of(method, path)).status())
                    .as(method)
                    .isEqualTo(405);
        }
        assertThat(edge.cached()).isEmpty();
    }
}

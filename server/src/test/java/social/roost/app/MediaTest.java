package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.media.MediaCheck;
import social.roost.media.MediaState;
import social.roost.media.Medium;

/** Media of a complete server, from the upload to the file in a tweet. */
@DisplayName("Media (I1-I4, C1, C6, D7)")
@Timeout(120)
class MediaTest {
    private static final String HOME = "/api/roost/v1/timelines/home";

    @TempDir
    Path folder;

    private LocalServer roost;
    private TestUploads uploads;
    private String alice;
    private String token;
    private String bobs;

    @BeforeEach
    void open() {
        start();
        alice = roost.register("alice");
        token = roost.token(alice);
        bobs = roost.token(roost.register("bob"));
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
    void anUploadedPictureIsInTheTweetAndInTimelines() {
        byte[] picture = TestMedia.png("a heron");
        String id = uploads.ready(token, picture);
        String tweet = expect(201, uploads.post(token, "Look", id)).member("id");

        JsonNode home = roost.get(HOME, token).json();
        assertThat(home.at("/data/0/media_ids").toString()).isEqualTo("[\"" + id + "\"]");
        JsonNode medium = home.at("/includes/media/0");
        assertThat(medium.path("id").asText()).isEqualTo(id);
        assertThat(medium.path("kind").asText()).isEqualTo("image");
        assertThat(medium.path("width").asInt()).isEqualTo(40);
        assertThat(medium.path("sizes")).hasSize(2);
        assertThat(medium.has("poster")).isFalse();
        for (String path : List.of(
                "users/" + alice + "/tweets",
                "users/" + alice + "/tweets?with=media",
                "timelines/public",
                "tweets/" + tweet,
                "tweets/" + tweet + "/conversation")) {
            assertThat(roost.get("/api/roost/v1/" + path, bobs).json().at("/includes/media/0"))
                    .as(path)
                    .isEqualTo(medium);
        }
        Answer file = roost.call(RawRequest.of("GET", medium.at("/sizes/1/url").asText()));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo("PNG a heron small");
        assertThat(file.header("content-type")).hasValue("image/png");
    }

    @Test
    void aVideoHasAFileAndAPoster() {
        String id = uploads.ready(token, TestMedia.video("waves"));
        JsonNode medium = expect(201, uploads.post(token, "", id)).json().at("/includes/media/0");
        assertThat(medium.path("kind").asText()).isEqualTo("video");
        assertThat(medium.path("duration_ms").asLong()).isEqualTo(2_000);
        assertThat(medium.path("poster")).hasSize(1);
        assertThat(medium.has("sizes")).isFalse();
        Answer file = roost.call(RawRequest.of("GET", medium.at("/video/url").asText()));
        assertThat(file.header("content-type")).hasValue("video/mp4");
    }

    @Test
    void whatATweetDoesNotHaveIsLeftOutOfItsJson() {
        Answer posted = roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(token)
                .json("{\"content\":\"text\",\"media_ids\":[],\"sensitive\":false,\"content_warning\":\"\"}"));
        assertThat(expect(201, posted).json().path("data").properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("media_ids", "sensitive", "content_warning", "language");
    }

    @Test
    void onlyTweetsWithMediaAreListedWithMedia() {
        roost.post(token, "text");
        String id = expect(201, uploads.post(token, "", uploads.ready(token, TestMedia.png("1"))))
                .member("id");
        roost.post(token, "more text");
        assertThat(roost.get("/api/roost/v1/users/" + alice + "/tweets?with=media", bobs)
                        .json()
                        .findValuesAsText("id"))
                .contains(id);
        assertThat(roost.get("/api/roost/v1/users/" + alice + "/tweets?with=media", bobs)
                        .json()
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void aDamagedFileFailsWithAReasonAndLeavesNothing() throws Exception {
        String id = uploads.upload(token, TestMedia.bytes("nonsense"));
        JsonNode medium = uploads.awaitState(token, id, "failed");
        assertThat(medium.at("/failure/code").asText()).isEqualTo("damaged_file");
        assertThat(medium.at("/failure/text").asText()).isNotEmpty();
        Await.until(() -> objects().isEmpty());
        assertThat(uploads.post(token, "", id).member("code")).isEqualTo("media_not_ready");
    }

    @Test
    void whatFailsEachTimeHasFailedInTheEnd() throws Exception {
        String id = uploads.upload(token, TestMedia.failing());
        for (int i = 1; i <= 3; i++) {
            int attempt = i;
            Await.until(() -> {
                Medium medium = Objects.requireNonNull(
                        roost.server.stores().media().rows().find(Long.parseLong(id)));
                return medium.state() == MediaState.UPLOADED && medium.work().attempts() == attempt;
            });
            roost.clock.advance(Duration.ofSeconds(11));
        }
        JsonNode medium = uploads.awaitState(token, id, "failed");
        assertThat(medium.at("/failure/code").asText()).isEqualTo("processing_failed");
        Await.until(() -> objects().isEmpty());
    }

    @Test
    void processingThatADeadProcessBeganIsRepeated() {
        String id = uploads.upload(token, TestMedia.blocking());
        uploads.awaitState(token, id, "processing");
        roost.close();
        start();
        uploads.awaitState(token, id, "processing");
        roost.clock.advance(Duration.ofMinutes(11));
        JsonNode medium = uploads.awaitState(token, id, "failed");
        assertThat(medium.at("/failure/code").asText()).isEqualTo("processing_timed_out");
    }

    @Test
    void aTweetTakesOnlyWhatItsAuthorMayUse() {
        String mine = uploads.ready(token, TestMedia.png("mine"));
        String bob = uploads.ready(bobs, TestMedia.png("bob's"));
        String avatar = uploads.ready(token, TestMedia.png("face"), "avatar");
        String video = uploads.ready(token, TestMedia.video("waves"));
        String waiting = uploads.begin(token, "image/png", 3, "tweet").member("media_id");
        refused("media_not_found", bob);
        refused("media_not_found", avatar);
        refused("media_not_found", "77");
        refused("media_not_ready", waiting);
        refused("too_many_media", mine, mine);
        refused("too_many_media", mine, video);
        assertThat(uploads.post(token, "").member("field")).isEqualTo("content");
        expect(201, uploads.post(token, "", mine));
        refused("media_in_use", mine);
        Answer thread = roost.call(RawRequest.of("POST", "/api/roost/v1/threads")
                .token(token)
                .json("{\"tweets\":[{\"media_ids\":[\"%s\"]},{\"media_ids\":[\"%s\"]}]}".formatted(video, mine)));
        assertThat(thread.member("field")).isEqualTo("tweets[1].media_ids");
        expect(201, uploads.post(token, "The video was not used", video));
    }

    private void refused(String code, String... ids) {
        Answer answer = uploads.post(token, "text", ids);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("code")).isEqualTo(code);
        assertThat(answer.member("field")).isEqualTo("media_ids");
    }

    @Test
    void aRepeatedPostHasTheSameMedia() {
        String id = uploads.ready(token, TestMedia.png("one"));
        RawRequest request = RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(token)
                .header("idempotency-key", "once")
                .json("{\"media_ids\":[\"" + id
                        + "\"],\"sensitive\":true,\"content_warning\":\"Birds\",\"language\":\"en\"}");
        JsonNode first = expect(201, roost.call(request)).json();
        assertThat(expect(201, roost.call(request)).json()).isEqualTo(first);
        assertThat(first.at("/data/sensitive").asBoolean()).isTrue();
        assertThat(first.at("/data/content_warning").asText()).isEqualTo("Birds");
        assertThat(first.at("/data/language").asText()).isEqualTo("en");
    }

    @Test
    void theSameFileOfTwoUsersIsTwoFiles() throws Exception {
        byte[] picture = TestMedia.png("the same");
        String mine = uploads.ready(token, picture);
        String theirs = uploads.ready(bobs, picture);
        String tweet = expect(201, uploads.post(token, "mine", mine)).member("id");
        expect(201, uploads.post(bobs, "mine too", theirs));
        String myPath = uploads.path(token, mine);
        String theirPath = uploads.path(bobs, theirs);
        assertThat(myPath).isNotEqualTo(theirPath);

        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweet).token(token)));
        assertThat(roost.get(myPath, bobs).status()).isEqualTo(404);
        assertThat(roost.call(RawRequest.of("GET", myPath)).status()).isEqualTo(404);
        assertThat(roost.get(myPath, token).status()).isEqualTo(200);
        roost.clock.advance(Duration.ofHours(25));
        token = roost.token(alice);
        Await.until(() -> roost.get(TestUploads.MEDIA + mine, token).status() == 404);
        Await.until(() -> roost.get(myPath, token).status() == 404);
        assertThat(roost.call(RawRequest.of("GET", theirPath)).text()).isEqualTo("PNG the same thumb");
    }

    @Test
    void mediaOfADeletedTweetCanBeUsedAgain() {
        String id = uploads.ready(token, TestMedia.png("again"));
        String tweet = expect(201, uploads.post(token, "first", id)).member("id");
        expect(
                204,
                roost.call(
                        RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweet).token(token)));
        expect(201, uploads.post(token, "second", id));
        assertThat(roost.call(RawRequest.of("GET", uploads.path(token, id))).status())
                .isEqualTo(200);
    }

    @Test
    void whatNobodyUsesIsRemoved() throws Exception {
        String waiting = uploads.begin(token, "image/png", 3, "tweet").member("media_id");
        String unused = uploads.ready(token, TestMedia.png("unused"));
        String used = uploads.ready(token, TestMedia.png("used"));
        expect(201, uploads.post(token, "", used));
        roost.clock.advance(Duration.ofMinutes(61));
        Await.until(() -> roost.get(TestUploads.MEDIA + waiting, token).status() == 404);
        assertThat(roost.get(TestUploads.MEDIA + unused, token).status()).isEqualTo(200);
        roost.clock.advance(Duration.ofHours(24));
        token = roost.token(alice);
        Await.until(() -> roost.get(TestUploads.MEDIA + unused, token).status() == 404);
        assertThat(uploads.state(token, used)).isEqualTo("ready");
        Await.until(() -> objects().size() == 2);
    }

    @Test
    void aFileThatArrivedIsProcessedEvenIfTheClientDoesNotReportIt() {
        byte[] file = TestMedia.png("silent");
        Answer begun = uploads.begin(token, "image/png", file.length, "tweet");
        expect(204, uploads.put(begun.member("upload_url"), "image/png", file));
        roost.clock.advance(Duration.ofMinutes(6));
        uploads.awaitState(token, begun.member("media_id"), "ready");
    }

    @Test
    void anAvatarIsShownEverywhereAndItsPredecessorRemoved() throws Exception {
        String first = uploads.ready(token, TestMedia.png("young"), "avatar");
        edit("{\"avatar_id\":\"" + first + "\"}");
        String path = uploads.path(token, first);
        assertThat(roost.get("/api/roost/v1/users/" + alice, bobs)
                        .json()
                        .at("/data/avatar/sizes/0/url")
                        .asText())
                .isEqualTo(path);
        assertThat(roost.call(RawRequest.of("GET", path)).status()).isEqualTo(200);
        roost.clock.advance(Duration.ofMinutes(11));
        String second = uploads.ready(token, TestMedia.png("old"), "avatar");
        edit("{\"avatar_id\":\"" + second + "\",\"bio\":\"Older\"}");
        assertThat(roost.call(RawRequest.of("GET", path)).status()).isEqualTo(404);
        roost.clock.advance(Duration.ofHours(25));
        token = roost.token(alice);
        Await.until(() -> objects().size() == 2);
        edit("{\"avatar_id\":null}");
        assertThat(roost.get("/api/roost/v1/users/" + alice, token)
                        .json()
                        .path("data")
                        .has("avatar"))
                .isFalse();
    }

    private void edit(String json) {
        expect(
                200,
                roost.call(RawRequest.of("PATCH", "/api/roost/v1/users/me")
                        .token(token)
                        .json(json)));
    }

    @Test
    void theOwnerSeesEachStepOnTheStream() {
        try (StreamClient mine = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", token);
                StreamClient theirs = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", bobs)) {
            String id = uploads.upload(token, TestMedia.png("live"));
            JsonNode data = mine.next("media");
            while (!data.path("state").asText().equals("ready")) {
                data = mine.next("media");
            }
            assertThat(data.path("id").asText()).isEqualTo(id);
            assertThat(theirs.until(roost.post(bobs, "hello")))
                    .noneMatch(event -> event.path("event").asText().equals("media"));
        }
    }

    @Test
    void theCheckFindsWhatDoesNotFit() throws Exception {
        String id = uploads.ready(token, TestMedia.png("one"));
        expect(201, uploads.post(token, "", id));
        Await.until(() -> objects().size() == 2);
        Path files = folder.resolve("roost.media").resolve("objects").resolve("files");
        Path orphan = Files.createDirectories(files.resolve("abc")).resolve("abc-orphan.png");
        Files.writeString(orphan, "orphan");
        Files.setLastModifiedTime(orphan, FileTime.fromMillis(0));
        var check = new MediaCheck(
                roost.server.stores().media().rows(),
                roost.server.stores().media().objects(),
                roost.clock);
        assertThat(check.run(true).superfluous()).containsExactly("files/abc/abc-orphan.png");
        assertThat(check.run(false)).isEqualTo(new MediaCheck.Result(List.of(), List.of()));
        Files.delete(objects().getFirst());
        assertThat(check.run(false).missing()).hasSize(1);
    }

    private List<Path> objects() {
        try (Stream<Path> walk = Files.walk(folder.resolve("roost.media").resolve("objects"))) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException _) {
            return objects();
        }
    }
}

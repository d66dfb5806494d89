package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Rejection;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.media.MediaUse;

/** Media of messages: who gets their files, and for how long. */
@DisplayName("Media of messages (H1)")
@Timeout(120)
class PrivateMediaTest {
    private static final long MESSAGE = 700;

    private LocalServer roost;
    private TestUploads uploads;
    private PrivateMedia messages;
    private String bob;
    private String alice;
    private String token;
    private String bobs;
    private String carols;

    @BeforeEach
    void open(@TempDir Path folder) {
        roost = new LocalServer(folder);
        uploads = new TestUploads(roost);
        messages = new PrivateMedia(roost);
        alice = roost.register("alice");
        bob = roost.register("bob");
        token = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(roost.register("carol"));
    }

    @AfterEach
    void close() {
        roost.close();
    }

    /** A picture of alice's that is ready for a message. */
    private String ready(String content) {
        return uploads.ready(token, TestMedia.png(content), "message");
    }

    /** The same, used by a message. */
    private String sent() {
        String id = ready("a secret");
        messages.use(id, MESSAGE);
        return id;
    }

    private Answer get(String target) {
        return roost.call(RawRequest.of("GET", target));
    }

    @Test
    void onlyItsOwnerGetsAFileWithoutASignature() {
        String path = uploads.path(token, sent());
        assertThat(path).startsWith("/media-files/").doesNotContain("?");
        Answer own = expect(200, roost.get(path, token));
        assertThat(own.header("cache-control")).hasValue("private, no-store");
        expect(404, get(path));
        expect(404, roost.get(path, bobs));
    }

    @Test
    void aReaderGetsItWithASignedUrlAndMayKeepItUntilThatExpires() {
        String url = messages.url(sent(), bob);
        for (Answer answer : List.of(get(url), roost.get(url, bobs))) {
            expect(200, answer);
            assertThat(answer.text()).isEqualTo("PNG a secret thumb");
            assertThat(answer.header("content-security-policy")).hasValue("default-src 'none'; sandbox");
            assertThat(answer.header("cache-control")).hasValue("private, max-age=" + secondsLeft(url));
        }
        roost.clock.advance(Duration.ofMinutes(59));
        assertThat(get(url).header("cache-control")).hasValue("private, max-age=" + secondsLeft(url));
        roost.clock.advance(Duration.ofSeconds(secondsLeft(url)));
        expect(404, get(url));
        expect(404, roost.get(url, bobs));
    }

    private long secondsLeft(String url) {
        long expires = Long.parseLong(url.replaceAll(".*&expires=(\\d+)&.*", "$1"));
        return expires - roost.clock.instant().getEpochSecond();
    }

    @Test
    void aSignedUrlIsForOneReaderAndOneFile() {
        String id = sent();
        String other = ready("another");
        messages.use(other, MESSAGE + 1);
        String url = messages.url(id, bob);
        expect(404, roost.get(url, carols));
        expect(404, roost.get(url, token));
        for (String wrong : List.of(
                url.replace("reader=" + bob, "reader=" + alice),
                url.replaceAll("expires=\\d", "expires=9"),
                url.replace(uploads.file(token, id), uploads.file(token, other)),
                url.replaceAll("signature=.*", "signature=" + "0".repeat(64)),
                url.replaceAll("signature=.*", "signature="),
                url.replaceAll("&signature=.*", ""),
                url.replaceAll("&expires=\\d+", ""),
                url.replaceAll("reader=\\d+&", ""))) {
            assertThat(wrong).isNotEqualTo(url);
            Answer answer = get(wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(404);
            assertThat(answer.member("code")).isEqualTo("not_found");
            expect(404, roost.get(wrong, bobs));
        }
        expect(200, get(url));
    }

    @Test
    void theOrderOfItsParametersDoesNotMatter() {
        String url = messages.url(sent(), bob);
        String path = url.substring(0, url.indexOf('?'));
        String[] parts = url.substring(url.indexOf('?') + 1).split("&", -1);
        expect(200, get(path + "?" + String.join("&", parts[2], parts[0], parts[1])));
        expect(200, get(path + "?" + String.join("&", parts[1], "width=7", parts[2], parts[0])));
    }

    @Test
    void rangesAndConditionsWorkAsForAnyFile() {
        String url = messages.url(sent(), bob);
        Answer part = expect(206, roost.call(RawRequest.of("GET", url).header("range", "bytes=4-7")));
        assertThat(part.text()).isEqualTo("a se");
        assertThat(part.header("content-range")).hasValue("bytes 4-7/18");
        Answer known = expect(
                304,
                roost.call(RawRequest.of("GET", url)
                        .header("if-none-match", part.header("etag").orElseThrow())));
        Answer head = expect(200, roost.call(RawRequest.of("HEAD", url)));
        for (Answer answer : List.of(part, known, head)) {
            assertThat(answer.header("cache-control")).hasValue("private, max-age=" + secondsLeft(url));
        }
    }

    @Test
    void aSignatureOpensNoFileThatNoMessageHas() {
        String unused = messages.url(ready("unused"), bob);
        expect(404, get(unused));
        String ofTweet = uploads.ready(token, TestMedia.png("for a tweet"));
        String url = messages.url(ofTweet, bob);
        expect(404, get(url));
        expect(201, uploads.post(token, "", ofTweet));
        assertThat(expect(200, roost.get(url, carols)).header("cache-control"))
                .as("Public files ignore it")
                .hasValue("public, max-age=31536000, s-maxage=3600, immutable");
    }

    @Test
    void nobodyGetsItWhenTheMessageIsGone() throws Exception {
        String id = sent();
        messages.confirm(id, MESSAGE);
        String url = messages.url(id, bob);
        expect(200, get(url));
        messages.end(id, MESSAGE);
        expect(404, get(url));
        expect(404, get(messages.url(id, alice)));
        roost.clock.advance(Duration.ofHours(25));
        Await.until(() -> roost.server.stores().media().rows().find(Long.parseLong(id)) == null);
        expect(404, get(url.substring(0, url.indexOf('?'))));
    }

    @Test
    void aUseThatIsNotConfirmedEndsIfThereIsNoSuchMessage() throws Exception {
        roost.server
                .features()
                .media
                .useChecks
                .add(MediaUse.Kind.MESSAGE, (medium, use) -> use.equals(MediaUse.message(MESSAGE)));
        String stored = sent();
        String lost = ready("lost");
        messages.use(lost, MESSAGE + 1);
        String url = messages.url(lost, bob);
        expect(200, get(url));
        roost.clock.advance(Duration.ofMinutes(11));
        Await.until(() -> messages.medium(lost).uses().isEmpty());
        expect(404, get(url));
        expect(200, get(messages.url(stored, bob)));
        messages.use(lost, MESSAGE + 2);
        expect(200, get(url));
    }

    @Test
    void aMessageTakesOnlyWhatItsSenderMayUse() {
        String mine = ready("mine");
        String ofTweet = uploads.ready(token, TestMedia.png("for a tweet"));
        String bobsOwn = uploads.ready(bobs, TestMedia.png("bob's"), "message");
        String video = uploads.ready(token, TestMedia.video("waves"), "message");
        String waiting = uploads.begin(token, "image/png", 3, "message").member("media_id");
        refused("media_not_found", bobsOwn);
        refused("media_not_found", ofTweet);
        refused("media_not_found", "77");
        refused("media_not_ready", waiting);
        refused("too_many_media", mine, mine);
        refused("too_many_media", mine, video);
        refused("too_many_media", mine, ready("2"), ready("3"), ready("4"), ready("5"));
        messages.use(mine, MESSAGE);
        refused("media_in_use", mine);
        String more = ready("more");
        refused("media_in_use", more, mine);
        assertThat(messages.medium(more).uses()).isEmpty();
        assertThat(uploads.post(token, "", more).member("code")).isEqualTo("media_not_found");
        assertThat(roost.call(RawRequest.of("DELETE", TestUploads.MEDIA + mine).token(token))
                        .member("code"))
                .isEqualTo("media_in_use");
        messages.use(video, MESSAGE + 1);
        assertThat(expect(200, get(messages.url(video, bob))).header("content-type"))
                .hasValue("image/jpeg");
    }

    private void refused(String code, String... ids) {
        List<Long> media = Arrays.stream(ids).map(Long::parseLong).toList();
        Rejection rejection = catchThrowableOfType(
                Rejection.class,
                () -> roost.server
                        .features()
                        .media
                        .uses
                        .useForMessage(Long.parseLong(alice), media, MESSAGE + 9, "media_ids"));
        assertThat(Objects.requireNonNull(rejection).code()).isEqualTo(code);
        assertThat(rejection.field()).isEqualTo("media_ids");
    }
}

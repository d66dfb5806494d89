package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Uploading, describing, delivering and deleting media. */
final class MediaSteps extends TourSteps {
    static final String BEGIN = TestUploads.BEGIN;
    static final String MEDIA = "/api/roost/v1/media/{id}";

    private static final String CAPABILITIES = "/api/roost/v1/capabilities";
    private static final String UPLOADED = MEDIA + "/uploaded";
    private static final String PUT = "/media-uploads/{id}";
    private static final String FILE = "/media-files/{name}";

    private final TestUploads uploads;

    MediaSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
        uploads = new TestUploads(roost);
    }

    @Override
    void take() {
        step(200, "GET", CAPABILITIES);
        String id = upload();
        describe(id);
        deliver(id);
        deliverPrivately();
        post(id);
        profile();
        tooMany();
    }

    private String upload() {
        byte[] file = TestMedia.png("a picture");
        Answer begun = check(201, BEGIN, uploads.begin(alice.token(), "image/png", file.length, "tweet"));
        check(422, BEGIN, uploads.begin(alice.token(), "text/html", 3, "tweet"));
        step(401, "POST", BEGIN);
        String url = begun.member("upload_url");
        String id = begun.member("media_id");
        String uploaded = UPLOADED.replace("{id}", id);
        step(409, "POST", UPLOADED, own("POST", uploaded));
        api.check(403, "PUT", PUT, uploads.put(url.replace("size=", "size=1"), "image/png", file));
        api.check(413, "PUT", PUT, uploads.put(url, "image/png", TestMedia.png("a picture too large")));
        api.check(422, "PUT", PUT, uploads.put(url, "image/png", TestMedia.png("")));
        api.check(204, "PUT", PUT, uploads.put(url, "image/png", file));
        step(202, "POST", UPLOADED, own("POST", uploaded));
        api.check(409, "PUT", PUT, uploads.put(url, "image/png", file));
        step(401, "POST", UPLOADED, RawRequest.of("POST", uploaded));
        step(404, "POST", UPLOADED, RawRequest.of("POST", uploaded).token(bob.token()));
        uploads.awaitState(alice.token(), id, "ready");
        return id;
    }

    private Answer check(int status, String template, Answer answer) {
        return api.check(status, "POST", template, answer);
    }

    private void describe(String id) {
        String path = MEDIA.replace("{id}", id);
        step(200, "GET", MEDIA, own("GET", path));
        step(401, "GET", MEDIA, RawRequest.of("GET", path));
        step(404, "GET", MEDIA, RawRequest.of("GET", path).token(bob.token()));
        step(200, "PATCH", MEDIA, own("PATCH", path).json("{\"alt_text\":\"A heron\",\"focus\":{\"x\":0.5,\"y\":-1}}"));
        step(422, "PATCH", MEDIA, own("PATCH", path).json("{\"focus\":{\"x\":2,\"y\":0}}"));
        step(401, "PATCH", MEDIA, RawRequest.of("PATCH", path).json("{}"));
        step(
                404,
                "PATCH",
                MEDIA,
                RawRequest.of("PATCH", path).token(bob.token()).json("{}"));
    }

    private void deliver(String id) {
        String path = uploads.path(alice.token(), id);
        String tag = step(200, "GET", FILE, own("GET", path)).header("etag").orElseThrow();
        step(206, "GET", FILE, own("GET", path).header("range", "bytes=1-2"));
        step(304, "GET", FILE, own("GET", path).header("if-none-match", tag));
        step(404, "GET", FILE, RawRequest.of("GET", path));
        step(416, "GET", FILE, own("GET", path).header("range", "bytes=1000-"));
    }

    private void deliverPrivately() {
        String id = uploads.ready(alice.token(), TestMedia.png("a secret"), "message");
        PrivateMedia messages = new PrivateMedia(roost);
        messages.use(id, 1);
        String url = messages.url(id, bob.id());
        step(200, "GET", FILE, RawRequest.of("GET", url));
        step(206, "GET", FILE, RawRequest.of("GET", url).header("range", "bytes=1-2"));
        step(404, "GET", FILE, own("GET", url));
    }

    private void post(String id) {
        String path = MEDIA.replace("{id}", id);
        assertThat(uploads.post(alice.token(), "", id).status()).isEqualTo(201);
        step(409, "DELETE", MEDIA, own("DELETE", path));
        step(401, "DELETE", MEDIA, RawRequest.of("DELETE", path));
        step(404, "DELETE", MEDIA, RawRequest.of("DELETE", path).token(bob.token()));
        String other = uploads.ready(alice.token(), TestMedia.png("another"));
        step(204, "DELETE", MEDIA, own("DELETE", MEDIA.replace("{id}", other)));
        check(422, TweetSteps.TWEETS, uploads.post(alice.token(), "", other));
        String video = uploads.ready(alice.token(), TestMedia.video("moving"));
        check(201, TweetSteps.TWEETS, uploads.post(alice.token(), "See", video));
    }

    private void profile() {
        String me = "/api/roost/v1/users/me";
        String avatar = uploads.ready(alice.token(), TestMedia.png("face"), "avatar");
        step(200, "PATCH", me, own("PATCH", me).json("{\"avatar_id\":\"" + avatar + "\"}"));
        step(422, "PATCH", me, own("PATCH", me).json("{\"header_id\":\"" + avatar + "\"}"));
        step(200, "PATCH", me, own("PATCH", me).json("{\"avatar_id\":null}"));
    }

    private void tooMany() {
        Answer answer = uploads.begin(bob.token(), "image/png", 1, "tweet");
        while (answer.status() == 201) {
            answer = uploads.begin(bob.token(), "image/png", 1, "tweet");
        }
        assertThat(answer.member("code")).isEqualTo("too_many_uploads");
    }
}

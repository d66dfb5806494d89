package social.roost.app;

import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Uploads media over HTTP. */
record TestUploads(LocalServer roost) {
    static final String BEGIN = "/api/roost/v1/media/upload-url";
    static final String MEDIA = "/api/roost/v1/media/";

    /** Announces an upload; the answer has {@code media_id} and {@code upload_url}. */
    Answer begin(String token, String type, long size, String purpose) {
        return roost.call(RawRequest.of("POST", BEGIN)
                .token(token)
                .json("{\"type\":\"%s\",\"size\":%d,\"purpose\":\"%s\"}".formatted(type, size, purpose)));
    }

    Answer put(String url, String type, byte[] file) {
        return roost.call(RawRequest.of("PUT", url).header("content-type", type).body(file));
    }

    /** Uploads a file for a tweet; returns the id. */
    String upload(String token, byte[] file) {
        return upload(token, file, "tweet");
    }

    String upload(String token, byte[] file, String purpose) {
        String type = new String(file, StandardCharsets.ISO_8859_1).startsWith("VIDEO") ? "video/mp4" : "image/png";
        Answer begun = expect(201, begin(token, type, file.length, purpose));
        expect(204, put(begun.member("upload_url"), type, file));
        String id = begun.member("media_id");
        expect(202, roost.call(RawRequest.of("POST", MEDIA + id + "/uploaded").token(token)));
        return id;
    }

    /** Uploads a file and waits until it is ready. */
    String ready(String token, byte[] file) {
        return ready(token, file, "tweet");
    }

    String ready(String token, byte[] file, String purpose) {
        String id = upload(token, file, purpose);
        awaitState(token, id, "ready");
        return id;
    }

    JsonNode awaitState(String token, String id, String state) {
        long end = System.nanoTime() + 20_000_000_000L;
        Answer answer = roost.get(MEDIA + id, token);
        while (!answer.member("state").equals(state)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It is not " + state + ": " + answer);
            }
            LockSupport.parkNanos(5_000_000);
            answer = roost.get(MEDIA + id, token);
        }
        return answer.json().path("data");
    }

    String state(String token, String id) {
        return roost.get(MEDIA + id, token).member("state");
    }

    /** The path of the file of a medium's smallest picture. */
    String path(String token, String id) {
        JsonNode medium = roost.get(MEDIA + id, token).json().path("data");
        JsonNode pictures = medium.has("sizes") ? medium.path("sizes") : medium.path("poster");
        return pictures.path(0).path("url").asText();
    }

    /** The name of that file. */
    String file(String token, String id) {
        String path = path(token, id);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Answer post(String token, String content, String... mediaIds) {
        String ids = mediaIds.length == 0 ? "" : "\"" + String.join("\",\"", mediaIds) + "\"";
        return roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(token)
                .json("{\"content\":\"%s\",\"media_ids\":[%s]}".formatted(content, ids)));
    }
}

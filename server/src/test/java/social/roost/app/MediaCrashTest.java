package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Seed;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

/** A server is killed again and again while it receives and processes pictures; after that, nothing is left over. */
@DisplayName("Media and kill -9 (I2)")
class MediaCrashTest {
    private static final int KILLS = 10;
    private static final Set<String> FINAL = Set.of("ready", "failed");

    @RegisterExtension
    final Seed seed = new Seed();

    @TempDir
    Path folder;

    private final Set<String> uploads = new HashSet<>();
    private String token = "";

    @Test
    @Timeout(600)
    void everyUploadReachesAFinalStateAndHasItsFiles() throws Exception {
        Random random = new Random(seed.value());
        byte[] picture = picture();
        for (int i = 0; i < KILLS; i++) {
            try (ServerProcess server = start();
                    RawClient client = new RawClient(server.port())) {
                begin(client);
                for (int j = 0; j < 2; j++) {
                    upload(client, picture);
                }
                Thread.sleep(random.nextInt(1_500));
            }
        }
        try (ServerProcess server = start();
                RawClient client = new RawClient(server.port())) {
            for (String id : uploads) {
                awaitFinal(client, id);
            }
            long ready = uploads.stream()
                    .filter(id -> state(client, id).equals("ready"))
                    .count();
            assertThat(ready).isEqualTo(uploads.size());
            assertThat(files("objects/uploads")).isEmpty();
            assertThat(files("partial")).isEmpty();
            assertThat(files("work")).isEmpty();
            assertThat(files("objects/files")).hasSize((int) ready * 2);
        }
    }

    private ServerProcess start() throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("data", folder.toString(), "http.port", "0"));
        settings.put("stores", "embedded");
        settings.put("limits.enabled", "false");
        settings.put("links.cards", "false");
        settings.put("sessions.password-memory", "1MiB");
        return ServerProcess.start(settings);
    }

    private void begin(RawClient client) {
        if (token.isEmpty()) {
            String account = "\"email\":\"alice@example.org\",\"password\":\"correct horse battery\"";
            Answer _ = client.call(
                    RawRequest.of("POST", "/api/roost/v1/users").json("{\"username\":\"alice\"," + account + "}"));
            token = client.call(RawRequest.of("POST", "/api/roost/v1/sessions")
                            .json("{\"login\":\"alice\",\"password\":\"correct horse battery\"}"))
                    .member("token");
        }
    }

    private void upload(RawClient client, byte[] picture) {
        Answer begun = client.call(RawRequest.of("POST", TestUploads.BEGIN)
                .token(token)
                .json("{\"type\":\"image/png\",\"size\":" + picture.length + ",\"purpose\":\"tweet\"}"));
        String id = begun.member("media_id");
        uploads.add(id);
        assertThat(client.call(RawRequest.of("PUT", begun.member("upload_url"))
                                .header("content-type", "image/png")
                                .body(picture))
                        .status())
                .isEqualTo(204);
        assertThat(client.call(RawRequest.of("POST", TestUploads.MEDIA + id + "/uploaded")
                                .token(token))
                        .status())
                .isEqualTo(202);
    }

    private String state(RawClient client, String id) {
        return client.call(RawRequest.of("GET", TestUploads.MEDIA + id).token(token))
                .member("state");
    }

    /** A lease of a killed process takes a minute to end. */
    private void awaitFinal(RawClient client, String id) throws InterruptedException {
        while (!FINAL.contains(state(client, id))) {
            Thread.sleep(200);
        }
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 640; x++) {
            for (int y = 0; y < 480; y++) {
                image.setRGB(x, y, x * 31 + y * 1_007);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean _ = ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private List<Path> files(String name) throws IOException {
        Path below = folder.resolve("roost.media").resolve(name);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}

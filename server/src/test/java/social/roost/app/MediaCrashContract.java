package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.LongRun;
import social.roost.base.Seed;
import social.roost.http.Answer;
import social.roost.media.MediaStore;

/**
 * A server is killed at random moments while it receives and processes pictures. Then every upload reaches a final
 * state, and an hour later each row has its objects, and each object its row.
 */
abstract class MediaCrashContract {
    private static final int KILLS = LongRun.times(2, 10);
    private static final int LATEST_KILL_MILLIS = 2_500;
    private static final int UPLOADS_EACH = 3;
    private static final int PIECES = 12;
    private static final int PAUSE_MILLIS = 25;
    static final int FILES_EACH = 2;
    private static final Set<String> FINAL = Set.of("ready", "failed");

    @RegisterExtension
    final Seed seed = new Seed();

    private final Set<String> begun = new ConcurrentSkipListSet<>();
    private final String username = "alice" + Long.toString(System.nanoTime() & 0xffffff, 36);
    private String token = "";

    @Test
    @Timeout(600)
    void everyUploadIsCompleteOrGone() throws Exception {
        Random random = new Random(seed.value());
        byte[] picture = picture();
        for (int i = 0; i < KILLS; i++) {
            try (ServerProcess server = start()) {
                token = token.isEmpty() ? RemoteUploads.register(server.port(), username) : token;
                Thread client = Thread.ofPlatform().start(() -> upload(server.port(), picture));
                Thread.sleep(random.nextInt(LATEST_KILL_MILLIS));
                Process _ = server.process().destroyForcibly();
                client.join();
            }
        }
        List<String> complete;
        try (ServerProcess server = start();
                RemoteUploads uploads = RemoteUploads.of(server.port(), token)) {
            complete = begun.stream()
                    .filter(id -> uploads.report(id).status() == 202)
                    .toList();
            for (String id : complete) {
                awaitFinal(uploads, id);
            }
            assertThat(complete).allMatch(id -> uploads.state(id).equals("ready"));
        }
        anHourLater(complete);
    }

    /** Which stores to use. */
    abstract Map<String, String> stores();

    private ServerProcess start() throws IOException {
        Map<String, String> settings = new HashMap<>(stores());
        settings.put("http.port", "0");
        settings.put("limits.enabled", "false");
        settings.put("links.cards", "false");
        settings.put("sessions.password-memory", "1MiB");
        return ServerProcess.start(settings);
    }

    /** Uploads slowly until it is done or the server dies. */
    private void upload(int port, byte[] picture) {
        try (RemoteUploads uploads = RemoteUploads.of(port, token)) {
            for (int i = 0; i < UPLOADS_EACH; i++) {
                Answer answer = uploads.begin("image/png", picture.length);
                begun.add(answer.member("media_id"));
                Answer _ = uploads.put(answer, "image/png", picture.length, pieces(picture));
                Answer _ = uploads.report(answer.member("media_id"));
            }
        } catch (IOException | AssertionError _) {
            return; // killed
        }
    }

    private static Iterator<byte[]> pieces(byte[] file) {
        int each = file.length / PIECES + 1;
        return IntStream.range(0, PIECES)
                .mapToObj(i -> Arrays.copyOfRange(file, i * each, Math.min(file.length, (i + 1) * each)))
                .peek(piece -> pause())
                .iterator();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A lease of a killed process takes a minute to end. */
    private static void awaitFinal(RemoteUploads uploads, String id) throws InterruptedException {
        while (!FINAL.contains(uploads.state(id))) {
            Thread.sleep(200);
        }
    }

    /**
     * Checks with a clock that is an hour later that nothing is left over.
     *
     * @param complete the uploads that are ready
     */
    abstract void anHourLater(List<String> complete) throws Exception;

    /** The uploads that began. */
    final Set<String> begun() {
        return begun;
    }

    static boolean isGone(MediaStore rows, String id) {
        return rows.find(Long.parseLong(id)) == null;
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
}

package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;

/** A server receives files that are larger than its memory. */
@DisplayName("Large uploads (I2)")
@Timeout(180)
class LargeUploadTest {
    private static final String TYPE = "video/mp4";
    private static final int PIECE = 1 << 20;
    private static final int PIECES = 200;
    private static final int SOME = 20;
    private static final long SIZE = (long) PIECE * PIECES;

    /** Neither the heap nor other memory of Java can contain the file. */
    private static final List<String> SMALL = List.of("-Xmx80m", "-XX:MaxDirectMemorySize=32m");

    private static final long MOST_GROWTH_KIB = 40 * 1024;

    @TempDir
    Path folder;

    private long mostKib;

    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        try (ServerProcess server = start();
                RemoteUploads uploads =
                        RemoteUploads.of(server.port(), RemoteUploads.register(server.port(), "alice"))) {
            expect(204, uploads.put(uploads.begin(TYPE, PIECE), TYPE, PIECE, pieces(server, 1)));
            long before = residentKib(server);
            Answer begun = uploads.begin(TYPE, SIZE);
            expect(204, uploads.put(begun, TYPE, SIZE, pieces(server, PIECES)));
            assertThat(mostKib - before).isLessThan(MOST_GROWTH_KIB);
            assertThat(Files.size(folder.resolve("roost.media/objects/uploads/" + begun.member("media_id"))))
                    .isEqualTo(SIZE);
        }
    }

    @Test
    void aCancelledUploadLeavesNoFile() throws Exception {
        try (ServerProcess server = start();
                RemoteUploads uploads =
                        RemoteUploads.of(server.port(), RemoteUploads.register(server.port(), "alice"))) {
            Answer begun = uploads.begin(TYPE, SIZE);
            assertThatThrownBy(() -> uploads.put(begun, TYPE, SIZE, cancelled(pieces(server, SOME))))
                    .isInstanceOf(Cancelled.class);
            Await.until(() -> bytesInFiles() == 0);
            assertThat(uploads.state(begun.member("media_id"))).isEqualTo("waiting");
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                SMALL, Map.of("data", folder.toString(), "http.port", "0", "sessions.password-memory", "1MiB"));
    }

    /** Looks at the server's memory after each. */
    private Iterator<byte[]> pieces(ServerProcess server, int count) {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) 7);
        return Collections.nCopies(count, piece).stream()
                .peek(same -> mostKib = Math.max(mostKib, residentKib(server)))
                .iterator();
    }

    private static Iterator<byte[]> cancelled(Iterator<byte[]> pieces) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public byte[] next() {
                if (!pieces.hasNext()) {
                    throw new Cancelled();
                }
                return pieces.next();
            }
        };
    }

    /** The client goes away. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** 0 where the system does not tell. */
    private static long residentKib(ServerProcess server) {
        Path status = Path.of("/proc/" + server.process().pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long bytesInFiles() {
        try (Stream<Path> files = Files.walk(folder.resolve("roost.media"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return bytesInFiles();
        }
    }
}

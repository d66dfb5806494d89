package social.roost.loadgen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The limit of this disk: how often per second a page is appended to a file and made durable. */
final class FsyncBaseline {
    private static final int PAGE = 4096;

    private FsyncBaseline() {}

    static double perSecond(Path folder, int seconds) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            int count = 0;
            while (System.nanoTime() < end) {
                page.clear();
                while (page.hasRemaining()) {
                    channel.write(page);
                }
                channel.force(false);
                count++;
            }
            return count * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.delete(file);
        }
    }
}

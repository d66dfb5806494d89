package social.roost.e2e;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * A follow graph as skewed as real ones, the same each time: user 1 has some thousand followers, most users have a few
 * or none. A few follows occur twice.
 */
final class SkewedGraph {
    private static final int USERS = 40_000;
    private static final int FOLLOWS = 200_000;

    /** The larger, the more follows go to a few users. */
    private static final double SKEW = 3;

    private SkewedGraph() {}

    /** Writes the graph as an edge list, compressed by gzip. */
    static Path write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(125);
        try (BufferedWriter lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            for (int i = 0; i < FOLLOWS; i++) {
                int follower = 1 + random.nextInt(USERS);
                int followee = 1 + (int) (USERS * Math.pow(random.nextDouble(), SKEW));
                if (follower != followee) {
                    lines.write(follower + " " + followee + "\n");
                }
            }
        }
        return file;
    }
}

package social.roost.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The journeys with every role in a process of its own, behind a gateway, on the real servers (K1, B2, C8). */
@Tag("stack")
final class ClusterJourneyTest extends Journeys {
    @TempDir
    private static Path folder;

    private static RoostCluster cluster;

    @BeforeAll
    static void start() {
        cluster = RoostCluster.start(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    String address() {
        return cluster.address();
    }
}

package social.roost.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.loadgen.FollowGraph;
import social.roost.loadgen.LogNormal;

class FameTest {
    @TempDir
    Path folder;

    @Test
    void aSmallGraphIsCountedAsByHand() throws IOException {
        // 0 follows 1 and 2, 3 follows 1 and 2, 4 follows 1; 4 is not active.
        Path file = Files.writeString(folder.resolve("follows"), "a x\na y\nb x\nb y\nc x\n");
        FollowGraph graph = FollowGraph.read(file);
        boolean[] active = {true, true, true, true, false};
        assertThat(Fame.counted(graph, active, 3, 1)).isEqualTo(new Fame(3, 1, 2, 2, 2));
        assertThat(Fame.counted(graph, active, 4, 1)).isEqualTo(new Fame(4, 0, 4, 0, 2));
        assertThat(Fame.counted(graph, active, 2, 1)).isEqualTo(new Fame(2, 2, 0, 4, 0));
        assertThat(Fame.counted(graph, active, 3, 10)).as("each for ten").isEqualTo(new Fame(3, 10, 20, 20, 2));
    }

    @Test
    void withoutAThresholdAllIsPushedAndAtZeroAllIsPulled() {
        LogNormal followers = LogNormal.of(200, 100_000_000, 500_000_000);
        Fame push = Fame.expected(followers, 0.4, Workload.NEVER);
        assertThat(push.pushed()).isCloseTo(500e6 * 200 * 0.4, withinPercentage(1e-6));
        assertThat(push.pulled()).isZero();
        assertThat(push.longest()).isEqualTo(40e6);
        Fame pull = Fame.expected(followers, 0.4, 0);
        assertThat(pull.pushed()).isZero();
        assertThat(pull.pulled()).isCloseTo(500e6 * 200 * 0.4, withinPercentage(1e-6));
        assertThat(pull.famous()).isEqualTo(500e6);
        assertThat(pull.longest()).isZero();
    }

    @Test
    void whatIsExpectedIsWhatAGraphHas() {
        FollowGraph graph = FollowGraph.synthetic(20_000, 100, 5_000, 1);
        boolean[] active = new boolean[graph.users()];
        Arrays.fill(active, true);
        LogNormal followers = LogNormal.of(100, 5_000, 20_000);
        for (long famousAt : new long[] {30, 100, 300, 1_000}) {
            Fame counted = Fame.counted(graph, active, famousAt, 1);
            Fame expected = Fame.expected(followers, 1, famousAt);
            assertThat(counted.famous()).as("%s", famousAt).isCloseTo(expected.famous(), withinPercentage(5));
            assertThat(counted.pushed()).as("%s", famousAt).isCloseTo(expected.pushed(), withinPercentage(5));
            assertThat(counted.pulled()).as("%s", famousAt).isCloseTo(expected.pulled(), withinPercentage(5));
            assertThat(counted.longest()).as("%s", famousAt).isCloseTo(expected.longest(), withinPercentage(5));
        }
    }
}

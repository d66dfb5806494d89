package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs to measure with (SPEC L3). */
class FollowGraphTest {
    private static final int USERS = 10_000;
    private static final int MEAN = 50;
    private static final int LARGEST = 4_000;

    @TempDir
    Path folder;

    @Test
    void aSyntheticGraphHasTheMeanAndTheLargestThatWereAskedFor() {
        FollowGraph graph = FollowGraph.synthetic(USERS, MEAN, LARGEST, 1);
        assertThat(graph.users()).isEqualTo(USERS);
        assertThat(graph.follows() / (double) USERS).isCloseTo(MEAN, within(0.01 * MEAN));
        assertThat(graph.followersOf(0)).isEqualTo(LARGEST);
        int[] followers =
                IntStream.range(0, USERS).map(graph::followersOf).sorted().toArray();
        assertThat(followers[USERS - 1]).isEqualTo(LARGEST);
        assertThat(followers[USERS / 2]).as("the median of what is skewed").isLessThan(MEAN);
    }

    @Test
    void usersAreEverLessFollowed() {
        FollowGraph graph = FollowGraph.synthetic(USERS, MEAN, LARGEST, 1);
        assertThat(IntStream.range(1, USERS))
                .as("but for the rounding to whole numbers")
                .allMatch(user -> graph.followersOf(user) <= graph.followersOf(user - 1) + 1);
    }

    @Test
    void aSeedMakesOneGraph() {
        Set<String> one = edges(FollowGraph.synthetic(1_000, 10, 300, 7));
        assertThat(edges(FollowGraph.synthetic(1_000, 10, 300, 7))).isEqualTo(one);
        assertThat(edges(FollowGraph.synthetic(1_000, 10, 300, 8))).isNotEqualTo(one);
    }

    @Test
    void nobodyFollowsThemselvesOrAnyoneTwice() {
        FollowGraph graph = FollowGraph.synthetic(USERS, MEAN, LARGEST, 2);
        for (int user = 0; user < USERS; user++) {
            int author = user;
            Set<Integer> seen = new HashSet<>();
            graph.forEachFollower(
                    user,
                    follower ->
                            assertThat(follower != author && seen.add(follower)).isTrue());
            assertThat(seen).hasSize(graph.followersOf(user));
        }
    }

    @Test
    void usersFollowUnequally() {
        int[] counts = FollowGraph.synthetic(USERS, MEAN, LARGEST, 3).followeeCounts();
        assertThat(IntStream.of(counts).average().orElseThrow()).isCloseTo(MEAN, within(0.01 * MEAN));
        assertThat(IntStream.of(counts).max().orElseThrow()).isGreaterThan(4 * MEAN);
    }

    @Test
    void whatNoDistributionHasIsRefused() {
        assertThatThrownBy(() -> FollowGraph.synthetic(100, 5, 100, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FollowGraph.synthetic(100, 50, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FollowGraph.synthetic(100, 0, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FollowGraph.synthetic(1_000, 0.01, 900, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1,000 users");
    }

    @Test
    void anEdgeListIsReadPlainOrCompressed() throws IOException {
        String list = "# a comment\nann bob\ncy bob\n\n bob\tann\n";
        Path plain = Files.writeString(folder.resolve("follows.txt"), list);
        Path compressed = folder.resolve("follows.txt.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            bytes.write(list.getBytes(StandardCharsets.UTF_8));
        }
        // In the order in which they appear: ann is 0, bob 1, cy 2.
        Set<String> edges = Set.of("0 1", "2 1", "1 0");
        assertThat(edges(FollowGraph.read(plain))).isEqualTo(edges);
        assertThat(edges(FollowGraph.read(compressed))).isEqualTo(edges);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        FollowGraph graph = FollowGraph.synthetic(500, 8, 100, 4);
        Path file = folder.resolve("graph.txt");
        graph.write(file, 3);
        FollowGraph read = FollowGraph.read(file);
        assertThat(read.follows()).isEqualTo(graph.follows());
        // The numbers are others, the counts are not.
        assertThat(IntStream.range(0, read.users())
                        .map(read::followersOf)
                        .filter(count -> count > 0)
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, graph.users())
                        .map(graph::followersOf)
                        .filter(count -> count > 0)
                        .sorted()
                        .boxed()
                        .toList());
    }

    private static Set<String> edges(FollowGraph graph) {
        Set<String> edges = new TreeSet<>();
        for (int user = 0; user < graph.users(); user++) {
            String followee = " " + user;
            graph.forEachFollower(user, follower -> edges.add(follower + followee));
        }
        return edges;
    }
}

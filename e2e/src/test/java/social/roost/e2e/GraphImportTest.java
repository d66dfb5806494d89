package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large skewed graph is imported in time, and a tweet of its most followed user reaches followers, active or not. If
 * the folder {@code shared} exists, so does a tweet in the real graph in it.
 */
final class GraphImportTest {
    /** One minute on a dedicated machine; a build machine is busy with other things. */
    private static final long MAXIMUM_SECONDS = 180;

    private static final int READERS = 4;

    private final Children children = new Children();

    @TempDir
    private Path folder;

    @AfterEach
    void killWhateverRuns() {
        children.close();
    }

    @Test
    void aTweetOfTheMostFollowedUserReachesFollowers() throws IOException {
        aTweetReachesFollowersIn(SkewedGraph.write(folder.resolve("graph.gz")));
    }

    @Test
    void soDoesOneInARealGraph() throws IOException {
        Path file = SourceTree.shared("data/higgs-follows-sample.txt.gz");
        assumeTrue(file != null, "There is no folder 'shared' beside the repository");
        aTweetReachesFollowersIn(file);
    }

    private void aTweetReachesFollowersIn(Path file) throws IOException {
        Map<String, Set<String>> followers = followers(file);
        String most = followers.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .orElseThrow()
                .getKey();
        long importSeconds = importAll(file, users(followers));

        RoostProcess roost = children.start(folder.resolve("data"));
        Client author = roost.client().logIn("u" + most, Client.PASSWORD);
        List<String> names = List.copyOf(followers.getOrDefault(most, Set.of()));
        assertThat(author.profile().data().path("followers_count").asInt()).isEqualTo(names.size());
        List<Client> readers = new ArrayList<>();
        for (int i = 0; i < 2 * READERS; i++) {
            readers.add(roost.client().logIn("u" + names.get(i * names.size() / (2 * READERS)), Client.PASSWORD));
        }
        List<Client> active = readers.subList(0, READERS);
        active.forEach(reader -> assertThat(reader.home(20).ids()).isEmpty());

        long begin = System.nanoTime();
        String tweet = author.tweet("Does this reach all of you? #graph");
        active.forEach(reader -> Journey.awaitHome(reader, List.of(tweet)));
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        readers.forEach(reader -> assertThat(reader.home(20).ids()).containsExactly(tweet));
        System.out.printf(
                "GraphImportTest: imported in %d s; u%s with %,d followers posted, and %d active ones had read it after"
                        + " %d ms%n",
                importSeconds, most, names.size(), active.size(), milliseconds);
    }

    private long importAll(Path file, int users) {
        long begin = System.nanoTime();
        RoostProcess done = children.run(
                "import",
                "follows",
                file.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--password",
                Client.PASSWORD);
        assertThat(done.exitCode()).as(done.output()).isZero();
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        assertThat(done.output()).contains("Imported %,d users".formatted(users));
        assertThat(seconds).as("seconds").isLessThan(MAXIMUM_SECONDS);
        return seconds;
    }

    /** The followers of each user, once each and in the order of the file. */
    private static Map<String, Set<String>> followers(Path file) throws IOException {
        Map<String, Set<String>> followers = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] ends = line.split(" ", 2);
                followers
                        .computeIfAbsent(ends[1], name -> new LinkedHashSet<>())
                        .add(ends[0]);
            }
        }
        return followers;
    }

    private static int users(Map<String, Set<String>> followers) {
        Set<String> names = new HashSet<>(followers.keySet());
        followers.values().forEach(names::addAll);
        return names.size();
    }
}

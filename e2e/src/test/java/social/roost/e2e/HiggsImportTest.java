package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real graph: imported in time, and a tweet of its most followed user reaches followers, active or not. */
final class HiggsImportTest {
    /** A minute on a machine of its own; a build machine has other things to do. */
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
        Path file = SourceTree.shared("data/higgs-follows-sample.txt.gz");
        Map<String, List<String>> followers = followers(file);
        String most = followers.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .orElseThrow()
                .getKey();
        long importSeconds = importAll(file);

        RoostProcess roost = children.start(folder.resolve("data"));
        Client author = roost.client().logIn("u" + most, Client.PASSWORD);
        List<String> names = followers.get(most);
        assertThat(author.profile().data().path("followers_count").asInt()).isEqualTo(names.size());
        List<Client> readers = new ArrayList<>();
        for (int i = 0; i < 2 * READERS; i++) {
            readers.add(roost.client().logIn("u" + names.get(i * names.size() / (2 * READERS)), Client.PASSWORD));
        }
        List<Client> active = readers.subList(0, READERS);
        active.forEach(reader -> assertThat(reader.home(20).ids()).isEmpty());

        long begin = System.nanoTime();
        String tweet = author.tweet("Is it the Higgs? #higgs");
        active.forEach(reader -> Journey.awaitHome(reader, List.of(tweet)));
        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        readers.forEach(reader -> assertThat(reader.home(20).ids()).containsExactly(tweet));
        System.out.printf(
                "HiggsImportTest: imported in %d s; u%s with %,d followers posted, and %d active ones had read it after"
                        + " %d ms%n",
                importSeconds, most, names.size(), active.size(), milliseconds);
    }

    private long importAll(Path file) {
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
        assertThat(done.output()).containsPattern("Imported 76.851 users");
        assertThat(seconds).as("seconds").isLessThan(MAXIMUM_SECONDS);
        return seconds;
    }

    /** By user, who follows them. */
    private static Map<String, List<String>> followers(Path file) throws IOException {
        Map<String, List<String>> followers = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] ends = line.split(" ", 2);
                followers.computeIfAbsent(ends[1], name -> new ArrayList<>()).add(ends[0]);
            }
        }
        return followers;
    }
}

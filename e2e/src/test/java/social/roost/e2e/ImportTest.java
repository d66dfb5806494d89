package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roost import follows}: an edge list becomes users like all others. */
final class ImportTest {
    private static final String EDGES = "# who follows whom\n1 2\n3 2\n\n2 3\n1 2\n4 4\n";

    private final Children children = new Children();

    @TempDir
    private Path folder;

    @AfterEach
    void killWhateverRuns() {
        children.close();
    }

    @Test
    void importedUsersLogInAndTheirTweetsReachTheirFollowers() throws IOException {
        Path file = folder.resolve("edges.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(EDGES.getBytes(StandardCharsets.UTF_8));
        }
        assertImports(file, "4 users and 5 follows (3 of them new)");
        assertImports(file, "4 users and 5 follows (0 of them new)");

        RoostProcess roost = children.start(folder.resolve("data"), "--fame.gained-at=2", "--fame.lost-at=1");
        Client two = roost.client().logIn("u2", Client.PASSWORD);
        Client one = roost.client().logIn("u1", Client.PASSWORD);
        Client four = roost.client().logIn("u4", Client.PASSWORD);
        assertThat(two.profile().data().path("followers_count").asInt()).isEqualTo(2);
        assertThat(two.allIds("/users/" + two.id() + "/followers")).hasSize(2).contains(one.id());
        assertThat(one.home(10).ids()).isEmpty();
        String tweet = two.tweet("We were imported.");
        Journey.awaitHome(one, List.of(tweet));
        assertThat(four.home(10).ids()).isEmpty();
        assertThat(roost.client().join("newcomer").home(10).ids()).isEmpty();
    }

    @Test
    void anImportWhileTheServerRunsIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("edges"), EDGES);
        RoostProcess roost = children.start(folder.resolve("data"));
        RoostProcess refused = importing(file);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).hasLineCount(1).contains("is in use by another Roost");
        assertThat(roost.client().get("/users/by/username/u1").status()).isEqualTo(404);
    }

    @Test
    void aFileThatIsNoEdgeListIsToldByItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("edges"), "1 2\n1 2 3\n");
        RoostProcess refused = importing(file);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).hasLineCount(1).contains(file + ", line 2: expected 'a b'");
        RoostProcess absent = importing(folder.resolve("absent"));
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.output())
                .hasLineCount(1)
                .contains(folder.resolve("absent").toString());
    }

    private void assertImports(Path file, String outcome) throws IOException {
        RoostProcess done = importing(file);
        assertThat(done.exitCode()).as(done.output()).isZero();
        assertThat(done.output()).contains("Imported " + outcome);
    }

    private RoostProcess importing(Path file) throws IOException {
        String data = folder.resolve("data").toString();
        Path password = Files.writeString(folder.resolve("password"), Client.PASSWORD + "\n");
        return children.run(
                "import", "follows", file.toString(), "--data", data, "--password-file", password.toString());
    }
}

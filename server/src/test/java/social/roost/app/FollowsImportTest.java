package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.graph.GraphStore.Counts;
import social.roost.user.Client;
import social.roost.user.LogIns;
import social.roost.user.User;

class FollowsImportTest {
    @TempDir
    Path folder;

    private Stores stores;
    private Features features;

    @BeforeEach
    void open() {
        InstantSource clock = InstantSource.system();
        Config config = config();
        stores = EmbeddedStores.open(config, clock);
        features = new Features(config, stores);
    }

    @AfterEach
    void close() {
        features.close();
        stores.close();
    }

    @Test
    void usersAndFollowsAreCreated() throws IOException {
        run(plain("1 2\n3 2\n2 1\n"), null);
        assertThat(stores.users().accounts().findByUsername("u1"))
                .map(User::displayName)
                .contains("User 1");
        assertThat(stores.graph().follows().followers(id("2"))).containsExactlyInAnyOrder(id("1"), id("3"));
        assertThat(counts("2")).isEqualTo(new Counts(2, 1));
    }

    @Test
    void gzipIsReadToo() throws IOException {
        Path file = folder.resolve("edges.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a b\n".getBytes(StandardCharsets.UTF_8));
        }
        run(file, null);
        assertThat(stores.graph().follows().follows(id("a"), id("b"))).isTrue();
    }

    @Test
    void anImportMayBeRepeatedAndGoOn() throws IOException {
        run(plain("1 2\n3 2\n"), null);
        long before = id("2");
        run(plain("1 2\n1 2\n4 2\n3 2\n"), null);
        assertThat(id("2")).isEqualTo(before);
        assertThat(counts("2")).isEqualTo(new Counts(3, 0));
        assertThat(stores.graph().follows().followers(before)).hasSize(3);
    }

    @Test
    void oneselfIsNotFollowedAlsoNotInAnotherCase() throws IOException {
        run(plain("1 1\nx X\nx 1\n"), null);
        assertThat(id("X")).isEqualTo(id("x"));
        assertThat(counts("1")).isEqualTo(new Counts(1, 0));
        assertThat(counts("x")).isEqualTo(new Counts(0, 1));
    }

    @Test
    void famousAreThoseWithEnoughFollowers() throws IOException {
        run(plain("1 9\n2 9\n3 9\n1 8\n2 8\n"), null);
        assertThat(stores.graph().follows().famous()).containsExactly(id("9"));
    }

    @Test
    void importedUsersLogInOnlyWithAPasswordThatWasGiven() throws IOException {
        run(plain("1 2\n"), null);
        run(plain("3 4\n"), "correct horse");
        assertThat(features.users.logIns.logIn("u3", "correct horse", Client.UNKNOWN))
                .isInstanceOfSatisfying(
                        LogIns.LoggedIn.class,
                        in -> assertThat(in.begun().session().userId()).isEqualTo(id("3")));
        assertThatThrownBy(() -> features.users.logIns.logIn("u1", "correct horse", Client.UNKNOWN))
                .hasMessageContaining("wrong_credentials");
    }

    @Test
    void everyoneCanBeLoggedIn() throws IOException {
        assertThat(logIn(Integer.MAX_VALUE)).containsExactlyInAnyOrder("u1", "u2", "u3");
    }

    @Test
    void onlyTheFirstAreLoggedInWhenTheirNumberIsGiven() throws IOException {
        assertThat(logIn(2)).containsExactlyInAnyOrder("u1", "u2");
    }

    /** SECURITY 16. */
    @Test
    void onlyTheOwnerOfTheFileCanReadTheTokensEvenWhereItExistedBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(logIn(1)).hasSize(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Which users were logged in, each with their own token. */
    private List<String> logIn(int most) throws IOException {
        Path file = folder.resolve("tokens");
        TokensFile tokens = new TokensFile(file, most);
        new FollowsImport(stores, features).run(plain("1 2\n3 2\n"), null, tokens);
        List<String[]> lines = Files.readAllLines(file).stream()
                .map(line -> line.split(" ", -1))
                .toList();
        assertThat(lines)
                .allSatisfy(nameAndToken -> assertThat(features.users
                                .sessions
                                .authenticate(nameAndToken[1])
                                .orElseThrow()
                                .userId())
                        .isEqualTo(id(nameAndToken[0].substring(1))));
        return lines.stream().map(nameAndToken -> nameAndToken[0]).toList();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> run(folder.resolve("nowhere"), null))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("nowhere");
    }

    private void run(Path file, @Nullable String password) {
        new FollowsImport(stores, features).run(file, password, null);
    }

    private Path plain(String text) throws IOException {
        return Files.writeString(folder.resolve("edges"), text);
    }

    private long id(String name) {
        return stores.users()
                .accounts()
                .findByUsername("u" + name)
                .orElseThrow()
                .id();
    }

    private Counts counts(String name) {
        return stores.graph().follows().counts(new long[] {id(name)}).getOrDefault(id(name), new Counts(0, 0));
    }

    private Config config() {
        Map<String, String> flags =
                Map.of("data", folder.resolve("data").toString(), "fame.gained-at", "3", "fame.lost-at", "1");
        return ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
    }
}

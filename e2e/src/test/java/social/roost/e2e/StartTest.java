package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start-up: failures are explained in one sentence, and the effective settings are as documented. */
final class StartTest {
    private final Children children = new Children();

    @TempDir
    private Path folder;

    @AfterEach
    void killWhateverRuns() {
        children.close();
    }

    @Test
    void aSecondProcessOnTheSameFolderStopsWithOneSentence() {
        RoostProcess first = children.start(folder.resolve("data"));
        RoostProcess second = children.begin(folder.resolve("data"));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .isEqualTo("roost: The data folder " + folder.resolve("data")
                        + " is in use by another Roost process. Stop that process, or choose another folder with"
                        + " --data.");
        assertThat(first.client().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void aPortInUseIsToldInOneSentence() {
        RoostProcess first = children.start(folder.resolve("first"));
        String port = "" + URI.create(first.address()).getPort();
        RoostProcess second =
                children.run("start", "--data", folder.resolve("second").toString(), "--port", port);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output().lines())
                .singleElement()
                .asString()
                .startsWith("roost: ")
                .contains("127.0.0.1:" + port)
                .endsWith("Choose another port with --port, or another address with --http.host.");
    }

    @Test
    void anUnknownSettingNamesItsNearest() {
        RoostProcess roost = children.begin(folder.resolve("data"), "--fame.gaind-at=7");
        assertThat(roost.exitCode()).isEqualTo(1);
        assertThat(roost.output().lines())
                .singleElement()
                .asString()
                .contains("fame.gaind-at")
                .contains("fame.gained-at");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void configPrintsEverySettingSoThatItCanBeLoadedAgain() throws Exception {
        RoostProcess printed =
                children.run("config", "--data", "/srv/roost", "--fame.gained-at=77", "--fame.lost-at=7");
        assertThat(printed.exitCode()).isZero();
        assertThat(printed.output())
                .contains("data: /srv/roost")
                .contains("gained-at: 77")
                .contains("port: 8080", "host: 127.0.0.1", "drain-timeout: 10s", "maximum-entries: 800", "lifetime: ")
                .contains("node: 0", "timelines: 30")
                .doesNotContain("***");

        Path file = Files.writeString(folder.resolve("roost.yaml"), printed.output());
        RoostProcess again = children.run("config", "--config", file.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(withoutRemarks(again)).isEqualTo(withoutRemarks(printed));
    }

    @Test
    void theDemoWorldIsLivelyAndIsMadeOnceOnly() {
        RoostProcess roost = children.start(folder.resolve("data"), "--demo");
        Client alice = roost.client().logIn("alice", printedPassword(roost));
        Answer home = alice.home(50);
        assertThat(home.ids()).hasSizeGreaterThan(5);
        assertThat(new HashSet<>(home.texts("author_id"))).hasSizeGreaterThan(3);
        roost.awaitOutput("Demo pictures added.");
        assertThat(alice.home(50).text("/includes/media/0/state")).isEqualTo("ready");
        String tweet = alice.tweet("and one more");
        List<String> before = alice.home(50).ids();
        assertThat(before.getFirst()).isEqualTo(tweet);
        assertThat(roost.terminate()).isEqualTo(143);

        RoostProcess again = children.start(folder.resolve("data"), "--demo");
        assertThat(again.output()).contains("The data folder is not empty: did not add the demo content");
        assertThat(alice.movedTo(again.address()).home(50).ids()).isEqualTo(before);
    }

    @Test
    void theDemoWorldIsNotAddedToSomeonesData() {
        RoostProcess roost = children.start(folder.resolve("data"));
        Client zoe = roost.client().join("zoe");
        assertThat(roost.terminate()).isEqualTo(143);
        RoostProcess again = children.start(folder.resolve("data"), "--demo");
        assertThat(again.client().get("/users/by/username/alice").status()).isEqualTo(404);
        assertThat(zoe.movedTo(again.address()).profile().text("/data/username"))
                .isEqualTo("zoe");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> again.client().logIn("alice", "roost-demo"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(401));
    }

    private static String printedPassword(RoostProcess roost) {
        Matcher matcher = Pattern.compile("with the password (\\S+)\\.").matcher(roost.output());
        assertThat(matcher.find()).as(roost.output()).isTrue();
        return matcher.group(1);
    }

    /** The settings without descriptions and origins. */
    private static List<String> withoutRemarks(RoostProcess config) {
        return config.output()
                .lines()
                .map(line -> line.replaceFirst("\\s*#.*", ""))
                .toList();
    }
}

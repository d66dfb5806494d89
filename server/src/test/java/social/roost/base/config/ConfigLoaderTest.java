package social.roost.base.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    private Path folder;

    @Test
    void everythingHasADefault() {
        TestSettings settings = ConfigLoader.defaults(TestSettings.class);

        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.names()).containsExactly("a", "b");
        assertThat(settings.http())
                .isEqualTo(new TestSettings.Http(
                        8080,
                        "127.0.0.1",
                        new TestSettings.Http.Limits(new ByteSize(64 * 1024), Duration.ofSeconds(10))));
        assertThat(settings.timeline())
                .isEqualTo(new TestSettings.Timeline(1, 800, 0.5, false, TestSettings.Mode.VERY_FAST));
        assertThat(settings.token()).isEmpty();
    }

    @Test
    void aSectionAloneCanBeMadeOfDefaults() {
        assertThat(ConfigLoader.defaults(TestSettings.Http.class).port()).isEqualTo(8080);
    }

    @Test
    void readsEveryTypeFromYaml() throws IOException {
        TestSettings settings = load("""
                data: /var/lib/roost
                names: [alice, "bob, the second"]
                http:
                  port: 9000
                  limits:
                    body-size: 2MiB
                    deadline: 250ms
                timeline:
                  maximum-entries: 10
                  share: 1e-3
                  enabled: true
                  mode: careful
                token: 0123
                """);

        assertThat(settings.data()).isEqualTo(Path.of("/var/lib/roost"));
        assertThat(settings.names()).containsExactly("alice", "bob, the second");
        assertThat(settings.http().port()).isEqualTo(9000);
        assertThat(settings.http().limits())
                .isEqualTo(new TestSettings.Http.Limits(new ByteSize(2 << 20), Duration.ofMillis(250)));
        assertThat(settings.timeline())
                .isEqualTo(new TestSettings.Timeline(1, 10, 0.001, true, TestSettings.Mode.CAREFUL));
        assertThat(settings.token()).isEqualTo("0123");
    }

    @Test
    void dottedKeysEmptySectionsAndEmptyFilesAreFine() throws IOException {
        assertThat(load("http.port: 1\ntimeline:\n").http().port()).isEqualTo(1);
        assertThat(load("").http().port()).isEqualTo(8080);
        assertThat(load("# nothing\n---\n").http().port()).isEqualTo(8080);
    }

    @Test
    void flagsOverrideEnvironmentWhichOverridesTheFile() throws IOException {
        Path file = write("http: {port: 1, host: file}\ntimeline: {minimum-entries: 1}\ntoken: file");
        Map<String, String> environment = Map.of(
                "ROOST_HTTP_PORT",
                "2",
                "ROOST_HTTP_HOST",
                "environment",
                "ROOST_TIMELINE_MINIMUM_ENTRIES",
                "2",
                "ROOST_NAMES",
                "c,d , e");
        TestSettings settings = ConfigLoader.load(
                        TestSettings.class, new ConfigSources(file, environment, Map.of("http.port", "3")))
                .value();

        assertThat(settings.http().port()).isEqualTo(3);
        assertThat(settings.http().host()).isEqualTo("environment");
        assertThat(settings.timeline().minimumEntries()).isEqualTo(2);
        assertThat(settings.names()).containsExactly("c", "d", "e");
        assertThat(settings.token()).isEqualTo("file");
    }

    @Test
    void namesEveryUnknownKeyItsPlaceAndTheNearestKnown() throws IOException {
        Path file = write("htpp:\n  port: 1\ntokne: x\n");
        Map<String, String> environment =
                Map.of("ROOST_HTTP_PROT", "1", "ROOST_JAVA_HOME", "/x", "ROOST_JAVA_OPTIONS", "-Xmx1g", "PATH", "/bin");
        assertProblems(
                new ConfigSources(file, environment, Map.of("prot", "1")),
                "Unknown key htpp.port (" + file + " line 2): did you mean http.port?",
                "Unknown key tokne (" + file + " line 3): did you mean token?",
                "Unknown key ROOST_HTTP_PROT (environment variable ROOST_HTTP_PROT): did you mean ROOST_HTTP_PORT?",
                "Unknown key --prot (flag --prot): did you mean --http.port?");
    }

    @Test
    void namesEveryBadValueAndWhatIsExpected() throws IOException {
        Path file = write("""
                http: 5
                names: [[x]]
                timeline:
                  mode: slow
                  share: NaN
                  enabled: maybe
                  minimum-entries: [1, 2]
                """);
        assertProblems(
                new ConfigSources(
                        file,
                        Map.of("ROOST_HTTP_PORT", "many"),
                        Map.of("http.limits.deadline", "10", "http.limits.body-size", "1MB", "data", "")),
                "names (" + file + " line 2): the list must contain text only.",
                "http (" + file + " line 1) is a section: expected keys below it.",
                "data is \"\" (flag --data): expected a path.",
                "http.port is \"many\" (environment variable ROOST_HTTP_PORT): expected a whole number.",
                "http.limits.body-size is \"1MB\" (flag --http.limits.body-size):"
                        + " expected a size such as 512B, 64KiB, 64MiB or 2GiB.",
                "http.limits.deadline is \"10\" (flag --http.limits.deadline):"
                        + " expected a duration such as 250ms, 10s, 5m, 2h or 3d.",
                "timeline.minimum-entries is \"[1, 2]\" (" + file + " line 7): expected a whole number.",
                "timeline.share is \"NaN\" (" + file + " line 5): expected a number.",
                "timeline.enabled is \"maybe\" (" + file + " line 6): expected true or false.",
                "timeline.mode is \"slow\" (" + file + " line 4): expected one of careful, very-fast.");
    }

    @Test
    void aRecordMayRefuseWhatItIsGiven() {
        assertProblems(
                new ConfigSources(
                        null, Map.of("ROOST_TIMELINE_MINIMUM_ENTRIES", "5"), Map.of("timeline.maximum-entries", "4")),
                "timeline (environment variable ROOST_TIMELINE_MINIMUM_ENTRIES, flag --timeline.maximum-entries):"
                        + " minimum-entries is above maximum-entries.");
    }

    @Test
    void theMaskOfAPrintedConfigurationIsNoSecret() {
        assertProblems(
                new ConfigSources(null, Map.of(), Map.of("token", "***")),
                "token (flag --token) is the mask of a printed configuration: expected the secret itself.");
    }

    @Test
    void aSecretCanStandInAFileNamedByEverySource() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame\n");
        Path yaml = write("token-file: " + secret);

        assertThat(token(new ConfigSources(yaml, Map.of(), Map.of()))).isEqualTo("open sesame");
        assertThat(token(new ConfigSources(null, Map.of("ROOST_TOKEN_FILE", secret.toString()), Map.of())))
                .isEqualTo("open sesame");
        assertThat(token(new ConfigSources(null, Map.of(), Map.of("token-file", secret.toString()))))
                .isEqualTo("open sesame");
        assertThat(token(new ConfigSources(yaml, Map.of("ROOST_TOKEN", "other"), Map.of())))
                .as("a later source goes before the file of an earlier one")
                .isEqualTo("other");
    }

    @Test
    void aSecretIsGivenOnceAndItsFileHasToHoldOne() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        Path missing = folder.resolve("missing");
        Path secret = Files.writeString(folder.resolve("secret"), "x");

        assertProblems(
                new ConfigSources(null, Map.of("ROOST_TOKEN_FILE", missing.toString()), Map.of()),
                "ROOST_TOKEN_FILE (environment variable ROOST_TOKEN_FILE): the secret cannot be read: " + missing
                        + " does not exist.");
        assertProblems(
                new ConfigSources(null, Map.of(), Map.of("token-file", empty.toString())),
                "--token-file (flag --token-file): the secret cannot be read: " + empty + " is empty.");
        assertProblems(
                new ConfigSources(write("token-file: " + binary), Map.of(), Map.of()),
                "token-file (" + folder.resolve("roost.yaml") + " line 1): the secret cannot be read: " + binary
                        + " is not UTF-8 text.");
        assertProblems(
                new ConfigSources(null, Map.of("ROOST_TOKEN_FILE", secret.toString(), "ROOST_TOKEN", "y"), Map.of()),
                "token is set twice (environment variable ROOST_TOKEN; file " + secret
                        + ", environment variable ROOST_TOKEN_FILE): set either the secret or the file that holds it.");
        assertProblems(
                new ConfigSources(null, Map.of(), Map.of("http.host-file", secret.toString())),
                "Unknown key --http.host-file (flag --http.host-file): did you mean --http.host?");
    }

    private static String token(ConfigSources sources) {
        return ConfigLoader.load(TestSettings.class, sources).value().token();
    }

    @Test
    void aKeyThatIsSetTwiceInTheFileIsAMistake() throws IOException {
        Path file = write("http: {port: 1}\nhttp.port: 2\n");
        assertProblems(
                new ConfigSources(file, Map.of(), Map.of()),
                "http.port (" + file + " line 2) was already set at " + file + " line 1.");
    }

    @Test
    void theFileMustBeThereAndBeYamlWithKeys() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertProblems(
                new ConfigSources(missing, Map.of(), Map.of()),
                "The configuration file " + missing + " does not exist.");
        Path list = write("- a\n");
        assertProblems(new ConfigSources(list, Map.of(), Map.of()), list + " must contain keys with values.");
        Path malformed = write("http:\n  port: [1\n");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () -> ConfigLoader.load(TestSettings.class, new ConfigSources(malformed, Map.of(), Map.of())))
                .withMessageContaining(
                        malformed + " line 2 is not valid YAML: while parsing a flow sequence, expected");
    }

    @Test
    void mistakesInTheRecordsAreTheProgrammers() {
        record NoDefault(int port) {}
        record BadDefault(@Setting(value = "x", help = "") int port) {}
        record BadType(@Setting(value = "x", help = "") Object port) {}
        record Inner(@Setting(value = "", help = "") String b) {}
        record SameVariable(
                Inner a, @Setting(value = "", help = "") String aB) {}

        for (Class<? extends Record> wrong :
                List.of(NoDefault.class, BadDefault.class, BadType.class, SameVariable.class)) {
            assertThatIllegalArgumentException().isThrownBy(() -> ConfigLoader.defaults(wrong));
        }
    }

    private TestSettings load(String yaml) throws IOException {
        return ConfigLoader.load(TestSettings.class, new ConfigSources(write(yaml), Map.of(), Map.of()))
                .value();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("roost.yaml"), yaml);
    }

    private static void assertProblems(ConfigSources sources, String... problems) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ConfigLoader.load(TestSettings.class, sources))
                .satisfies(thrown -> assertThat(thrown.problems()).containsExactlyInAnyOrder(problems));
    }
}

package social.roost.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrinterTest {
    @TempDir
    private Path folder;

    @Test
    void printsEveryKeyItsSentenceAndWhereItsValueComesFrom() {
        String printed = ConfigPrinter.print(ConfigLoader.load(
                TestSettings.class,
                new ConfigSources(null, Map.of("ROOST_TOKEN", "open sesame"), Map.of("http.limits.deadline", "180s"))));

        assertThat(printed).isEqualTo("""
                # Where data is.
                data: data
                # Who may.
                names: [a, b]
                http:
                  # A port.
                  port: 8080
                  # An address.
                  host: 127.0.0.1
                  limits:
                    # The largest body.
                    body-size: 64KiB
                    # The longest request.
                    deadline: 3m # flag --http.limits.deadline
                timeline:
                  # The fewest.
                  minimum-entries: 1
                  # The most.
                  maximum-entries: 800
                  # A share.
                  share: 0.5
                  # Whether to.
                  enabled: false
                  # How.
                  mode: very-fast
                # Opens doors.
                token: "***" # environment variable ROOST_TOKEN
                """);
    }

    @Test
    void namesTheFileOfASecretSoThatWhatItPrintsLoadsAgain() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame");
        ConfigSources sources = new ConfigSources(null, Map.of("ROOST_TOKEN_FILE", secret.toString()), Map.of());
        String printed = ConfigPrinter.print(ConfigLoader.load(TestSettings.class, sources));

        assertThat(printed)
                .doesNotContain("sesame")
                .endsWith("token-file: " + secret + " # environment variable ROOST_TOKEN_FILE\n");
        Path file = Files.writeString(folder.resolve("printed.yaml"), printed);
        assertThat(ConfigLoader.load(TestSettings.class, new ConfigSources(file, Map.of(), Map.of()))
                        .value()
                        .token())
                .isEqualTo("open sesame");
    }

    @Test
    void whatItPrintsLoadsAgain() throws IOException {
        Map<String, String> flags = Map.of(
                "data", "a folder: with # marks",
                "names", "true, 0x1, -, ~, 12, it's",
                "http.host", "say \"hi\\\"\t\u00e9\u001f",
                "timeline.share", "1.0E-10");
        LoadedConfig<TestSettings> loaded =
                ConfigLoader.load(TestSettings.class, new ConfigSources(null, Map.of(), flags));
        Path file = Files.writeString(folder.resolve("printed.yaml"), ConfigPrinter.print(loaded));

        assertThat(ConfigLoader.load(TestSettings.class, new ConfigSources(file, Map.of(), Map.of()))
                        .value())
                .isEqualTo(loaded.value());
    }
}

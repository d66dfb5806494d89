package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server without traces (L1)")
@Timeout(60)
class UntracedStartTest {
    @TempDir
    Path folder;

    @Test
    void loadsNothingOfOpenTelemetry() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "social.roost.Main",
                        "start",
                        "--port=0",
                        "--data=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .start();
        try {
            awaitReady(process);
        } finally {
            process.destroy();
            int _ = process.waitFor();
        }
        assertThat(Files.readString(loaded)).contains("social.roost.app.Traces").doesNotContain("io.opentelemetry");
    }

    private static void awaitReady(Process process) throws IOException {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.startsWith("Roost is ready")) {
                line = output.readLine();
            }
            assertThat(line).isNotNull();
        }
    }
}

package social.roost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher answers {@code --help} itself, since it must not build first; so the two texts must agree. */
class LauncherTest {
    private record Result(int exitCode, String output) {}

    @ParameterizedTest
    @ValueSource(strings = {"start", "config", "import", "certs", "build", "test", "bench"})
    void everyCommandHasHelp(String command) throws Exception {
        Result result = launch(command, "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).startsWith("Usage: roost " + command);
        assertThat(launch("--help").output()).containsPattern("(?m)^  " + command + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "config", "import follows", "certs"})
    void itNamesTheOptionsThatTheProgramHas(String command) throws Exception {
        String[] words = command.split(" ", -1);
        StringWriter help = new StringWriter();
        RoostCommand.commandLine(Map.of())
                .setOut(new PrintWriter(help))
                .execute(
                        Stream.concat(Arrays.stream(words), Stream.of("--help")).toArray(String[]::new));
        List<String> options = Pattern.compile("(?m)^ +(--[a-z]+)")
                .matcher(help.toString())
                .results()
                .map(option -> option.group(1))
                .toList();

        assertThat(options).isNotEmpty();
        assertThat(launch(words[0], "--help").output()).contains(options);
    }

    @Test
    void anUnknownCommandIsWrongUsage() throws Exception {
        Result result = launch("strat");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("no command 'strat'", "--help");
    }

    private static Result launch(String... arguments) throws IOException, InterruptedException {
        String launcher = Path.of("..", "roost").toString();
        Process process = new ProcessBuilder(Stream.concat(Stream.of(launcher), Arrays.stream(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}

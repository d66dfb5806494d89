package social.roost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import social.roost.app.StartupException;

class RoostCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void configPrintsWhatAStartWouldUse() {
        assertThat(execute("config", "--port", "9000", "--data=/tmp/x", "--http.host=0.0.0.0"))
                .isZero();
        assertThat(out.toString())
                .contains("data: /tmp/x # flag --data", "  port: 9000 # flag --http.port", "host: 0.0.0.0 # flag");
    }

    @Test
    void theValueOfASettingMayFollowItsKey() {
        assertThat(execute("config", "--http.port", "9000", "--http.host", "::1"))
                .isZero();
        assertThat(out.toString()).contains("port: 9000", "host: \"::1\"");
    }

    @Test
    void aWrongSettingFailsWithASentence() {
        assertThat(execute("start", "--htpp.port=1")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("roost: Invalid configuration: Unknown key --htpp.port (flag --htpp.port):"
                        + " did you mean --http.port?" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "strat", "start here", "start -x", "start --port", "import", "import follows"})
    void wrongUsageIsTwoAndNamesTheHelp(String arguments) {
        assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("roost: ").contains("--help'.");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "start --help", "config --help", "import --help", "import follows --help"})
    void helpIsOnStandardOutput(String arguments) {
        assertThat(execute(arguments.split(" ", -1))).isZero();
        assertThat(out.toString()).startsWith("Usage: roost").doesNotContain("train");
    }

    @Test
    void printsItsVersion() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).startsWith("roost ");
    }

    @Test
    void expectedFailuresHaveNoStackTrace() {
        assertThat(report(new StartupException("The disk is full."))).isEqualTo("roost: The disk is full.");
        assertThat(report(new IllegalStateException(new BindException("Address already in use"))))
                .isEqualTo("roost: Cannot listen on this address (Address already in use)."
                        + " Choose another with --port or --http.host.");
        assertThat(report(new IllegalStateException("surprise"))).contains("a bug", "at social.roost");
    }

    private int execute(String... arguments) {
        CommandLine line = RoostCommand.commandLine(Map.of());
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private static String report(Exception thrown) {
        StringWriter written = new StringWriter();
        assertThat(Failures.report(thrown, new PrintWriter(written))).isEqualTo(1);
        return written.toString().strip();
    }
}

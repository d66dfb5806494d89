package social.roost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The launcher prints help without building the program first, so {@code launcher/help} contains copies of the
 * program's help texts. To update the copies, run this test with {@code -Droost.write-help=true}.
 */
class LauncherTest {
    private static final Path HELP = Path.of("..", "launcher", "help");

    private record Result(int exitCode, String output) {}

    /** A command of the program, such as {@code admin suspend}. */
    record Command(String name, CommandLine line) {
        Path file() {
            return HELP.resolve(name.replace(' ', '/') + ".txt");
        }

        Stream<Command> withSubcommands() {
            return Stream.concat(Stream.of(this), commandsOf(line, name + " "));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Command> commands() {
        return commandsOf(RoostCommand.commandLine(Map.of()), "");
    }

    private static Stream<Command> commandsOf(CommandLine parent, String prefix) {
        return parent.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .flatMap(entry -> new Command(prefix + entry.getKey(), entry.getValue()).withSubcommands());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfACommandIsThatOfTheProgram(Command command) throws IOException {
        String help = command.line().getUsageMessage(Ansi.OFF);
        if (Boolean.getBoolean("roost.write-help")) {
            Files.createDirectories(command.file().getParent());
            Files.writeString(command.file(), help);
        }

        assertThat(command.file()).hasContent(help);
    }

    @Test
    void theListOfCommandsHasThoseOfTheProgram() throws Exception {
        String list = launch("--help").output();

        assertThat(commands().filter(command -> !command.name().contains(" ")))
                .allSatisfy(command ->
                        assertThat(list).containsPattern("(?m)^  " + command.name() + " +" + summary(command.line())));
    }

    private static String summary(CommandLine line) {
        return line.getCommandSpec().usageMessage().description()[0].replaceFirst("[,.:].*", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "admin",
                "admin suspend",
                "import follows",
                "build",
                "test",
                "bench",
                "stack",
                "stack start"
            })
    void everyCommandHasHelp(String command) throws Exception {
        Result result = launch((command + " --help").split(" ", -1));

        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).startsWith("Usage: roost " + command);
    }

    @Test
    void theOptionForHelpMayComeLast() throws Exception {
        assertThat(launch("admin", "suspend", "bob", "--undo", "-h").output())
                .isEqualTo(Files.readString(HELP.resolve("admin/suspend.txt")));
        assertThat(launch("start", "--port", "9000", "--help").output())
                .isEqualTo(Files.readString(HELP.resolve("start.txt")));
    }

    @Test
    void anUnknownCommandIsWrongUsage() throws Exception {
        Result result = launch("strat");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("Unknown command 'strat'", "--help");
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

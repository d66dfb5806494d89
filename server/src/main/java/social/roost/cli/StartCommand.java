package social.roost.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.app.App;

/** {@code roost start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts the server and prints its address.",
        footer = {
            "",
            "Any setting can be given as --key.name=value; 'roost config' lists them all.",
            "The order of precedence: flags, ROOST_* variables, the --config file, defaults."
        })
final class StartCommand extends ConfiguredCommand {
    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on (default: 8080; 0: a free one).")
    private @Nullable String port;

    @Option(names = "--demo", description = "Fill an empty data folder with a small lively world.")
    private boolean demo;

    StartCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        App.run(load(port).value(), demo);
    }
}

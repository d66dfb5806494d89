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
        description = "Starts the server, prints its address and runs until interrupted.",
        footer = {
            "",
            ConfiguredCommand.ANY_SETTING,
            "Precedence: flags, ROOST_* environment variables, the --config file, defaults."
        })
final class StartCommand extends ConfiguredCommand {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 picks a free one (default: 8080).")
    private @Nullable String port;

    @Option(names = "--demo", description = "Fill an empty data folder with demo users, tweets and pictures.")
    private boolean demo;

    StartCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        App.run(load(port).value(), demo);
    }
}

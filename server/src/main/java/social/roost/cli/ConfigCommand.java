package social.roost.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.base.config.ConfigPrinter;

/** {@code roost config}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the settings that 'roost start' would use.",
            "The output is YAML that --config reads: each setting with its description and, unless it is the default, its",
            "source. Secrets are masked."
        },
        footer = {"", ConfiguredCommand.ANY_SETTING})
final class ConfigCommand extends ConfiguredCommand {
    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on.")
    private @Nullable String port;

    ConfigCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.print(ConfigPrinter.print(load(port)));
        out.flush();
    }
}

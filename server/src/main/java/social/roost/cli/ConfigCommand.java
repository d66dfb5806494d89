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
        description = "Prints the settings that a start with the same options would use.",
        footer = {"", "What it prints is YAML that --config reads, with secrets masked."})
final class ConfigCommand extends ConfiguredCommand {
    @Option(names = "--port", paramLabel = "PORT", description = "As for 'roost start'.")
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

package social.roost.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roost import}, with a subcommand for each kind of data. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports data from files.",
        footer = {"", "'roost import COMMAND --help' describes a command."})
final class ImportCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        if (command != null) {
            throw new ParameterException(command.commandLine(), "Missing command, as in: roost import follows FILE.");
        }
    }
}

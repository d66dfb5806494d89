package social.roost.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roost import}; what can be imported are its subcommands. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports data from files.")
final class ImportCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        if (command != null) {
            throw new ParameterException(command.commandLine(), "Say what to import: roost import follows FILE.");
        }
    }
}

package social.roost.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import social.roost.base.Version;

/** {@code roost}, the top-level command. Exit codes: 0 success, 1 failure, 2 wrong usage. */
@Command(
        name = "roost",
        mixinStandardHelpOptions = true,
        description = "A microblogging server.",
        commandListHeading = "%nCommands:%n",
        footer = {"", "'roost COMMAND --help' describes a command."})
public final class RoostCommand implements Runnable {
    private static final int HELP_WIDTH = 120;

    @Spec
    private @Nullable CommandSpec command;

    private RoostCommand() {}

    /** All commands, ready to run. */
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine imports = new CommandLine(new ImportCommand()).addSubcommand(new ImportFollowsCommand(environment));
        CommandLine roost = new CommandLine(new RoostCommand())
                .addSubcommand(new StartCommand(environment))
                .addSubcommand(new ConfigCommand(environment))
                .addSubcommand(imports)
                .addSubcommand(new RecountCommand(environment))
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new RestoreCommand())
                .addSubcommand(AdminCommand.commandLine(environment))
                .addSubcommand(new CertsCommand())
                .addSubcommand(new TrainCommand(environment))
                .setExecutionExceptionHandler((thrown, line, parsed) -> Failures.report(thrown, line.getErr()))
                .setParameterExceptionHandler((thrown, arguments) -> reportUsage(thrown));
        addVersion(roost, "roost " + Version.current());
        formatHelp(roost);
        return roost;
    }

    /** The launcher prints copies of these texts, see {@code LauncherTest}. */
    private static void formatHelp(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .width(HELP_WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .parameterListHeading("%n")
                .optionListHeading("%n");
        line.getSubcommands().values().forEach(RoostCommand::formatHelp);
    }

    private static void addVersion(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(command -> addVersion(command, version));
    }

    @Override
    public void run() {
        if (command != null) {
            throw new ParameterException(command.commandLine(), "Missing command.");
        }
    }

    private static int reportUsage(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("roost: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}

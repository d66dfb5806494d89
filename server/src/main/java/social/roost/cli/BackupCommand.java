package social.roost.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.app.BackupCommands;
import social.roost.app.StartupException;

/** {@code roost backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Backs up a data folder, whose server may be running, and verifies the copy.",
        footer = {
            "",
            "The backup contains everything that the server has acknowledged so far. PATH can have many backups; media that it",
            "already has are not copied again. If the command is interrupted, PATH is as before.",
            "",
            ConfiguredCommand.ANY_SETTING
        })
final class BackupCommand extends ConfiguredCommand {
    @Option(
            names = "--to",
            paramLabel = "PATH",
            required = true,
            description = "Folder for backups: empty, or with earlier ones. Best on another disk.")
    private @Nullable Path to;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Remove all but the N newest backups in PATH afterwards (default: keep all).")
    private int keep = Integer.MAX_VALUE;

    BackupCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        if (to == null) {
            throw new StartupException("Missing --to.");
        }
        if (keep < 1) {
            throw new StartupException("--keep must be at least 1.");
        }
        BackupCommands.backup(load(null).value(), to, keep);
    }
}

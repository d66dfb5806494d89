package social.roost.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.app.BackupCommands;
import social.roost.app.StartupException;

/** {@code roost restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Restores a backup into an empty data folder, or verifies it.",
        footer = {
            "",
            "Reads and verifies the whole backup first. A restore that is interrupted leaves a folder with which no server",
            "starts: run it again.",
        })
final class RestoreCommand implements Runnable {
    @Option(
            names = "--from",
            paramLabel = "PATH",
            required = true,
            description = "Folder of a backup, or the folder of several, of which it takes the newest.")
    private @Nullable Path from;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder: empty, or not there yet.")
    private @Nullable Path data;

    @Option(names = "--verify", description = "Only verify the backup.")
    private boolean verify;

    @Override
    public void run() {
        if (from == null || verify == (data != null)) {
            throw new StartupException("Pass either --data or --verify.");
        }
        BackupCommands.restore(from, data);
    }
}

package social.roost.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import social.roost.app.App;
import social.roost.app.StartupException;
import social.roost.app.TokensFile;

/** {@code roost import follows}. */
@Command(
        name = "follows",
        mixinStandardHelpOptions = true,
        description = "Imports a graph: creates the users it names and their follows.",
        footer = {
            "",
            "Each line of the file is 'a b': a follows b. The file may be compressed with gzip.",
            "User 12 becomes @u12. What is there already stays, so an import can be repeated."
        })
final class ImportFollowsCommand extends ConfiguredCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The edge list, plain or gzip.")
    private @Nullable Path file;

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            description = {
                "Let everyone imported log in with this password; for test worlds. Without it nobody can.",
                "Every user of this machine can see it in the list of processes: prefer --password-file."
            })
    private @Nullable String password;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Read that password from this file, or from the standard input if FILE is a dash.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = {
                "Log everyone imported in, and write each name and token as a line to this file; for test worlds.",
                "Only the file's owner can read it."
            })
    private @Nullable Path tokens;

    @Option(
            names = "--tokens-for",
            paramLabel = "N",
            description = "Log only the first so many users in that the file names.")
    private int loggedIn = Integer.MAX_VALUE;

    ImportFollowsCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        if (file == null) {
            throw new StartupException("No file is given.");
        }
        if (loggedIn < 1) {
            throw new StartupException("--tokens-for is at least 1.");
        }
        TokensFile sessions = tokens == null ? null : new TokensFile(tokens, loggedIn);
        App.importFollows(load(null).value(), file, password(), sessions);
    }

    private @Nullable String password() {
        if (passwordFile == null) {
            return password;
        }
        if (password != null) {
            throw new StartupException("Give either --password or --password-file.");
        }
        return PasswordOptions.read(passwordFile);
    }
}

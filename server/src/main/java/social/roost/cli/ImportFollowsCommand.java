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
        description = "Imports a follow graph: creates the users and their follows. The server must not be running.",
        footer = {
            "",
            "Each line of the file is 'a b': a follows b. Lines that start with # are comments. User 12 becomes @u12, and user",
            "ann @uann. Existing users and follows are kept, so an import can be repeated.",
            "",
            ConfiguredCommand.ANY_SETTING
        })
final class ImportFollowsCommand extends ConfiguredCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The edge list, plain or compressed with gzip.")
    private @Nullable Path file;

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            description = {
                "Password of all imported users, for test worlds. Without a password nobody can log in.",
                "Other users of this machine can see it in the process list: prefer --password-file."
            })
    private @Nullable String password;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Read that password from a file; - reads standard input.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = {
                "Log in all imported users and write a line with name and token for each, for test worlds.",
                "Only the owner can read the file."
            })
    private @Nullable Path tokens;

    @Option(names = "--tokens-for", paramLabel = "N", description = "Log in only the first N users of the file.")
    private int loggedIn = Integer.MAX_VALUE;

    ImportFollowsCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        if (file == null) {
            throw new StartupException("Missing FILE.");
        }
        if (loggedIn < 1) {
            throw new StartupException("--tokens-for must be at least 1.");
        }
        TokensFile sessions = tokens == null ? null : new TokensFile(tokens, loggedIn);
        App.importFollows(load(null).value(), file, password(), sessions);
    }

    private @Nullable String password() {
        if (passwordFile == null) {
            return password;
        }
        if (password != null) {
            throw new StartupException("Use either --password or --password-file.");
        }
        return PasswordOptions.read(passwordFile);
    }
}

package social.roost.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import social.roost.app.App;

/** {@code roost recount}: compares the counts with what they count, and fixes wrong ones. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description = {
            "Recounts likes, retweets, replies and quotes, and fixes wrong counts.",
            "Prints each count that it fixed. With embedded stores the server must not be running; with --stores=cluster it may."
        },
        footer = {"", ConfiguredCommand.ANY_SETTING})
final class RecountCommand extends ConfiguredCommand {
    RecountCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        App.recount(load(null).value());
    }
}

package social.roost.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import social.roost.app.App;

/** {@code roost recount}: looks whether counts equal what they count, and sets those right that do not. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description = {
            "Counts likes, retweets, replies and quotes anew, sets right what differs, and tells it.",
            "With embedded stores the server must not be running; in a cluster it may."
        })
final class RecountCommand extends ConfiguredCommand {
    RecountCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        App.recount(load(null).value());
    }
}

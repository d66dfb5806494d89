package social.roost.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import social.roost.app.App;

/** {@code roost train}: the launcher runs it once after a build to record what a start loads. */
@Command(name = "train", hidden = true, description = "Starts the server, works it briefly, and stops.")
final class TrainCommand extends ConfiguredCommand {
    TrainCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        App.train(load("0").value());
    }
}

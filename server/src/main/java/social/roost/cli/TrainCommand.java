package social.roost.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import social.roost.app.App;

/** {@code roost train}: the launcher runs it once after a build to record the classes that a start loads. */
@Command(name = "train", hidden = true, description = "Starts the server, uses it briefly and stops it.")
final class TrainCommand extends ConfiguredCommand {
    TrainCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public void run() {
        App.train(load("0").value());
    }
}

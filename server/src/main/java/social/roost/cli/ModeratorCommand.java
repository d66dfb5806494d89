package social.roost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code roost admin moderator NAME}. */
@Command(
        name = "moderator",
        mixinStandardHelpOptions = true,
        description = {"Makes a user a moderator, who decides about reports.", AdminCommand.WHERE})
final class ModeratorCommand extends AdminCommand.OfUser {
    @Option(names = "--remove", description = "Remove the user as a moderator.")
    private boolean remove;

    ModeratorCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    void ask(Operator operator, PrintWriter out) {
        String moderator = path() + "/moderator";
        JsonNode answer = remove ? operator.delete(moderator) : operator.put(moderator);
        out.println("@" + username + outcome(answer.path("changed").asBoolean()));
    }

    private String outcome(boolean changed) {
        if (remove) {
            return changed ? " is no longer a moderator." : " was not a moderator.";
        }
        return changed ? " is now a moderator." : " is already a moderator.";
    }
}

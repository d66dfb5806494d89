package social.roost.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code roost admin remove-second-factor NAME}. */
@Command(
        name = "remove-second-factor",
        mixinStandardHelpOptions = true,
        description = {
            "Turns off two-factor authentication for a user who has lost the authenticator and the recovery codes.",
            "Make sure that it is the user who asks. Their password stays, and so do their sessions.",
            AdminCommand.WHERE
        })
final class RemoveSecondFactor extends AdminCommand.OfUser {
    RemoveSecondFactor(Map<String, String> environment) {
        super(environment);
    }

    @Override
    void ask(Operator operator, PrintWriter out) {
        boolean changed =
                operator.delete(path() + "/second-factor").path("changed").asBoolean();
        out.println("Two-factor authentication of @" + username + (changed ? " is now off." : " was not on."));
    }
}

package social.roost.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code roost admin password NAME}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = {"Asks for a new password for a user, and ends all of their sessions.", AdminCommand.WHERE})
final class SetPassword extends AdminCommand.OfUser {
    @Mixin
    private PasswordOptions password = new PasswordOptions();

    SetPassword(Map<String, String> environment) {
        super(environment);
    }

    @Override
    void ask(Operator operator, PrintWriter out) {
        operator.get(path());
        String username = operator.put(path() + "/password", Map.of("password", password.read(out)))
                .path("username")
                .asText();
        out.println("Changed the password of @" + username + " and ended all of their sessions.");
    }
}

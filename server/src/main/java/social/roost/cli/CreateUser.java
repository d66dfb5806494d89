package social.roost.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code roost admin create-user NAME}. */
@Command(
        name = "create-user",
        mixinStandardHelpOptions = true,
        description = {
            "Creates an account and asks for its password. Usernames reserved for operators are allowed.",
            AdminCommand.WHERE
        })
final class CreateUser extends AdminCommand.OfUser {
    @Option(names = "--email", paramLabel = "ADDRESS", required = true, description = "Email address (required).")
    private String email = "";

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    CreateUser(Map<String, String> environment) {
        super(environment);
    }

    @Override
    void ask(Operator operator, PrintWriter out) {
        String id = operator.post(
                        "/admin/users", Map.of("username", username, "email", email, "password", password.read(out)))
                .path("id")
                .asText();
        out.println("Created @" + username + " with id " + id + ".");
    }
}

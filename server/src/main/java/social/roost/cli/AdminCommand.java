package social.roost.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roost admin}: asks a running server on its operators' port, which the settings {@code admin.host} and {@code admin.port} name. */
@Command(name = "admin", mixinStandardHelpOptions = true, description = "Looks into a running server, and sets right.")
final class AdminCommand implements Runnable {
    static final String WHERE = "Ask with the same --admin.port that the server was started with.";

    @Spec
    private @Nullable CommandSpec command;

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new AdminCommand())
                .addSubcommand(new User(environment))
                .addSubcommand(new CreateUser(environment))
                .addSubcommand(new SetPassword(environment))
                .addSubcommand(new Suspend(environment))
                .addSubcommand(new RebuildTimeline(environment))
                .addSubcommand(new Recount(environment))
                .addSubcommand(new Events(environment))
                .addSubcommand(new DeadLetters(environment))
                .addSubcommand(new LogLevel(environment));
    }

    @Override
    public void run() {
        if (command != null) {
            throw new ParameterException(command.commandLine(), "Say what to do: 'roost admin --help' lists it.");
        }
    }

    /** A command about one user. */
    abstract static class OfUser extends OperatorCommand {
        @Parameters(paramLabel = "NAME", description = "The username.")
        String username = "";

        OfUser(Map<String, String> environment) {
            super(environment);
        }

        final String path() {
            return "/admin/users/" + Operator.segment(username);
        }
    }

    /** {@code roost admin user NAME}. */
    @Command(
            name = "user",
            mixinStandardHelpOptions = true,
            description = {"Shows a user's account.", WHERE})
    static final class User extends OfUser {
        User(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            operator.get(path())
                    .properties()
                    .forEach(member -> out.println(
                            member.getKey() + ": " + member.getValue().asText()));
        }
    }

    /** {@code roost admin suspend NAME}. */
    @Command(
            name = "suspend",
            mixinStandardHelpOptions = true,
            description = {
                "Shuts a user out: ends the sessions, refuses to log in, and hides all that the user has written.",
                WHERE
            })
    static final class Suspend extends OfUser {
        @Option(names = "--undo", description = "Let the user in again.")
        private boolean undo;

        Suspend(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            String suspension = path() + "/suspension";
            JsonNode answer = undo ? operator.delete(suspension) : operator.put(suspension);
            String state = undo ? " is not suspended" : " is suspended";
            out.println(
                    "@" + username + state + (answer.path("changed").asBoolean() ? " now." : ", and was not changed."));
        }
    }

    /** {@code roost admin rebuild-timeline NAME}. */
    @Command(
            name = "rebuild-timeline",
            mixinStandardHelpOptions = true,
            description = {"Makes a user's home timeline anew from the tweets of those followed.", WHERE})
    static final class RebuildTimeline extends OfUser {
        RebuildTimeline(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            JsonNode answer = operator.post(path() + "/timeline");
            out.println("The home timeline of @" + username + " was rebuilt: "
                    + answer.path("entries").asInt() + " tweets.");
        }
    }

    /** {@code roost admin recount}. */
    @Command(
            name = "recount",
            mixinStandardHelpOptions = true,
            description = {"Counts likes, retweets, replies and quotes anew, and sets right what differs.", WHERE})
    static final class Recount extends OperatorCommand {
        Recount(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            JsonNode drifts = operator.post("/admin/recount");
            drifts.forEach(
                    drift -> out.println("Tweet " + drift.path("tweet_id").asText() + " had " + drift.path("counted")
                            + ", has " + drift.path("rows")));
            out.println(
                    drifts.isEmpty()
                            ? "All counts were right."
                            : drifts.size() + " counts were wrong and are right now.");
        }
    }

    /** {@code roost admin events}. */
    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = {"Shows what each consumer group has still to do, and what it gave up on.", WHERE})
    static final class Events extends OperatorCommand {
        Events(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            out.printf("%-20s %12s %14s%n", "group", "waiting", "dead letters");
            operator.get("/admin/events")
                    .forEach(group -> out.printf(
                            "%-20s %12d %14s%n",
                            group.path("group").asText(),
                            group.path("lag").asLong(),
                            atMost(group.path("dead_letters").asInt())));
        }

        private static String atMost(int count) {
            return count < 100 ? Integer.toString(count) : count + " or more";
        }
    }

    /** {@code roost admin log-level LOGGER LEVEL}. */
    @Command(
            name = "log-level",
            mixinStandardHelpOptions = true,
            description = {"Changes what a running server writes to its log, until it ends.", WHERE})
    static final class LogLevel extends OperatorCommand {
        @Parameters(index = "0", paramLabel = "LOGGER", description = "Such as social.roost.http, or ROOT.")
        private String logger = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "LEVEL",
                description = "trace, debug, info, warn, error or off; without one, as it was at the start.")
        private @Nullable String level;

        LogLevel(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            String path = "/admin/log-levels/" + Operator.segment(logger);
            JsonNode levels = level == null ? operator.delete(path) : operator.put(path, Map.of("level", level));
            levels.properties()
                    .forEach(set ->
                            out.println(set.getKey() + ": " + set.getValue().asText()));
        }
    }

    /** {@code roost admin dead-letters GROUP}. */
    @Command(
            name = "dead-letters",
            mixinStandardHelpOptions = true,
            description = {"Shows the events that a consumer group gave up on, oldest first, at most 100.", WHERE})
    static final class DeadLetters extends OperatorCommand {
        @Parameters(paramLabel = "GROUP", description = "The group: 'roost admin events' lists them.")
        private String group = "";

        @Option(names = "--retry", description = "Have them delivered once more, and take them off the list.")
        private boolean retry;

        DeadLetters(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            String path = "/admin/dead-letters/" + Operator.segment(group);
            if (retry) {
                out.println(operator.post(path + "/retry").path("retried").asInt()
                        + " events will be delivered once more.");
            } else {
                show(operator.get(path), out);
            }
        }

        private static void show(JsonNode letters, PrintWriter out) {
            letters.forEach(letter -> out.println(letter.path("number").asText() + "  after "
                    + letter.path("attempts").asInt() + " attempts: "
                    + letter.path("error").asText() + "\n    "
                    + letter.path("event").asText("(written by a newer version)")));
            if (letters.isEmpty()) {
                out.println("There are none.");
            }
        }
    }
}

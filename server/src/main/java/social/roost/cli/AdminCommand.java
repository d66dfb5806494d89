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

/** {@code roost admin}: sends requests to the admin port of a running server ({@code admin.host} and {@code admin.port}). */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = {
            "Inspects and repairs a running server.",
            "The server must run on this machine with the same --admin.port. No password is needed."
        },
        footer = {"", "'roost admin COMMAND --help' describes a command."})
final class AdminCommand implements Runnable {
    static final String WHERE = "Use the --admin.port that the server was started with.";

    @Spec
    private @Nullable CommandSpec command;

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new AdminCommand())
                .addSubcommand(new User(environment))
                .addSubcommand(new CreateUser(environment))
                .addSubcommand(new SetPassword(environment))
                .addSubcommand(new RemoveSecondFactor(environment))
                .addSubcommand(new Suspend(environment))
                .addSubcommand(new ModeratorCommand(environment))
                .addSubcommand(new RebuildTimeline(environment))
                .addSubcommand(new Recount(environment))
                .addSubcommand(new MediaCheck(environment))
                .addSubcommand(new ReindexCommand(environment))
                .addSubcommand(new HiddenTopicsCommand(environment))
                .addSubcommand(TrendsJobCommand.commandLine(environment))
                .addSubcommand(new Events(environment))
                .addSubcommand(new DeadLetters(environment))
                .addSubcommand(new LogLevel(environment));
    }

    @Override
    public void run() {
        if (command != null) {
            throw new ParameterException(
                    command.commandLine(), "Missing command. 'roost admin --help' lists the commands.");
        }
    }

    /** A command that concerns one user. */
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
                "Suspends a user: ends their sessions, rejects log-ins and hides everything they wrote.",
                WHERE
            })
    static final class Suspend extends OfUser {
        @Option(names = "--undo", description = "Lift the suspension.")
        private boolean undo;

        Suspend(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            String suspension = path() + "/suspension";
            JsonNode answer = undo ? operator.delete(suspension) : operator.put(suspension);
            out.println("@" + username + outcome(answer.path("changed").asBoolean()));
        }

        private String outcome(boolean changed) {
            if (undo) {
                return changed ? " is no longer suspended." : " was not suspended.";
            }
            return changed ? " is now suspended." : " is already suspended.";
        }
    }

    /** {@code roost admin rebuild-timeline NAME}. */
    @Command(
            name = "rebuild-timeline",
            mixinStandardHelpOptions = true,
            description = {"Rebuilds a user's home timeline from the tweets of the users they follow.", WHERE})
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
            description = {"Recounts likes, retweets, replies and quotes, and fixes wrong counts.", WHERE})
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
            out.println(drifts.isEmpty() ? "All counts were right." : drifts.size() + " wrong counts were fixed.");
        }
    }

    /** {@code roost admin media-check}. */
    @Command(
            name = "media-check",
            mixinStandardHelpOptions = true,
            description = {"Compares media with the files in the object storage.", WHERE})
    static final class MediaCheck extends OperatorCommand {
        @Option(names = "--fix", description = "Delete files that no medium needs.")
        private boolean fix;

        MediaCheck(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            JsonNode found = operator.post("/admin/media-check" + (fix ? "?fix=true" : ""));
            JsonNode superfluous = found.path("superfluous");
            superfluous.forEach(key -> out.println("Not needed" + (fix ? ", deleted: " : ": ") + key.asText()));
            found.path("missing").forEach(key -> out.println("Missing: " + key.asText()));
            if (superfluous.isEmpty() && found.path("missing").isEmpty()) {
                out.println("All media have their files, and there are no others.");
            }
        }
    }

    /** {@code roost admin events}. */
    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = {"Shows the lag and the dead letters of each consumer group.", WHERE})
    static final class Events extends OperatorCommand {
        Events(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            out.printf("%-20s %12s %14s%n", "group", "lag", "dead letters");
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
            description = {"Changes a log level until the server restarts.", WHERE})
    static final class LogLevel extends OperatorCommand {
        @Parameters(index = "0", paramLabel = "LOGGER", description = "A logger such as social.roost.http, or ROOT.")
        private String logger = "";

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "LEVEL",
                description = "trace, debug, info, warn, error or off; without it, restores the configured level.")
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
            description = {"Lists up to 100 dead letters of a consumer group, oldest first.", WHERE})
    static final class DeadLetters extends OperatorCommand {
        @Parameters(paramLabel = "GROUP", description = "The consumer group; 'roost admin events' lists them.")
        private String group = "";

        @Option(names = "--retry", description = "Deliver the events again and remove them from the list.")
        private boolean retry;

        DeadLetters(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void ask(Operator operator, PrintWriter out) {
            String path = "/admin/dead-letters/" + Operator.segment(group);
            if (retry) {
                int retried = operator.post(path + "/retry").path("retried").asInt();
                out.println("Retrying " + retried + (retried == 1 ? " event." : " events."));
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
                out.println("No dead letters.");
            }
        }
    }
}

package social.roost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import social.roost.app.TrendsJob;

/** {@code roost admin trends-job}: starts and stops the job that finds the trends of a cluster. */
@Command(
        name = "trends-job",
        mixinStandardHelpOptions = true,
        description = {
            "Starts and stops the job that finds the trends of a cluster, in Flink.",
            "It needs flink.address, and kafka.* and redis.* for the job: pass --config with the cluster's settings."
        },
        footer = {"", "'roost admin trends-job COMMAND --help' describes a command."})
final class TrendsJobCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new TrendsJobCommand())
                .addSubcommand(new Start(environment))
                .addSubcommand(new Status(environment))
                .addSubcommand(new Upgrade(environment))
                .addSubcommand(new Stop(environment));
    }

    @Override
    public void run() {
        if (command != null) {
            throw new ParameterException(
                    command.commandLine(), "Missing command. 'roost admin trends-job --help' lists the commands.");
        }
    }

    /** A command to Flink. */
    abstract static class OfJob extends ConfiguredCommand {
        OfJob(Map<String, String> environment) {
            super(environment);
        }

        /** Returns what to print. */
        abstract String ask(TrendsJob job);

        @Override
        public final void run() {
            PrintWriter out = commandSpec().commandLine().getOut();
            out.println(ask(new TrendsJob(load(null))));
            out.flush();
        }
    }

    /** A command that starts the job. */
    abstract static class Starting extends OfJob {
        @Option(
                names = "--jar",
                paramLabel = "FILE",
                required = true,
                description = "The job: roost-trends-job.jar. './roost' builds and passes it.")
        private Path jar = Path.of("");

        @Option(
                names = "--parallelism",
                paramLabel = "N",
                defaultValue = "1",
                description = "Tasks for each step (default: 1).")
        private int parallelism;

        Starting(Map<String, String> environment) {
            super(environment);
        }

        final TrendsJob.Program program() {
            return new TrendsJob.Program(jar, parallelism);
        }
    }

    /** {@code roost admin trends-job start}. */
    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = {
                "Starts the job, from the newest checkpoint or savepoint in flink.state if there is one.",
                "Run it again after the JobManager has died: the job continues where it was."
            })
    static final class Start extends Starting {
        @Option(names = "--from", paramLabel = "URI", description = "The checkpoint or savepoint to start from.")
        private String from = "";

        @Option(
                names = "--fresh",
                description =
                        "Start without earlier state, with the tweets that Kafka still has. Trends appear as soon as these"
                                + " reach back for half an hour.")
        private boolean fresh;

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description =
                        "From when on Kafka has all tweets, as 2026-03-01T00:00:00Z, if there are none before: for a new"
                                + " cluster, whose trends then appear at once.")
        private @Nullable Instant since;

        Start(Map<String, String> environment) {
            super(environment);
        }

        @Override
        String ask(TrendsJob job) {
            return job.start(program(), new TrendsJob.Origin(from, fresh, since));
        }
    }

    /** {@code roost admin trends-job status}. */
    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Shows whether the job runs, since when, and its last checkpoint.")
    static final class Status extends OfJob {
        Status(Map<String, String> environment) {
            super(environment);
        }

        @Override
        String ask(TrendsJob job) {
            return job.status();
        }
    }

    /** {@code roost admin trends-job upgrade}. */
    @Command(
            name = "upgrade",
            mixinStandardHelpOptions = true,
            description = "Stops the job and starts another version of it from the same state.")
    static final class Upgrade extends Starting {
        Upgrade(Map<String, String> environment) {
            super(environment);
        }

        @Override
        String ask(TrendsJob job) {
            return job.upgrade(program());
        }
    }

    /** {@code roost admin trends-job stop}. */
    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description =
                    "Stops the job and says where its state is: a savepoint, or the last checkpoint if it keeps failing.")
    static final class Stop extends OfJob {
        Stop(Map<String, String> environment) {
            super(environment);
        }

        @Override
        String ask(TrendsJob job) {
            return job.stop();
        }
    }
}

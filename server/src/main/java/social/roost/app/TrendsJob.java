package social.roost.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.base.config.LoadedConfig;
import social.roost.driver.flink.FlinkCluster;
import social.roost.driver.flink.FlinkCluster.Job;
import social.roost.driver.flink.FlinkException;
import social.roost.driver.flink.FlinkSettings;
import social.roost.driver.flink.KeptState;

/**
 * Manages the job that finds the trends of a cluster in Flink. Every method returns what to tell the operator, and throws
 * a {@link StartupException} if Flink cannot do it.
 */
public final class TrendsJob {
    private static final String NAME = "roost-trends";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LoadedConfig<Config> config;
    private final FlinkSettings settings;

    /** @throws StartupException if no Flink is configured */
    public TrendsJob(LoadedConfig<Config> config) {
        this.config = config;
        settings = config.value().flink();
        if (!settings.isUsed()) {
            throw new StartupException("flink.address is not set. Pass --config with the settings of the cluster.");
        }
    }

    /** A version of the job, and how many tasks each of its steps has. */
    public record Program(Path jar, int parallelism) {}

    /**
     * What the job begins with.
     *
     * @param from a savepoint or checkpoint; empty for the newest in the folder of states
     * @param fresh whether to begin without a state instead
     * @param since from when on Kafka has all tweets of the cluster; null for the time of the oldest in Kafka
     */
    public record Origin(
            String from, boolean fresh, @Nullable Instant since) {}

    /** Starts the job unless it is active. */
    public String start(Program program, Origin origin) {
        return ask(flink -> {
            Optional<Job> active = active(flink);
            if (active.isPresent()) {
                return "The job " + active.get().id() + " is already "
                        + active.get().state() + ".";
            }
            return start(flink, program, state(origin), origin.since());
        });
    }

    private String state(Origin origin) {
        return origin.fresh() || !origin.from().isEmpty() ? origin.from() : newestState();
    }

    /** Ends the job if it is active, and starts another version of it from its state. */
    public String upgrade(Program program) {
        requireJar(program);
        return ask(flink ->
                start(flink, program, active(flink).map(job -> end(flink, job)).orElseGet(this::newestState), null));
    }

    /** Ends the job, with a savepoint if it works. */
    public String stop() {
        return ask(flink ->
                active(flink).map(job -> stopped(job, end(flink, job))).orElse("The job does not run."));
    }

    private static String stopped(Job job, String state) {
        return "The job " + job.id() + " is stopped. "
                + (state.isEmpty() ? "It has no state." : "Its state is in " + state + ".");
    }

    /** Returns where its state is. A job that does not work cannot make a savepoint: its last checkpoint remains. */
    private String end(FlinkCluster flink, Job job) {
        if (job.isWorking()) {
            return flink.stop(job);
        }
        Path folder = stateFolder();
        flink.cancel(job);
        await("The job " + job.id() + " did not end", () -> active(flink).isEmpty());
        return KeptState.newest(folder).orElse("");
    }

    /** What the job does, in lines. */
    public String status() {
        return ask(flink ->
                flink.job(NAME).map(job -> describe(job, flink.progress(job))).orElse("state: not started"));
    }

    private static String describe(Job job, FlinkCluster.Progress progress) {
        String checkpoint = progress.checkpointMillis() == 0
                ? "none"
                : Instant.ofEpochMilli(progress.checkpointMillis()) + ", " + progress.checkpointBytes() + " bytes";
        return String.join(
                System.lineSeparator(),
                "job: " + job.id(),
                "state: " + (job.isActive() && !job.isWorking() ? "STARTING" : job.state()),
                "started: " + Instant.ofEpochMilli(job.startMillis()),
                "restored from a state: " + progress.restored() + " times",
                "last checkpoint: " + checkpoint);
    }

    private String start(FlinkCluster flink, Program program, String from, @Nullable Instant since) {
        requireJar(program);
        List<String> arguments = new ArrayList<>(config.flags("kafka", "redis", "calls"));
        arguments.add("--job.parallelism=" + program.parallelism());
        if (since != null) {
            arguments.add("--job.since=" + since);
        }
        String id = flink.run(program.jar(), arguments, from);
        awaitWork(flink, id);
        return "The job " + id + " runs, " + (from.isEmpty() ? "without earlier state." : "from " + from + ".");
    }

    private static void requireJar(Program program) {
        if (!Files.isRegularFile(program.jar())) {
            throw new StartupException("There is no file " + program.jar() + ".");
        }
    }

    private static void awaitWork(FlinkCluster flink, String id) {
        await(
                "The job " + id + " did not run",
                () -> active(flink)
                        .filter(job -> job.id().equals(id) && job.isWorking())
                        .isPresent());
    }

    private static void await(String failure, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new StartupException(
                        failure + " within " + PATIENCE.toSeconds() + " s. The log of the TaskManager says why.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("Interrupted. Flink continues to start the job.", e);
        }
    }

    private static Optional<Job> active(FlinkCluster flink) {
        return flink.job(NAME).filter(Job::isActive);
    }

    /** Empty if there is none. */
    private String newestState() {
        return KeptState.newest(stateFolder()).orElse("");
    }

    private Path stateFolder() {
        if (settings.state().isEmpty()) {
            throw new StartupException("flink.state, the folder with the states of the job, is not set. Set it, or pass"
                    + " --from or --fresh to 'trends-job start'.");
        }
        return Path.of(settings.state());
    }

    private String ask(Function<FlinkCluster, String> question) {
        try (FlinkCluster flink = new FlinkCluster(settings)) {
            return question.apply(flink);
        } catch (FlinkException e) {
            throw new StartupException(e.getMessage() + ".", e);
        }
    }
}

package social.roost.loadgen.micro;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks of this package, including allocations. */
@Command(
        name = "micro",
        mixinStandardHelpOptions = true,
        description = "Measures time and allocation of the parts of the hot paths, with JMH.")
public final class MicroBench implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "PATTERN",
            description = "Run only the benchmarks whose names match, such as Timeline (default: all).")
    private String pattern = ".*";

    @Option(
            names = "--forks",
            description = "Processes per benchmark, one after the other (default: ${DEFAULT-VALUE}).")
    private int forks = 2;

    @Override
    public Integer call() throws RunnerException {
        var options = new OptionsBuilder()
                .include("micro\\..*" + pattern)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .forks(forks)
                .addProfiler(GCProfiler.class)
                .build();
        return new Runner(options).run().isEmpty() ? 1 : 0;
    }
}

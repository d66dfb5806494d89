package social.roost.media.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import social.roost.media.process.image.ImageAnswer;
import social.roost.media.process.image.ImageJob;
import social.roost.media.process.image.ImageWorker;
import social.roost.media.process.program.LastLines;
import social.roost.media.process.program.Programs;

/** A running worker process, which does one job at a time. */
final class WorkerProcess implements AutoCloseable {
    /** A Java program starts in a second; on a busy machine, and with low priority, it can take much longer. */
    private static final Duration START = Duration.ofSeconds(60);

    /** How long the exit code can take after the end of the output. */
    private static final Duration EXIT = Duration.ofSeconds(10);

    private final Programs programs;
    private final Process process;
    private final BufferedWriter jobs;

    /** What it printed; empty at the end. */
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    /** @throws IOException if there is no program to start */
    private WorkerProcess(Programs programs, WorkerCommand command, LastLines errors) throws IOException {
        this.programs = programs;
        // One memory pool of the C library instead of one for each thread.
        this.process = programs.start(command.words(), Map.of("MALLOC_ARENA_MAX", "1"), errors);
        this.jobs = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("media-worker-output").start(this::read);
    }

    /** @throws IOException if it does not start, which is no file's fault */
    static WorkerProcess start(Programs programs, WorkerCommand command) throws IOException, InterruptedException {
        LastLines errors = new LastLines();
        WorkerProcess worker = new WorkerProcess(programs, command, errors);
        boolean started = false;
        try {
            Optional<String> line = worker.lines.poll(START.toNanos(), TimeUnit.NANOSECONDS);
            started = line != null && line.equals(Optional.of(ImageWorker.READY));
        } finally {
            if (!started) {
                worker.close();
            }
        }
        if (!started) {
            throw new IOException("The worker process for pictures does not start: " + errors.text());
        }
        return worker;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long id() {
        return process.pid();
    }

    /** Does a job. Unless it answers, the process has ended afterwards. */
    Result run(ImageJob job, Duration deadline) throws InterruptedException {
        Result result = new Died(-1);
        try {
            send(job);
            Optional<String> line = lines.poll(deadline.toNanos(), TimeUnit.NANOSECONDS);
            if (line == null) {
                result = new TimedOut();
            } else if (line.isPresent()) {
                result = new Answered(ImageAnswer.parse(line.get()));
            } else {
                result = died();
            }
        } catch (IOException e) {
            result = died(); // its input is closed
        } finally {
            if (!(result instanceof Answered)) {
                close();
            }
        }
        return result;
    }

    private void send(ImageJob job) throws IOException {
        jobs.write(job.text());
        jobs.newLine();
        jobs.flush();
    }

    private Died died() throws InterruptedException {
        return new Died(process.waitFor(EXIT.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1);
    }

    @Override
    public void close() {
        programs.end(process);
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException e) {
            // It has ended.
        }
        lines.add(Optional.empty());
    }

    /** What became of a job. */
    sealed interface Result {}

    record Answered(ImageAnswer answer) implements Result {}

    record TimedOut() implements Result {}

    /** @param exit more than 128 if it was ended by a signal */
    record Died(int exit) implements Result {}
}

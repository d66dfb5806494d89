package social.roost.media.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.media.Failure;
import social.roost.media.process.image.ImageAnswer;
import social.roost.media.process.image.ImageJob;
import social.roost.media.process.image.ImageWorker;
import social.roost.media.process.program.Programs;

/**
 * The worker processes for pictures. Each is started when it is needed and does one job after the other. One that dies
 * or exceeds its deadline is replaced.
 */
final class ImageWorkers {
    private static final Logger LOG = LoggerFactory.getLogger(ImageWorkers.class);

    private final Programs programs;
    private final WorkerCommand command;
    private final Duration deadline;
    private final Semaphore turns;
    private final Deque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();

    ImageWorkers(Programs programs, WorkerCommand command, Duration deadline, int count) {
        this.programs = programs;
        this.command = command;
        this.deadline = deadline;
        this.turns = new Semaphore(count, true);
    }

    /**
     * Waits for a worker and has it do the job. A second attempt writes the same files.
     *
     * @throws IOException if no worker starts, or if it is ended from outside repeatedly
     */
    ImageAnswer run(ImageJob job) throws IOException, InterruptedException {
        turns.acquire();
        try {
            WorkerProcess.Result result = runOnce(job);
            if (result instanceof WorkerProcess.Died(int exit) && exit != ImageWorker.OUT_OF_MEMORY) {
                LOG.info("The worker process for pictures ended with exit code {}: trying again", exit);
                result = runOnce(job);
            }
            return switch (result) {
                case WorkerProcess.Answered(ImageAnswer answer) -> answer;
                case WorkerProcess.TimedOut() -> refused(Failure.PROCESSING_TIMED_OUT, "after " + deadline);
                case WorkerProcess.Died(int exit) -> afterDeath(exit);
            };
        } finally {
            turns.release();
        }
    }

    private WorkerProcess.Result runOnce(ImageJob job) throws IOException, InterruptedException {
        WorkerProcess worker = takeOrStart();
        WorkerProcess.Result result = worker.run(job, deadline);
        if (result instanceof WorkerProcess.Answered) {
            idle.addFirst(worker);
        }
        return result;
    }

    private WorkerProcess takeOrStart() throws IOException, InterruptedException {
        for (WorkerProcess worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
            if (worker.isAlive()) {
                return worker;
            }
        }
        return WorkerProcess.start(programs, command);
    }

    private static ImageAnswer afterDeath(int exit) throws IOException {
        if (exit == ImageWorker.OUT_OF_MEMORY) {
            return refused(Failure.IMAGE_TOO_LARGE, "out of memory");
        } else if (Programs.isKilled(exit) || exit <= 0) {
            throw new IOException("The worker process for pictures was ended from outside, with exit code " + exit);
        }
        return refused(Failure.DAMAGED_FILE, "crashes the decoder, with exit code " + exit);
    }

    private static ImageAnswer refused(Failure failure, String reason) {
        return new ImageAnswer.Refused(failure, reason);
    }
}

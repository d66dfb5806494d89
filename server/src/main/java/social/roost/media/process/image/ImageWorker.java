package social.roost.media.process.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import social.roost.media.Failure;

/**
 * The worker process: reads jobs from standard input, one a line, and answers each with a line on standard output. It
 * ends when its input does, as it does when the server dies, or if it has nothing to do for a while.
 */
public final class ImageWorker {
    /** What the worker prints before the first answer. */
    public static final String READY = "ready";

    /** The exit code of a JVM without memory: see {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int OUT_OF_MEMORY = 3;

    /** An idle process holds on to its memory. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

    private final ImagePipeline pipeline;

    private ImageWorker(ImagePipeline pipeline) {
        this.pipeline = pipeline;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // a library that prints must not answer
        ImageIO.setUseCache(false);
        // The decoder of WebP has a limit of its own, which would count as damage: the header has been checked already.
        System.setProperty("com.twelvemonkeys.imageio.maxImageBytes", String.valueOf(Integer.MAX_VALUE));
        ImageWorker worker =
                new ImageWorker(new ImagePipeline(Runtime.getRuntime().maxMemory()));
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        IdleExit idle = new IdleExit(LONGEST_IDLE);
        answers.println(READY);
        for (String job = jobs.readLine(); job != null; job = jobs.readLine()) {
            idle.begin();
            answers.println(worker.answer(ImageJob.parse(job)).text());
            idle.end();
        }
    }

    private ImageAnswer answer(ImageJob job) {
        try {
            return pipeline.process(job);
        } catch (RejectedException e) {
            return new ImageAnswer.Refused(e.failure(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new ImageAnswer.Failed(e.toString());
        } catch (RuntimeException | StackOverflowError e) {
            return new ImageAnswer.Refused(Failure.DAMAGED_FILE, e.toString());
        } catch (OutOfMemoryError e) {
            // Thrown by native code: that of the JVM ends the process.
            return new ImageAnswer.Refused(Failure.IMAGE_TOO_LARGE, e.toString());
        }
    }
}

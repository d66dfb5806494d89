package social.roost.media.process;

import java.nio.file.Path;
import java.util.List;
import social.roost.base.config.ByteSize;
import social.roost.media.process.image.ImageWorker;

/** How to start a worker process: with the Java and the classes of this process, but flags of its own. */
record WorkerCommand(List<String> words) {

    static WorkerCommand of(ByteSize memory) {
        return new WorkerCommand(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.bytes(),
                // Decoded pictures are single arrays, which only fit into the old generation.
                "-XX:+UseSerialGC",
                "-XX:MaxNewSize=" + memory.bytes() / 12,
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                // Only answers belong on standard output.
                "-XX:+DisplayVMOutputToStderr",
                // A crash in native code leaves no files.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ImageWorker.class.getName()));
    }
}

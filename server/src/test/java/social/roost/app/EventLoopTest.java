package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.RawRequest;

/** The JVM reports whenever a thread waits or accesses a disk; on an event loop, all of its clients would wait too. */
@DisplayName("J2: the event loops are never blocked")
@Timeout(240)
class EventLoopTest {
    private static final String EVENT_LOOP = "vert.x-eventloop-thread";
    private static final List<String> NEVER =
            List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce", "jdk.ThreadSleep");
    private static final List<String> HARDLY_EVER =
            List.of("jdk.ThreadPark", "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait");

    /**
     * For a lock that another thread holds for an instruction or two, or for the first use of a class; longer on a busy
     * machine.
     */
    private static final Duration INSTANT = Duration.ofMillis(50);

    @Test
    void whateverIsAsked(@TempDir Path data, @TempDir Path recorded) throws Exception {
        Path file = recorded.resolve("tour.jfr");
        try (Recording recording = new Recording()) {
            NEVER.forEach(event ->
                    recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
            HARDLY_EVER.forEach(event -> recording.enable(event).withThreshold(INSTANT));
            try (LocalServer roost = new LocalServer(data, ApiTour.settings())) {
                roost.call(RawRequest.of("GET", "/health/live"));
                recording.start();
                new ApiTour(new ApiDescription(), roost).drive();
                roost.call(RawRequest.of("GET", "/").header("accept", "text/html"));
            }
            recording.stop();
            recording.dump(file);
        }
        assertThat(blocked(file)).isEmpty();
    }

    private static List<String> blocked(Path file) throws IOException {
        List<String> blocked = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            RecordedThread thread = event.getThread();
            boolean isEventLoop = thread != null
                    && thread.getJavaName() != null
                    && thread.getJavaName().startsWith(EVENT_LOOP);
            if (isEventLoop && !isFirstUse(event) && !isWakeup(event)) {
                blocked.add(event.toString());
            }
        }
        return blocked;
    }

    /** Whoever wakes an event loop holds a lock of its selector for an instruction, unless a busy machine stops it there. */
    private static boolean isWakeup(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack != null
                && stack.getFrames().getFirst().getMethod().getType().getName().startsWith("sun.nio.ch.");
    }

    /** Loading a class reads its code once. */
    private static boolean isFirstUse(RecordedEvent event) {
        String path = event.hasField("path") ? event.getString("path") : "";
        return path.endsWith(".jar") || path.endsWith(".class");
    }
}

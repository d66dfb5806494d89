package social.roost.media;

import java.time.Duration;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** How uploads are processed. */
public record ProcessingSettings(
        @Setting(value = "1", help = "Uploads that are processed at the same time, each in a process of its own.")
        int workers,

        @Setting(
                value = "384MiB",
                help = "Memory for the objects of each of these processes. Large pictures that do not fit are"
                        + " rejected.")
        ByteSize workerMemory,

        @Setting(value = "60s", help = "How long processing a picture may take.")
        Duration imageDeadline,

        @Setting(value = "9m", help = "How long converting a GIF or video may take at most.")
        Duration videoDeadline,

        @Setting(
                value = "ffmpeg",
                help = "The ffmpeg program, by its path or its name on the PATH, with ffprobe next to it. Without it,"
                        + " videos and animated GIFs are rejected.")
        String ffmpeg) {

    private static final long LEAST_MEMORY = 64 << 20;

    public ProcessingSettings {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("workers is " + workers + ", expected 1 to 64");
        }
        if (workerMemory.bytes() < LEAST_MEMORY) {
            throw new IllegalArgumentException("worker-memory must be at least 64MiB");
        }
        if (imageDeadline.toMillis() < 1 || videoDeadline.toMillis() < 1) {
            throw new IllegalArgumentException("image-deadline and video-deadline must be at least 1ms");
        }
    }
}

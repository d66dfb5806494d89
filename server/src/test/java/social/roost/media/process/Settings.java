package social.roost.media.process;

import java.time.Duration;
import social.roost.base.config.ByteSize;
import social.roost.media.MediaLimits;
import social.roost.media.ProcessingSettings;

/** Settings for tests. */
final class Settings {
    static final MediaLimits LIMITS = new MediaLimits(
            ByteSize.parse("8MiB"),
            33_177_600,
            ByteSize.parse("15MiB"),
            ByteSize.parse("256MiB"),
            Duration.ofSeconds(140));

    static final ProcessingSettings PROCESSING = with("ffmpeg", "384MiB", Duration.ofSeconds(60));

    private Settings() {}

    static ProcessingSettings with(String ffmpeg, String memory, Duration imageDeadline) {
        return new ProcessingSettings(1, ByteSize.parse(memory), imageDeadline, Duration.ofMinutes(5), ffmpeg);
    }
}

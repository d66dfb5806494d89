package social.roost.media.process.video;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Reads how far ffmpeg is from what it prints once or twice a second. */
final class ConversionProgress implements Consumer<String> {
    /** In microseconds. */
    private static final String TIME = "out_time_us=";

    private final double seconds;
    private final DoubleConsumer progress;

    ConversionProgress(double seconds, DoubleConsumer progress) {
        this.seconds = seconds;
        this.progress = progress;
    }

    @Override
    public void accept(String line) {
        if (line.startsWith(TIME) && seconds > 0) {
            try {
                double done = Long.parseLong(line.substring(TIME.length())) / 1e6;
                progress.accept(Math.clamp(done / seconds, 0, 1));
            } catch (NumberFormatException e) {
                // N/A before the first frame.
            }
        }
    }
}

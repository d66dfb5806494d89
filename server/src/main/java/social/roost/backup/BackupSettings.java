package social.roost.backup;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.roost.base.config.Setting;

/** When a running server backs itself up. */
public record BackupSettings(
        @Setting(
                value = "",
                help = "Folder for the backups that a running server makes; empty for none. Best on another disk."
                        + " Embedded stores only.")
        String folder,

        @Setting(value = "24h", help = "Time from one backup to the next.")
        Duration interval,

        @Setting(value = "7", help = "How many backups are kept; older ones are removed after a new one is complete.")
        int keep) {

    public BackupSettings {
        if (interval.toMillis() < 1_000) {
            throw new IllegalArgumentException("interval must be at least 1s");
        }
        if (keep < 1) {
            throw new IllegalArgumentException("keep is " + keep + ", expected at least 1");
        }
    }

    /** Null if the server makes no backups. */
    public @Nullable Path path() {
        return folder.isBlank() ? null : Path.of(folder);
    }
}

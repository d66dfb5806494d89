package social.roost.base.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A root record with a component of every supported type, sections two deep, and a check over two components. */
record TestSettings(
        @Setting(value = "data", help = "Where data is.") Path data,
        @Setting(value = "a, b", help = "Who may.") List<String> names,
        Http http,
        Timeline timeline,

        @Setting(value = "", help = "Opens doors.", secret = true)
        String token) {

    enum Mode {
        CAREFUL,
        VERY_FAST
    }

    record Http(
            @Setting(value = "8080", help = "A port.") int port,

            @Setting(value = "127.0.0.1", help = "An address.")
            String host,

            Limits limits) {

        record Limits(
                @Setting(value = "64KiB", help = "The largest body.")
                ByteSize bodySize,

                @Setting(value = "10s", help = "The longest request.")
                Duration deadline) {}
    }

    record Timeline(
            @Setting(value = "1", help = "The fewest.") long minimumEntries,
            @Setting(value = "800", help = "The most.") long maximumEntries,
            @Setting(value = "0.5", help = "A share.") double share,
            @Setting(value = "false", help = "Whether to.") boolean enabled,
            @Setting(value = "very-fast", help = "How.") Mode mode) {

        Timeline {
            if (minimumEntries > maximumEntries) {
                throw new IllegalArgumentException("minimum-entries is above maximum-entries");
            }
        }
    }
}

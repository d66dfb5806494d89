package social.roost.driver.sqlite;

import java.time.Duration;

/**
 * How much work one SQLite file accepts.
 *
 * @param readConnections concurrent reads; more of them wait for a free connection
 * @param longestReadWait how long a read waits for a free connection before it is rejected
 * @param maximumWaitingWrites writes that may wait for the writer; more of them are rejected
 * @param maximumGroupSize writes that share one commit
 * @param maximumGroupTime how long writes can join a commit, which limits how long the first one waits
 */
public record SqliteSettings(
        int readConnections,
        Duration longestReadWait,
        int maximumWaitingWrites,
        int maximumGroupSize,
        Duration maximumGroupTime) {

    public SqliteSettings {
        if (readConnections < 1 || maximumWaitingWrites < 1 || maximumGroupSize < 1) {
            throw new IllegalArgumentException("Each count must be at least 1");
        }
    }

    public static SqliteSettings defaults() {
        int readConnections = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        return new SqliteSettings(readConnections, Duration.ofSeconds(5), 4_096, 512, Duration.ofMillis(5));
    }
}

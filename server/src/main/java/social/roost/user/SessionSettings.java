package social.roost.user;

import java.time.Duration;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** How long a log-in lasts, and how much work log-ins may cause. */
public record SessionSettings(
        @Setting(value = "30d", help = "A session ends so long after its log-in.")
        Duration lifetime,

        @Setting(
                value = "false",
                help = "Whether the cookies of log-ins are for TLS only even where requests come without, as from a"
                        + " proxy that ends TLS.")
        boolean secureCookie,

        @Setting(
                value = "19MiB",
                help = "Memory that it takes to hash a password, by Argon2id in two passes: more is safer and slower."
                        + " What was hashed before is valid as it is.")
        ByteSize passwordMemory,

        @Setting(
                value = "0",
                help = "Passwords hashed at once, at most one for each processor; 0 for one for every two processors.")
        int passwordThreads) {

    private static final ByteSize LEAST_PASSWORD_MEMORY = new ByteSize(1 << 20);

    /** A hash that the heap of a small machine has no room for would end the process; RFC 9106 has it where memory is scarce. */
    private static final ByteSize MOST_PASSWORD_MEMORY = new ByteSize(64 << 20);

    public SessionSettings {
        if (passwordMemory.bytes() < LEAST_PASSWORD_MEMORY.bytes()
                || passwordMemory.bytes() > MOST_PASSWORD_MEMORY.bytes()) {
            throw new IllegalArgumentException(
                    "password-memory must be " + LEAST_PASSWORD_MEMORY + " to " + MOST_PASSWORD_MEMORY);
        }
        if (passwordThreads < 0) {
            throw new IllegalArgumentException("password-threads must be 0 or more");
        }
    }

    /** The number to use where the setting leaves it to us. */
    public int effectivePasswordThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return passwordThreads > 0 ? Math.min(passwordThreads, processors) : Math.max(1, processors / 2);
    }
}

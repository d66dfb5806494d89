package social.roost.user;

import java.time.Duration;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** Lifetime of sessions, and the cost of log-ins. */
public record SessionSettings(
        @Setting(value = "30d", help = "Session lifetime.") Duration lifetime,

        @Setting(
                value = "false",
                help = "Whether session cookies are Secure even if requests arrive without TLS, as from a proxy"
                        + " that terminates TLS.")
        boolean secureCookie,

        @Setting(
                value = "19MiB",
                help = "Memory for hashing a password with Argon2id in two passes: more is safer and slower."
                        + " Existing hashes stay valid.")
        ByteSize passwordMemory,

        @Setting(
                value = "0",
                help = "Passwords hashed concurrently, at most one per processor; 0 for one per two processors.")
        int passwordThreads) {

    private static final ByteSize LEAST_PASSWORD_MEMORY = new ByteSize(1 << 20);

    /**
     * A hash that does not fit into a small heap would end the process; RFC 9106 recommends this value for scarce
     * memory.
     */
    private static final ByteSize MOST_PASSWORD_MEMORY = new ByteSize(64 << 20);

    public SessionSettings {
        if (passwordMemory.bytes() < LEAST_PASSWORD_MEMORY.bytes()
                || passwordMemory.bytes() > MOST_PASSWORD_MEMORY.bytes()) {
            throw new IllegalArgumentException(
                    "password-memory must be " + LEAST_PASSWORD_MEMORY + " to " + MOST_PASSWORD_MEMORY);
        }
        if (passwordThreads < 0) {
            throw new IllegalArgumentException("password-threads must be at least 0");
        }
    }

    /** The number of threads to use if the setting is 0. */
    public int effectivePasswordThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return passwordThreads > 0 ? Math.min(passwordThreads, processors) : Math.max(1, processors / 2);
    }
}

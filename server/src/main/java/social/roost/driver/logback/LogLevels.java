package social.roost.driver.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is written to the log: each logger writes what is as grave as its level, or as that of the next one above it. */
public final class LogLevels {
    /** Those there are, in words, from much to nothing. */
    public static final List<String> NAMES = List.of("trace", "debug", "info", "warn", "error", "off");

    private LogLevels() {}

    /** Those that are set, by logger. */
    public static Map<String, String> set() {
        Map<String, String> levels = new TreeMap<>();
        for (Logger logger : Log.context().getLoggerList()) {
            Level level = logger.getLevel();
            if (level != null) {
                levels.put(logger.getName(), level.toString().toLowerCase(Locale.ROOT));
            }
        }
        return levels;
    }

    /**
     * Sets one.
     *
     * @param level one of {@link #NAMES}
     */
    public static void set(String logger, String level) {
        Log.context().getLogger(logger).setLevel(Level.valueOf(level));
    }

    /** Lets a logger write what the one above it writes; the topmost one what it writes by default. */
    public static void reset(String logger) {
        Logger found = Log.context().getLogger(logger);
        found.setLevel(found.getName().equals(Logger.ROOT_LOGGER_NAME) ? Level.INFO : null);
    }
}

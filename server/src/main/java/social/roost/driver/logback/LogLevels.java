package social.roost.driver.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Log levels: a logger without its own level uses that of its parent. */
public final class LogLevels {
    /** The levels by name, from most to least verbose. */
    public static final List<String> NAMES = List.of("trace", "debug", "info", "warn", "error", "off");

    private LogLevels() {}

    /** The configured levels, by logger. */
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
     * Sets a level.
     *
     * @param level one of {@link #NAMES}
     */
    public static void set(String logger, String level) {
        Log.context().getLogger(logger).setLevel(Level.valueOf(level));
    }

    /** Resets a logger to the level of its parent; the root logger to its default. */
    public static void reset(String logger) {
        Logger found = Log.context().getLogger(logger);
        found.setLevel(found.getName().equals(Logger.ROOT_LOGGER_NAME) ? Level.INFO : null);
    }
}

package social.roost.app;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import social.roost.base.config.Setting;
import social.roost.driver.logback.Log;

/** Format of the log, and what is logged as slow. */
public record LogSettings(
        @Setting(
                value = "auto",
                help = "Log format: text, json (one object per line), or auto (text on a terminal, json elsewhere).")
        Format format,

        @Setting(value = "1s", help = "Requests that take longer are logged as warnings.")
        Duration slowRequest,

        @Setting(value = "1s", help = "Store calls that take longer, including retries, are logged as warnings.")
        Duration slowStoreCall) {

    /** The format of log messages. */
    public enum Format {
        AUTO,
        TEXT,
        JSON
    }

    /** Called before the server starts; until then, messages are text. */
    void apply(String deployment) {
        Log.takeOver();
        if (isJson()) {
            Log.writeJson(deployment);
        }
    }

    private boolean isJson() {
        return switch (format) {
            case JSON -> true;
            case TEXT -> false;
            // The JDK's own console is never null, even without a terminal.
            case AUTO ->
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isEmpty();
        };
    }
}

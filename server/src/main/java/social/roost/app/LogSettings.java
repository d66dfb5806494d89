package social.roost.app;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import social.roost.base.config.Setting;
import social.roost.driver.logback.Log;

/** What the log looks like, and what is told there. */
public record LogSettings(
        @Setting(
                value = "auto",
                help = "Log format: text, json (one object per line), or auto (text on a terminal, json elsewhere).")
        Format format,

        @Setting(value = "1s", help = "Requests that take longer are logged as warnings.")
        Duration slowRequest,

        @Setting(value = "1s", help = "Store calls that take longer, including retries, are logged as warnings.")
        Duration slowStoreCall) {

    /** How the log is written. */
    public enum Format {
        AUTO,
        TEXT,
        JSON
    }

    /** To be called before the server starts; until then all is text. */
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
            // With the console of the JDK's own there is none at all where there is no terminal.
            case AUTO ->
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isEmpty();
        };
    }
}

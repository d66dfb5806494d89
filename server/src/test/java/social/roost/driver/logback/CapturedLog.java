package social.roost.driver.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything logged while this is open, as JSON lines. */
public final class CapturedLog implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger loudened;
    private final Lines appender = new Lines();

    /** @param level of our own loggers meanwhile */
    public CapturedLog(String level) {
        loudened = Log.context().getLogger("social.roost");
        loudened.setLevel(Level.valueOf(level));
        // What is captured here need not be on the console too.
        loudened.setAdditive(false);
        appender.setContext(Log.context());
        appender.start();
        loudened.addAppender(appender);
        Log.root().addAppender(appender);
    }

    public String text() {
        return String.join("", lines);
    }

    public List<JsonNode> messages() {
        return lines.stream().map(CapturedLog::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public void close() {
        loudened.detachAppender(appender);
        loudened.setAdditive(true);
        loudened.setLevel(null);
        Log.root().detachAppender(appender);
        appender.stop();
    }

    /** Encodes on the writing thread, as the console does. */
    private final class Lines extends AppenderBase<ILoggingEvent> {
        private final JsonLines encoder = new JsonLines("test");

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
    }
}

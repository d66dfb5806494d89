package social.roost.driver.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log of this process: on standard error, as text by default. */
public final class Log {
    private static final String APPENDER = "stderr";

    private Log() {}

    /** Writes JSON lines from now on. */
    public static void writeJson(String tenant) {
        if (root().getAppender(APPENDER) instanceof OutputStreamAppender<ILoggingEvent> appender) {
            appender.stop();
            appender.setEncoder(jsonLines(tenant));
            appender.start();
        }
    }

    /** Redirects messages of libraries that use the JDK's own logging. */
    public static void takeOver() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static Encoder<ILoggingEvent> jsonLines(String tenant) {
        JsonLines encoder = new JsonLines(tenant);
        encoder.setContext(context());
        encoder.start();
        return encoder;
    }

    static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}

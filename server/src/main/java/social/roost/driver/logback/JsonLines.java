package social.roost.driver.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import social.roost.base.Timestamps;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;

/**
 * Log messages as JSON, one per line: {@code
 * {"timestamp":"...","level":"WARN","logger":"...","message":"...","tenantId":"roost",
 * "correlationId":"...","traceId":"...","route":"/api/roost/v1/tweets","latencyMs":1203.4}}. Unknown values are left
 * out.
 *
 * <p>The {@link Activity} of the writing thread identifies the request of a message, so appenders must encode on that
 * thread.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};
    private static final int USUAL_SIZE = 512;

    private final JsonFactory json = new JsonFactory();
    private final String tenant;

    /** @param tenant the name of the deployment */
    JsonLines(String tenant) {
        this.tenant = tenant;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator to = json.createGenerator(line)) {
            to.writeStartObject();
            to.writeStringField("timestamp", Timestamps.format(event.getTimeStamp()));
            to.writeStringField("level", event.getLevel().toString());
            to.writeStringField("logger", event.getLoggerName());
            to.writeStringField("message", event.getFormattedMessage());
            to.writeStringField("tenantId", tenant);
            write(Activity.current(), to);
            write(event.getKeyValuePairs(), to);
            write(event.getThrowableProxy(), to);
            to.writeEndObject();
            to.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }

    private static void write(@Nullable Activity activity, JsonGenerator to) throws IOException {
        if (activity == null) {
            return;
        }
        Span span = activity.span();
        write("correlationId", activity.correlationId(), to);
        write("traceId", span == null ? null : span.traceId(), to);
        write("route", activity.route(), to);
    }

    private static void write(String name, @Nullable String value, JsonGenerator to) throws IOException {
        if (value != null) {
            to.writeStringField(name, value);
        }
    }

    private static void write(@Nullable List<KeyValuePair> pairs, JsonGenerator to) throws IOException {
        if (pairs == null) {
            return;
        }
        for (KeyValuePair pair : pairs) {
            to.writeFieldName(pair.key);
            if (pair.value instanceof Double number) {
                to.writeNumber(number);
            } else if (pair.value instanceof Number number) {
                to.writeNumber(number.longValue());
            } else {
                to.writeString(String.valueOf(pair.value));
            }
        }
    }

    private static void write(@Nullable IThrowableProxy thrown, JsonGenerator to) throws IOException {
        if (thrown != null) {
            to.writeStringField("exception", ThrowableProxyUtil.asString(thrown));
        }
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}

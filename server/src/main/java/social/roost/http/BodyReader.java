package social.roost.http;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.roost.http.PendingBytes.Hold;

/**
 * Reads a whole request body, within limits on size, time and the total of pending bytes. If a limit is exceeded, it
 * answers with a problem and does not call the reader.
 */
final class BodyReader {
    /** In bytes; such a body takes less memory than its request. */
    private static final long SMALL = PendingBytes.OVERHEAD;

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final long maximum;
    private final long length;
    private Buffer body = Buffer.buffer();
    private final Promise<Void> over = Promise.promise();
    private final Hold hold;

    private BodyReader(Exchange exchange, long maximum, long length) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.maximum = maximum;
        this.length = length;
        this.hold = exchange.parting().hold(() -> reject(Problem.overloaded()));
    }

    /**
     * Starts to read. Called on the event loop.
     *
     * @param maximum bytes
     * @param whenRead called on the event loop with the body
     */
    static void read(Exchange exchange, long maximum, Consumer<Buffer> whenRead) {
        long length = length(exchange.request().getHeader("content-length"));
        if (length > maximum) {
            exchange.refuse(tooLarge(maximum));
        } else {
            new BodyReader(exchange, maximum, length).begin(whenRead);
        }
    }

    /** Zero if the client does not declare it. The decoder rejects what is not a number. */
    private static long length(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }

    private void begin(Consumer<Buffer> whenRead) {
        if (isTooMuch(length)) {
            hold.close();
            exchange.refuse(Problem.overloaded());
            return;
        }
        read(whenRead);
        invite(exchange.request());
    }

    /** Tells a client that waits for permission to send the body (RFC 9110, section 10.1.1). */
    private static void invite(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.response().writeContinue();
        }
    }

    private void read(Consumer<Buffer> whenRead) {
        long timer = exchange.after(exchange.bounds().requestTime(), () -> reject(tooSlow()));
        over.future().onComplete(done -> {
            exchange.cancel(timer);
            hold.close();
        });
        request.exceptionHandler(e -> reject(Problem.malformedRequest()));
        request.handler(this::append);
        request.endHandler(end -> {
            if (over.tryComplete()) {
                whenRead.accept(body);
            }
        });
        hold.add(PendingBytes.OVERHEAD + length);
    }

    private void append(Buffer chunk) {
        if (body.length() + chunk.length() > maximum) {
            reject(tooLarge(maximum));
        } else {
            body.appendBuffer(chunk);
            if (length == 0) {
                grow(chunk.length());
            }
        }
    }

    private void grow(int bytes) {
        hold.add(bytes);
        if (isTooMuch(body.length())) {
            reject(Problem.overloaded());
        }
    }

    private boolean isTooMuch(long bodyBytes) {
        return bodyBytes > SMALL && hold.isOverShare();
    }

    private void reject(Problem problem) {
        if (over.tryComplete()) {
            request.handler(null);
            request.endHandler(null);
            // The request stays in memory until its client has the response or is cut off. What it sent need not.
            body = Buffer.buffer();
            exchange.refuse(problem);
        }
    }

    private Problem tooSlow() {
        long seconds = exchange.bounds().requestTime().toSeconds();
        return new Problem(408, "request_timeout", "The request body was not received within " + seconds + " seconds.");
    }

    private static Problem tooLarge(long maximum) {
        return new Problem(413, "body_too_large", "The request body exceeds " + maximum + " bytes.");
    }
}

package social.roost.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.roost.http.Exchange;
import social.roost.http.PendingBytes;

/**
 * A role's response on its way to the client.
 *
 * <p>It is read completely before any of it is written, so that the role is done however slowly the client reads. A
 * longer or open-ended response continues at the pace of the client, and no longer counts as a call of the role.
 */
final class RoleAnswer {
    private static final int KEPT_BYTES = 1024 * 1024;
    private static final String ENCODING = "content-encoding";
    private static final String UNCHANGED = "identity";

    private final HttpClientResponse answer;
    private final Exchange exchange;
    private final Runnable whenRead;
    private final Buffer kept = Buffer.buffer();
    private final PendingBytes.Hold hold;
    private boolean over;

    /** @param whenRead called when the role is done, before anything is written */
    private RoleAnswer(HttpClientResponse answer, Exchange exchange, Runnable whenRead) {
        this.answer = answer;
        this.exchange = exchange;
        this.whenRead = whenRead;
        this.hold = exchange.hold(this::giveUp);
    }

    /**
     * Reads the response and forwards it.
     *
     * @param whenRead called once when the role is done, before anything is written
     * @param whenBroken called once instead if the response breaks off before that
     */
    static RoleAnswer passOn(
            HttpClientResponse answer, Exchange exchange, Runnable whenRead, Consumer<Throwable> whenBroken) {
        RoleAnswer passing = new RoleAnswer(answer, exchange, whenRead);
        passing.read(whenBroken);
        return passing;
    }

    /** Discards what has been read, because nobody waits for it. Does nothing once the role is done. */
    void stop() {
        var _ = isOver();
    }

    private void read(Consumer<Throwable> whenBroken) {
        answer.exceptionHandler(e -> {
            if (isOver()) {
                whenBroken.accept(e);
            }
        });
        if (goesOn(answer.getHeader("content-type"))) {
            stream();
        } else {
            answer.handler(this::keep).endHandler(end -> pass());
        }
    }

    private static boolean goesOn(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("text/event-stream");
    }

    private void keep(Buffer chunk) {
        kept.appendBuffer(chunk);
        hold.add(chunk.length());
        if (kept.length() > KEPT_BYTES) {
            stream();
        }
    }

    /** Whether this call is the first to end the reading. */
    private boolean isOver() {
        boolean first = !over;
        over = true;
        hold.close();
        return first;
    }

    private void giveUp() {
        if (isOver()) {
            whenRead.run();
            answer.request().reset();
            exchange.breakOff();
        }
    }

    private void pass() {
        if (isOver()) {
            whenRead.run();
            HttpServerResponse out = head();
            if (kept.length() > 0) {
                out.putHeader("content-length", Integer.toString(kept.length()));
            }
            exchange.awaitReceipt(kept.length() > 0 ? out.end(kept) : out.end(), kept.length());
            exchange.end();
        }
    }

    private void stream() {
        if (!isOver()) {
            return;
        }
        whenRead.run();
        HttpServerResponse out = head();
        if (!out.headers().contains("content-length") && mayHaveBody(exchange, answer.statusCode())) {
            out.setChunked(true);
        }
        out.closeHandler(nothing -> answer.request().reset());
        answer.exceptionHandler(e -> exchange.breakOff());
        answer.endHandler(end -> {
            out.closeHandler(null);
            exchange.awaitReceipt(out.end(), 0);
            exchange.end();
        });
        pump(answer, out, exchange);
        if (kept.length() > 0) {
            exchange.awaitReceipt(out.write(kept), kept.length());
        } else {
            var _ = out.writeHead();
        }
    }

    /** Copies bytes at the pace of the client, which must keep receiving them. */
    static void pump(ReadStream<Buffer> role, WriteStream<Buffer> client, Exchange exchange) {
        role.handler(chunk -> {
            exchange.awaitReceipt(client.write(chunk), chunk.length());
            if (client.writeQueueFull()) {
                role.pause();
                client.drainHandler(nothing -> role.resume());
            }
        });
    }

    private HttpServerResponse head() {
        HttpServerResponse out = exchange.begin(answer.statusCode());
        ForwardedHeaders.ofAnswer(answer.headers(), out.headers());
        leaveEncoding(exchange, out);
        return out;
    }

    /**
     * The role has already decided whether to compress. On HTTP/2, Vert.x must be told explicitly; on HTTP/1.1 it
     * respects an existing encoding.
     */
    private static void leaveEncoding(Exchange exchange, HttpServerResponse out) {
        if (exchange.isHttp2() && !out.headers().contains(ENCODING)) {
            out.putHeader(ENCODING, UNCHANGED);
        } else if (!exchange.isHttp2() && UNCHANGED.equals(out.headers().get(ENCODING))) {
            out.headers().remove(ENCODING);
        }
    }

    private static boolean mayHaveBody(Exchange exchange, int status) {
        return status != 204 && status != 304 && !exchange.method().equals("HEAD");
    }
}

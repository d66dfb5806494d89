package social.roost.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.http.PendingBytes.Hold;

/**
 * A request body that the handler reads while it arrives. Only a few chunks are buffered: what the handler has not taken
 * is not read from the client. A client that sends too slowly is cut off.
 *
 * <p>Chunks arrive on the event loop; the handler takes them on its own thread.
 */
public final class BodyStream {
    private static final int CHUNKS_AHEAD = 4;
    private static final long BYTES_AHEAD = CHUNKS_AHEAD * 64 * 1024L;
    private static final long CHECK_MILLIS = 1_000;

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final Context context;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Hold hold;
    private final long startNanos = System.nanoTime();
    private final long timer;
    private long received;
    private boolean ended;

    /** Called on the event loop, before any of the body has been read. */
    BodyStream(Exchange exchange) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.context = Objects.requireNonNull(Vertx.currentContext());
        this.hold = exchange.parting().hold(() -> end(new Piece.Failed(Problem.overloaded())));
        this.timer = context.owner().setPeriodic(CHECK_MILLIS, id -> checkRate());
        begin();
    }

    private void begin() {
        hold.add(PendingBytes.OVERHEAD + BYTES_AHEAD);
        request.pause();
        request.exceptionHandler(e -> end(new Piece.Failed(Problem.malformedRequest())));
        request.endHandler(nothing -> end(new Piece.End()));
        request.handler(this::arrived);
        request.fetch(CHUNKS_AHEAD);
    }

    /** Tells a client that waits for permission to send the body that it may (RFC 9110, section 10.1.1). */
    void invite() {
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            context.runOnContext(nothing -> request.response().writeContinue());
        }
    }

    private void arrived(Buffer chunk) {
        received += chunk.length();
        pieces.add(new Piece.Chunk(ByteBuffer.wrap(chunk.getBytes())));
    }

    private void checkRate() {
        ClientBounds bounds = exchange.bounds();
        Duration spent = Duration.ofNanos(System.nanoTime() - startNanos);
        if (spent.compareTo(bounds.uploadTime(received)) > 0) {
            end(new Piece.Failed(new Problem(
                    408, "request_timeout", "The request body arrived too slowly, or took too long altogether.")));
        }
    }

    private void end(Piece piece) {
        if (!ended) {
            ended = true;
            context.owner().cancelTimer(timer);
            hold.close();
            pieces.add(piece);
        }
    }

    /**
     * Waits for the next chunk.
     *
     * @return null at the end of the body
     * @throws Problem if the client is too slow or has gone
     */
    public @Nullable ByteBuffer next() {
        return switch (take()) {
            case Piece.Chunk(ByteBuffer bytes) -> {
                context.runOnContext(nothing -> request.fetch(1));
                yield bytes;
            }
            case Piece.End end -> {
                pieces.add(end);
                yield null;
            }
            case Piece.Failed(Problem problem) -> throw problem;
        };
    }

    private Piece take() {
        try {
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("server", e);
        }
    }

    /** Stops to count and to time; called when the handler is done. */
    void close() {
        context.runOnContext(nothing -> {
            ended = true;
            context.owner().cancelTimer(timer);
            hold.close();
        });
    }

    private sealed interface Piece {
        record Chunk(ByteBuffer bytes) implements Piece {}

        record End() implements Piece {}

        record Failed(Problem problem) implements Piece {}
    }
}

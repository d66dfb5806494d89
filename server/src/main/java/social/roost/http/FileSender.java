package social.roost.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a channel delivers as the body of a response: a file by the operating system, without copying it;
 * anything else in pieces, no faster than the client receives them.
 */
final class FileSender {
    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);
    private static final int PIECE = 64 * 1024;

    private final HttpServerResponse out;
    private final ReadableByteChannel channel;
    private final Promise<Void> done = Promise.promise();
    private long left;

    private FileSender(HttpServerResponse out, ReadableByteChannel channel, long length) {
        this.out = out;
        this.channel = channel;
        this.left = length;
    }

    /**
     * Called on the event loop, with the head prepared. Closes the channel. One that may block is read on a thread of its
     * own.
     */
    static Future<Void> send(HttpServerResponse out, Response.Body body) {
        ReadableByteChannel channel = Objects.requireNonNull(body.channel());
        Future<Void> sent = channel instanceof FileChannel file
                ? out.sendFile(file, body.offset(), body.length())
                : new FileSender(out, channel, body.length()).start();
        return sent.onComplete(nothing -> close(channel));
    }

    private Future<Void> start() {
        var _ = Thread.startVirtualThread(() -> {
            try {
                while (left > 0) {
                    Buffer piece = read();
                    left -= piece.length();
                    out.write(piece).toCompletionStage().toCompletableFuture().join();
                }
                var _ = out.end().onComplete(done);
            } catch (IOException | RuntimeException e) {
                LOG.debug("A file was not sent completely", e);
                done.tryFail(e);
            }
        });
        return done.future();
    }

    private Buffer read() throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, left));
        while (piece.hasRemaining()) {
            if (channel.read(piece) < 0) {
                throw new IOException("The file ended early");
            }
        }
        return Buffer.buffer(piece.array());
    }

    /** Does nothing without a channel. */
    static void close(@Nullable ReadableByteChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("A channel could not be closed", e);
        }
    }
}

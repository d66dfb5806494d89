package social.roost.media.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import software.amazon.awssdk.core.ResponseInputStream;

/**
 * The content of an object while it arrives. A reader that stops early closes the connection: its stream would read the
 * rest first.
 */
final class ObjectChannel implements ReadableByteChannel {
    private final ResponseInputStream<?> in;
    private final ReadableByteChannel channel;
    private boolean ended;

    ObjectChannel(ResponseInputStream<?> in) {
        this.in = in;
        channel = Channels.newChannel(in);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = channel.read(target);
        ended = read < 0;
        return read;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            in.abort();
        }
        channel.close();
    }
}

package social.roost.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** An HTTP/2 client that sends and never reads, so that tests can leave a server waiting. */
public final class SlowHttp2 implements AutoCloseable {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int INITIAL_WINDOW_SIZE = 4;

    private final Socket socket;
    private int nextStream = 1;

    /**
     * Sends the preface.
     *
     * @param socket connected, with its TLS handshake completed if it has one
     * @param window bytes that the server may send on a stream before it must wait
     */
    public SlowHttp2(Socket socket, int window) throws IOException {
        this.socket = socket;
        socket.getOutputStream().write(PREFACE);
        frame(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6)
                        .putShort((short) INITIAL_WINDOW_SIZE)
                        .putInt(window)
                        .array());
    }

    /** Sends a request without a body. */
    public void get(String path) throws IOException {
        frame(HEADERS, END_HEADERS | END_STREAM, next(), head("GET", path, Map.of()));
    }

    /** Sends a request with part of its body, and never the rest. */
    public void beginPost(String path, int length, byte[] begun) throws IOException {
        int stream = next();
        Map<String, String> headers =
                Map.of("content-type", "application/json", "content-length", Integer.toString(length));
        frame(HEADERS, END_HEADERS, stream, head("POST", path, headers));
        for (int sent = 0; sent < begun.length; sent += 16_000) {
            frame(DATA, 0, stream, Arrays.copyOfRange(begun, sent, Math.min(begun.length, sent + 16_000)));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int next() {
        int stream = nextStream;
        nextStream += 2;
        return stream;
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        socket.getOutputStream().write(frame.array());
    }

    /** HPACK, RFC 7541, 6.2.2: literals without indexing, without Huffman coding. */
    private static byte[] head(String method, String path, Map<String, String> headers) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        literal(block, ":method", method);
        literal(block, ":scheme", "http");
        literal(block, ":path", path);
        literal(block, ":authority", "localhost");
        headers.forEach((name, value) -> literal(block, name, value));
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        block.write(text.length());
        block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

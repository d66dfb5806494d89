package social.roost.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An HTTP/2 connection over a bare socket, started with prior knowledge: it sends any headers. */
public final class RawHttp2 implements AutoCloseable {
    /** The status for a missing response: the server has reset the stream or closed the connection. */
    public static final int RESET = 0;

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int PATIENCE_MILLIS = 10_000;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 32;
    private static final int PRIORITY_BYTES = 5;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
    private int stream = -1;

    public RawHttp2(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Over a connected socket, with or without TLS. */
    public RawHttp2(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
        out.write(PREFACE.getBytes(StandardCharsets.ISO_8859_1));
        send(SETTINGS, 0, 0, new byte[0]);
    }

    /**
     * Sends a request with a possibly empty body and additional headers, alternating names and values; reads the
     * response.
     */
    public Answer call(String method, String path, String body, String... more) throws IOException {
        List<String> headers = new ArrayList<>(
                List.of(":method", method, ":scheme", "http", ":path", path, ":authority", "localhost"));
        headers.addAll(List.of(more));
        return call(body, headers);
    }

    /** Sends a request with these headers, alternating names and values, and reads the response. */
    public Answer call(String body, List<String> headers) throws IOException {
        stream += 2;
        send(HEADERS, END_HEADERS | (body.isEmpty() ? END_STREAM : 0), stream, encoded(headers));
        if (!body.isEmpty()) {
            send(DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
        }
        return answer();
    }

    private byte[] encoded(List<String> headers) {
        Http2Headers all = new DefaultHttp2Headers(false);
        for (int i = 0; i < headers.size(); i += 2) {
            all.add(headers.get(i), headers.get(i + 1));
        }
        ByteBuf block = Unpooled.buffer();
        try {
            encoder.encodeHeaders(stream, all, block);
        } catch (Http2Exception e) {
            throw new AssertionError(e);
        }
        return ByteBufUtil.getBytes(block);
    }

    private Answer answer() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int of = in.readInt();
            byte[] payload = in.readNBytes(length);
            switch (type) {
                case HEADERS -> decode(payload, (flags & PRIORITY) == 0 ? 0 : PRIORITY_BYTES, headers);
                case DATA -> body.writeBytes(payload);
                case RST_STREAM, GOAWAY -> {
                    return new Answer(RESET, headers, body.toByteArray());
                }
                case SETTINGS -> acknowledge(flags);
                default -> {}
            }
            if (of == stream && (type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                int status = Integer.parseInt(
                        Objects.requireNonNull(headers.get(":status")).getLast());
                return new Answer(status, headers, body.toByteArray());
            }
        }
    }

    private void decode(byte[] payload, int start, Map<String, List<String>> headers) {
        ByteBuf block = Unpooled.wrappedBuffer(payload, start, payload.length - start);
        try {
            decoder.decodeHeaders(stream, block)
                    .forEach(header -> headers.computeIfAbsent(header.getKey().toString(), name -> new ArrayList<>())
                            .add(header.getValue().toString()));
        } catch (Http2Exception e) {
            throw new AssertionError(e);
        }
    }

    private void acknowledge(int flags) throws IOException {
        if ((flags & ACK) == 0) {
            send(SETTINGS, ACK, 0, new byte[0]);
        }
    }

    private void send(int type, int flags, int of, byte[] payload) throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(of);
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

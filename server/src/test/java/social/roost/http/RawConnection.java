package social.roost.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTTP/1.1 connection over a bare socket, so that tests can send what no client would. */
public final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int NORMAL_BUFFER = 0;

    private final Socket socket;
    private final InputStream in;

    public RawConnection(int port) throws IOException {
        this(port, NORMAL_BUFFER);
    }

    /** @param receiveBuffer bytes that the system accepts before anybody reads them */
    public RawConnection(int port, int receiveBuffer) throws IOException {
        socket = new Socket();
        if (receiveBuffer != NORMAL_BUFFER) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Over a connected socket, with or without TLS. */
    public RawConnection(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public Answer call(RawRequest request) throws IOException {
        send(request);
        return read(request.method());
    }

    public void send(RawRequest request) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(request.head());
        whole.writeBytes(request.body());
        send(whole.toByteArray());
    }

    /** All but the body. */
    public void sendHead(RawRequest request) throws IOException {
        send(request.head());
    }

    /** Each character as the byte of its code. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Ends the sending direction. */
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    public Answer read() throws IOException {
        return read("GET");
    }

    /** Reads the response to a request with this method. */
    public Answer read(String method) throws IOException {
        String[] start = line().split(" ", 3);
        int status = Integer.parseInt(start[1]);
        Map<String, List<String>> headers = headers();
        boolean empty = method.equals("HEAD") || status < 200 || status == 204 || status == 304 || isStream(headers);
        return new Answer(status, headers, empty ? new byte[0] : body(headers));
    }

    public byte[] readBytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** Whether the server closes the connection without sending more. */
    public boolean ends() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** An open-ended response: its content is not read. */
    static boolean isStream(Map<String, List<String>> headers) {
        return headers.getOrDefault("content-type", List.of()).contains("text/event-stream");
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        List<String> length = headers.get("content-length");
        if (length != null) {
            int count = Integer.parseInt(length.getFirst());
            byte[] body = in.readNBytes(count);
            if (body.length < count) {
                throw new EOFException("The body ended after " + body.length + " of " + count + " bytes");
            }
            return body;
        }
        return headers.containsKey("transfer-encoding") ? chunks() : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(parts[1].strip());
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}

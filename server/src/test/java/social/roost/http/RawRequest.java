package social.roost.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 request that is sent exactly as written, valid or not. */
public final class RawRequest {
    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>();
    private byte @Nullable [] body;

    private RawRequest(String method, String target) {
        this.method = method;
        this.target = target;
    }

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target);
    }

    /** Adds a header; a character is sent as the byte of its code. */
    public RawRequest header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public RawRequest token(String token) {
        return header("authorization", "Bearer " + token);
    }

    public RawRequest json(String json) {
        return json(json.getBytes(StandardCharsets.UTF_8));
    }

    public RawRequest json(byte[] json) {
        return header("content-type", "application/json").body(json);
    }

    public RawRequest body(byte[] bytes) {
        body = bytes;
        return header("content-length", Integer.toString(bytes.length));
    }

    /** Sends the body in chunks of this size. */
    public RawRequest chunked(byte[] bytes, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = 0; start < bytes.length; start += size) {
            int length = Math.min(size, bytes.length - start);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes, start, length);
            out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        body = out.toByteArray();
        return header("transfer-encoding", "chunked");
    }

    public String method() {
        return method;
    }

    byte[] head() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("host: "))) {
            head.append("Host: localhost\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] body() {
        return body == null ? new byte[0] : body;
    }

    /** Short enough for the message of a failed assertion. */
    @Override
    public String toString() {
        String text = method + " " + target + " " + headers + " " + new String(body(), StandardCharsets.UTF_8);
        return text.length() > 400 ? text.substring(0, 400) + "... (" + text.length() + ")" : text;
    }
}

package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The response of a handler. The body is written as it is and must not be modified afterwards. */
public final class Response {
    private static final Buffer NO_BODY = Buffer.buffer();
    private static final String JSON = "application/json";

    private final int status;
    private final Body body;
    private String contentType;
    private final List<Header> headers = new ArrayList<>(0);
    private final EventStream.@Nullable Opening opening;

    private Response(int status, String contentType, Buffer body) {
        this(status, contentType, Body.of(body));
    }

    private Response(int status, String contentType, Body body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.opening = null;
    }

    private Response(EventStream.Opening opening) {
        this.status = 200;
        this.contentType = "";
        this.body = Body.of(NO_BODY);
        this.opening = opening;
    }

    public static Response json(int status, Object value) {
        return encoded(status, EncodedJson.of(value));
    }

    public static Response encoded(int status, EncodedJson json) {
        return new Response(status, JSON, json.buffer());
    }

    /** {@code {"data": value}} */
    public static Response data(int status, Object value) {
        return encoded(status, EncodedJson.data(value));
    }

    /** The request was stored, and there is nothing to say. */
    public static Response accepted() {
        return new Response(202, "", NO_BODY);
    }

    public static Response noContent() {
        return new Response(204, "", NO_BODY);
    }

    /** A response with any kind of body. */
    static Response bytes(int status, String contentType, Buffer body) {
        return new Response(status, contentType, body);
    }

    /** The head of a response with a body of this length. */
    static Response head(int status, String contentType, long length) {
        return new Response(status, contentType, new Body(NO_BODY, null, 0, length)).unencoded();
    }

    /** A response whose body comes from a channel, which is closed when it has been sent. */
    static Response channel(int status, String contentType, ReadableByteChannel channel, ByteRange range) {
        return new Response(status, contentType, new Body(NO_BODY, channel, range.start(), range.length())).unencoded();
    }

    /** Never compressed. */
    private Response unencoded() {
        return header("content-encoding", AcceptedEncodings.IDENTITY);
    }

    /** The client's copy is current, as the caller's headers show. */
    static Response notModified() {
        return new Response(304, "", NO_BODY);
    }

    /** Continues as a WebSocket; a client that did not request one gets an error. */
    public static Response webSocket(EventStream.Listener listener) {
        return new Response(new EventStream.Opening(EventStream.Kind.WEB_SOCKET, listener));
    }

    /** Continues as Server-Sent Events. */
    public static Response serverSentEvents(EventStream.Listener listener) {
        return new Response(new EventStream.Opening(EventStream.Kind.SERVER_SENT_EVENTS, listener));
    }

    public Response header(String name, String value) {
        return header(name, List.of(value));
    }

    /** Adds a header with several values, each on its own line. */
    public Response header(String name, List<String> values) {
        headers.add(new Header(name, values));
        return this;
    }

    Response contentType(String type) {
        contentType = type;
        return this;
    }

    /** Whether responses with this status never have a body. */
    boolean isEmpty() {
        return status == 204 || status == 304;
    }

    public int status() {
        return status;
    }

    /** The body, as far as it is in memory. */
    Buffer body() {
        return body.bytes();
    }

    /** The body, which may be a file. */
    Body content() {
        return body;
    }

    /** How the response continues; null if it is complete. */
    EventStream.@Nullable Opening opening() {
        return opening;
    }

    String contentType() {
        return contentType;
    }

    List<Header> headers() {
        return headers;
    }

    record Header(String name, List<String> values) {}

    /**
     * A body in memory, or what a channel delivers.
     *
     * @param channel null if the body is in memory
     * @param offset where it starts in a file
     */
    record Body(Buffer bytes, @Nullable ReadableByteChannel channel, long offset, long length) {
        static Body of(Buffer bytes) {
            return new Body(bytes, null, 0, bytes.length());
        }
    }
}

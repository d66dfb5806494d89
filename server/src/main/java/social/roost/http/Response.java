package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** What a handler answers. The body is written as it is and must not be changed afterwards. */
public final class Response {
    private static final Buffer NO_BODY = Buffer.buffer();
    private static final String JSON = "application/json";

    private final int status;
    private final Buffer body;
    private String contentType;
    private final List<Header> headers = new ArrayList<>(0);

    private Response(int status, String contentType, Buffer body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    public static Response json(int status, Object value) {
        return encoded(status, Buffer.buffer(Json.encode(value)));
    }

    /** JSON that is encoded already. */
    static Response encoded(int status, Buffer json) {
        return new Response(status, JSON, json);
    }

    /** {@code {"data": value}} */
    public static Response data(int status, Object value) {
        return json(status, new Data(value));
    }

    public static Response noContent() {
        return new Response(204, "", NO_BODY);
    }

    public Response header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    Response contentType(String type) {
        contentType = type;
        return this;
    }

    public int status() {
        return status;
    }

    Buffer body() {
        return body;
    }

    String contentType() {
        return contentType;
    }

    List<Header> headers() {
        return headers;
    }

    record Header(String name, String value) {}

    private record Data(Object data) {}
}

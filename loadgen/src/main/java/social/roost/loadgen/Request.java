package social.roost.loadgen;

import java.nio.charset.StandardCharsets;

/** An HTTP/1.1 request, ready to be sent repeatedly. */
final class Request {
    private final byte[] bytes;
    private final boolean wantsBody;

    private Request(byte[] bytes, boolean wantsBody) {
        this.bytes = bytes;
        this.wantsBody = wantsBody;
    }

    /** Head and body; must not be modified. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether to keep the response body. */
    boolean wantsBody() {
        return wantsBody;
    }

    /** A request whose response body is irrelevant. */
    static Request get(String path, String token) {
        return new Request(head("GET", path, token, "").getBytes(StandardCharsets.US_ASCII), false);
    }

    static Request post(String path, String token, String json) {
        return sent("POST", path, token, json);
    }

    /** With a JSON body, which may be empty. */
    static Request sent(String method, String path, String token, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = head(
                        method,
                        path,
                        token,
                        (body.length == 0 ? "" : "Content-Type: application/json\r\n") + "Content-Length: "
                                + body.length + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return new Request(all, true);
    }

    Request keepingBody() {
        return new Request(bytes, true);
    }

    private static String head(String method, String path, String token, String more) {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization + more + "\r\n";
    }
}

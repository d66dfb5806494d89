package social.roost.app;

import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;

/** A user who uploads files to a server in another process. For one thread. */
final class RemoteUploads implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    private final int port;
    private final String token;
    private final RawClient client;

    private RemoteUploads(int port, String token, RawClient client) {
        this.port = port;
        this.token = token;
        this.client = client;
    }

    /** Registers a user and logs in; returns the token. */
    static String register(int port, String username) {
        try (RawClient client = new RawClient(port)) {
            String account = "\"email\":\"" + username + "@example.org\",\"password\":\"" + PASSWORD + "\"";
            expect(
                    201,
                    client.call(RawRequest.of("POST", "/api/roost/v1/users")
                            .json("{\"username\":\"" + username + "\"," + account + "}")));
            return client.call(RawRequest.of("POST", "/api/roost/v1/sessions")
                            .json("{\"login\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}"))
                    .member("token");
        }
    }

    static RemoteUploads of(int port, String token) {
        return new RemoteUploads(port, token, new RawClient(port));
    }

    /** The answer has {@code media_id} and {@code upload_url}. */
    Answer begin(String type, long size) {
        return expect(
                201,
                client.call(RawRequest.of("POST", TestUploads.BEGIN)
                        .token(token)
                        .json("{\"type\":\"" + type + "\",\"size\":" + size + ",\"purpose\":\"tweet\"}")));
    }

    /**
     * Sends a file.
     *
     * @param pieces taken one after the other, while the file is sent
     * @throws IOException if the server that receives it dies
     */
    Answer put(Answer begun, String type, long size, Iterator<byte[]> pieces) throws IOException {
        URI url = URI.create("http://127.0.0.1:" + port).resolve(begun.member("upload_url"));
        try (RawConnection connection = new RawConnection(url.getPort())) {
            connection.sendHead(RawRequest.of("PUT", url.getRawPath() + "?" + url.getRawQuery())
                    .header("host", url.getAuthority())
                    .header("content-type", type)
                    .header("content-length", Long.toString(size)));
            while (pieces.hasNext()) {
                connection.send(pieces.next());
            }
            return connection.read();
        }
    }

    Answer report(String id) {
        return client.call(
                RawRequest.of("POST", TestUploads.MEDIA + id + "/uploaded").token(token));
    }

    String state(String id) {
        return client.call(RawRequest.of("GET", TestUploads.MEDIA + id).token(token))
                .member("state");
    }

    @Override
    public void close() {
        client.close();
    }
}

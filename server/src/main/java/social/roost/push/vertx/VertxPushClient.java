package social.roost.push.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import social.roost.base.Version;
import social.roost.link.PageAddress;
import social.roost.push.PushClient;

/** Sends pushes over HTTP/1.1, each on a connection of its own. Its event loop starts with the first one. */
public final class VertxPushClient implements PushClient {
    private static final String USER_AGENT = "Roost/" + Version.current();
    private static final int MAXIMUM_HEADERS = 8 << 10;

    private final HttpClientOptions options;
    private @Nullable Vertx vertx;
    private @Nullable HttpClientAgent client;

    public VertxPushClient() {
        this(new HttpClientOptions());
    }

    /** @param trusting which certificates are accepted */
    public VertxPushClient(HttpClientOptions trusting) {
        options = trusting.setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxHeaderSize(MAXIMUM_HEADERS)
                .setVerifyHost(true);
    }

    @Override
    public Answer post(PageAddress endpoint, InetAddress connectTo, Message message, Duration deadline)
            throws IOException {
        AtomicReference<@Nullable HttpClientRequest> begun = new AtomicReference<>();
        Future<Answer> answer = client().request(options(endpoint, connectTo, deadline))
                .compose(request -> {
                    begun.set(request);
                    message.headers().forEach(request::putHeader);
                    return request.send(Buffer.buffer(message.body().bytes()))
                            .map(response -> new Answer(response.statusCode(), response.getHeader("retry-after")));
                });
        try {
            return answer.toCompletionStage().toCompletableFuture().get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The request failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("Too slow", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            HttpClientRequest request = begun.get();
            if (request != null) {
                var _ = request.connection().close();
            }
        }
    }

    /** The address is passed as a number, so that the client looks nothing up. */
    private static RequestOptions options(PageAddress endpoint, InetAddress connectTo, Duration deadline) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(endpoint.port(), connectTo.getHostAddress()))
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(true)
                .setMethod(HttpMethod.POST)
                .setURI(endpoint.target())
                .setFollowRedirects(false)
                .setTimeout(deadline.toMillis())
                .putHeader("User-Agent", USER_AGENT);
    }

    private synchronized HttpClientAgent client() {
        HttpClientAgent existing = client;
        if (existing != null) {
            return existing;
        }
        Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        HttpClientAgent made = own.createHttpClient(options);
        vertx = own;
        client = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (vertx != null) {
            var _ = vertx.close();
        }
    }
}

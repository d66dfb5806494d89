package social.roost.link.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
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
import org.jspecify.annotations.Nullable;
import social.roost.base.Version;
import social.roost.link.LinkSettings;
import social.roost.link.PageAddress;
import social.roost.link.PageAnswer;
import social.roost.link.PageClient;

/**
 * Requests pages over HTTP/1.1, each on a connection of its own. Its event loop starts with the first request, because
 * many processes never make one.
 */
public final class VertxPageClient implements PageClient {
    private static final String USER_AGENT = "Roost/" + Version.current() + " (link preview)";

    /** Some sites have long policies in their headers. */
    private static final int MAXIMUM_HEADERS = 64 << 10;

    private final LinkSettings settings;
    private @Nullable Vertx vertx;
    private @Nullable HttpClientAgent client;

    public VertxPageClient(LinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public PageAnswer get(PageAddress page, InetAddress connectTo, Duration deadline) throws IOException {
        PageExchange exchange = PageExchange.begin(
                client().request(options(page, connectTo)),
                Math.toIntExact(settings.maximumPage().bytes()));
        try {
            return exchange.answer()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The request failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            exchange.end("Too slow");
            throw new IOException("Too slow", e);
        } catch (InterruptedException e) {
            exchange.end("Interrupted");
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** The address is passed as a number, so that the client looks nothing up. */
    private RequestOptions options(PageAddress page, InetAddress connectTo) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(page.port(), connectTo.getHostAddress()))
                .setHost(page.host())
                .setPort(page.port())
                .setSsl(page.secure())
                .setMethod(HttpMethod.GET)
                .setURI(page.target())
                .setConnectTimeout(settings.connectDeadline().toMillis())
                .putHeader("User-Agent", USER_AGENT)
                .putHeader("Accept", "text/html");
    }

    private synchronized HttpClientAgent client() {
        HttpClientAgent existing = client;
        if (existing != null) {
            return existing;
        }
        Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        HttpClientAgent made = own.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxHeaderSize(MAXIMUM_HEADERS)
                .setVerifyHost(true));
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

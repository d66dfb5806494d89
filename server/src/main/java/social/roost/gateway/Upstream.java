package social.roost.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.http.Certificates;

/**
 * The connections to the roles: HTTP/2, or HTTP/1.1 for requests that switch protocols. With TLS, an instance of the
 * role {@code tweets} must have a certificate for {@code tweets.roost.internal}, wherever it runs, so that no other
 * role can impersonate it.
 */
final class Upstream {
    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private static final String DOMAIN = ".roost.internal";

    /** Concurrent calls that a listener accepts on one connection. */
    private static final int CALLS_OF_A_CONNECTION = 100;

    /** Less than a listener's idle timeout; otherwise a call could meet a closing connection. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Vertx vertx;
    private final GatewaySettings settings;
    private final boolean secure;
    private final HttpClientAgent calls;
    private final HttpClientAgent upgrades;

    Upstream(Vertx vertx, GatewaySettings settings, Optional<Certificates> certificates) {
        this.vertx = vertx;
        this.settings = settings;
        this.secure = certificates.isPresent();
        Optional<ClientSSLOptions> tls = certificates.map(Certificates::forClient);
        this.calls = client(vertx, HttpVersion.HTTP_2, tls);
        this.upgrades = client(vertx, HttpVersion.HTTP_1_1, tls);
    }

    private HttpClientAgent client(Vertx vertx, HttpVersion version, Optional<ClientSSLOptions> tls) {
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(version)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2KeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout((int) settings.connectDeadline().toMillis())
                .setSsl(secure)
                .setUseAlpn(secure)
                .setVerifyHost(true);
        var builder = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions()
                        .setHttp2MaxSize(1 + settings.maximumCalls() / CALLS_OF_A_CONNECTION)
                        .setHttp1MaxSize(settings.maximumCalls()));
        tls.ifPresent(builder::with);
        return builder.build();
    }

    /** The Vert.x instance with the event loops of the connections. */
    Vertx vertx() {
        return vertx;
    }

    /** New connections use these certificates. */
    Future<?> renew(Certificates certificates) {
        ClientSSLOptions options = certificates.forClient();
        return Future.join(calls.updateSSLOptions(options), upgrades.updateSSLOptions(options));
    }

    /** Connects without sending anything yet. */
    Future<HttpClientRequest> call(Instance instance, HttpMethod method, String uri) {
        return quietly(calls.request(options(instance, method, uri)));
    }

    /** Connects over HTTP/1.1 without sending anything yet. */
    Future<HttpClientRequest> upgrade(Instance instance, String uri) {
        return quietly(upgrades.request(options(instance, HttpMethod.GET, uri)));
    }

    /** The caller handles the failure, so it need not be logged. */
    private static Future<HttpClientRequest> quietly(Future<HttpClientRequest> connecting) {
        return connecting.onSuccess(request -> request.exceptionHandler(e -> LOG.debug("A call failed", e)));
    }

    private RequestOptions options(Instance instance, HttpMethod method, String uri) {
        return new RequestOptions()
                .setServer(instance.address())
                .setHost(instance.role() + DOMAIN)
                .setPort(instance.address().port())
                .setMethod(method)
                .setURI(uri)
                .setConnectTimeout(settings.connectDeadline().toMillis());
    }
}

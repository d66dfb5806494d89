package social.roost.driver.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;
import social.roost.driver.PemFiles;

/**
 * A cluster of OpenSearch. Every call can be repeated: it says what should be there afterwards.
 *
 * <p>Every call throws {@link UnavailableException} if OpenSearch is unavailable, overloaded or does not allow it, and
 * {@link IllegalStateException} if it calls the request invalid.
 */
public final class OpenSearchCluster implements AutoCloseable {
    private static final String NAME = "opensearch";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MISSING = 404;
    private static final int INVALID = 400;

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    private final Guard guard;

    /** Connects with the first call. */
    public OpenSearchCluster(OpenSearchSettings settings, CallSettings calls) {
        transport = transport(settings, calls);
        client = new OpenSearchGenericClient(transport);
        guard = new Guard(NAME, calls, UncheckedIOException.class::isInstance);
    }

    private static OpenSearchTransport transport(OpenSearchSettings settings, CallSettings calls) {
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(settings.hosts())
                .setMapper(new JacksonJsonpMapper())
                .setRequestConfigCallback(request -> limited(request, calls))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections(settings, calls)));
        if (!settings.user().isEmpty()) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", credentials(settings))});
        }
        return builder.build();
    }

    private static PoolingAsyncClientConnectionManager connections(OpenSearchSettings settings, CallSettings calls) {
        PoolingAsyncClientConnectionManagerBuilder connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(calls.concurrency())
                .setMaxConnPerRoute(calls.concurrency());
        if (settings.tls().enabled()) {
            connections.setTlsStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(PemFiles.context(settings.tls()))
                    .buildAsync());
        }
        return connections.build();
    }

    private static RequestConfig.Builder limited(RequestConfig.Builder request, CallSettings calls) {
        Timeout deadline = Timeout.of(calls.deadline().toMillis(), TimeUnit.MILLISECONDS);
        return request.setResponseTimeout(deadline).setConnectionRequestTimeout(deadline);
    }

    private static String credentials(OpenSearchSettings settings) {
        String pair = settings.user() + ":" + settings.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    public Guard guard() {
        return guard;
    }

    /** The response; null for a 404. */
    public @Nullable JsonNode get(String path) {
        return guarded("get", Requests.builder().method("GET").endpoint(path).build());
    }

    public @Nullable JsonNode delete(String path) {
        return guarded(
                "delete", Requests.builder().method("DELETE").endpoint(path).build());
    }

    /** Sends a body that Jackson can write; null for a 404. */
    public @Nullable JsonNode send(String method, String path, Object body) {
        return guarded(
                "send",
                Requests.builder()
                        .method(method)
                        .endpoint(path)
                        .json(write(body))
                        .build());
    }

    public @Nullable JsonNode search(String path, Object body) {
        return guarded(
                "search",
                Requests.builder()
                        .method("POST")
                        .endpoint(path)
                        .json(write(body))
                        .build());
    }

    /** Writes documents through an alias, with lines of JSON; null if there is no such alias. */
    public @Nullable JsonNode bulk(String alias, List<?> lines) {
        String text = lines.stream().map(line -> write(line) + "\n").collect(Collectors.joining());
        return guarded(
                "bulk",
                Requests.builder()
                        .method("POST")
                        .endpoint("/" + alias + "/_bulk")
                        .query(Map.of("require_alias", "true"))
                        .body(Body.from(text.getBytes(StandardCharsets.UTF_8), "application/x-ndjson"))
                        .build());
    }

    private @Nullable JsonNode guarded(String operation, Request request) {
        return guard.repeatable(operation, () -> exchange(request));
    }

    private @Nullable JsonNode exchange(Request request) {
        try (Response response = client.execute(request)) {
            String text = response.getBody().map(Body::bodyAsString).orElse("{}");
            if (response.getStatus() == MISSING) {
                return null;
            }
            if (response.getStatus() >= INVALID) {
                throw failure(response.getStatus(), text);
            }
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException failure(int status, String text) {
        return status == INVALID
                ? new IllegalStateException("OpenSearch rejects the request: " + text)
                : new UncheckedIOException(new IOException(status + " " + text));
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The failure of a part of a request, for the status and the reason that the response has for it. */
    public static RuntimeException failed(int status, String reason) {
        return status == INVALID
                ? failure(status, reason)
                : new UnavailableException(NAME, new IOException(status + " " + reason));
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

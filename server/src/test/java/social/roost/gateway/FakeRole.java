package social.roost.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Authenticator;
import social.roost.http.HealthRoutes;
import social.roost.http.HttpServer;
import social.roost.http.HttpSettings;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** A process that looks like a role to a gateway: our own listener with one path for every method. */
final class FakeRole implements AutoCloseable {
    final AtomicInteger calls = new AtomicInteger();
    final int port;
    volatile boolean ready = true;
    volatile Route.Handler handler = request -> Response.data(200, "done");

    final HttpServer server;

    private FakeRole(String path, Map<String, String> settings, Authenticator authenticator) throws IOException {
        HttpSettings http = ConfigLoader.load(HttpSettings.class, new ConfigSources(null, Map.of(), settings))
                .value();
        List<Route> routes = new ArrayList<>(new HealthRoutes(() -> ready, List::of).routes());
        routes.add(Route.get(path, Access.ANYONE, this::answer));
        routes.add(Route.post(path, Access.ANYONE, this::answer));
        routes.add(Route.put(path, Access.ANYONE, this::answer));
        routes.add(Route.delete(path, Access.ANYONE, this::answer));
        server = new HttpServer(http, routes, authenticator);
        port = server.start();
    }

    static FakeRole start(String path) throws IOException {
        return start(path, 0);
    }

    static FakeRole start(String path, int port) throws IOException {
        return start(path, Map.of("port", Integer.toString(port), "drain-timeout", "1ms"));
    }

    /** With additional settings. */
    static FakeRole start(String path, Map<String, String> settings) throws IOException {
        return start(path, settings, token -> Optional.empty());
    }

    static FakeRole start(String path, Map<String, String> settings, Authenticator authenticator) throws IOException {
        return new FakeRole(path, settings, authenticator);
    }

    private Response answer(Request request) {
        calls.incrementAndGet();
        return handler.handle(request);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Ends it without waiting for requests in progress. */
    @Override
    public void close() {
        server.close();
    }
}

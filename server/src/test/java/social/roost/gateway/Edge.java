package social.roost.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.HttpServer;
import social.roost.http.HttpSettings;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** A process with the role gateway: {@code /users} and {@code /users/{id}} belong to the role users, and so on. */
final class Edge implements AutoCloseable {
    static final List<String> ROLES = List.of("users", "tweets", "timelines");

    final Gateway gateway;
    final HttpServer server;
    final int port;

    private Edge(Map<String, String> gatewaySettings, Map<String, String> httpSettings) throws IOException {
        gateway = new Gateway(load(GatewaySettings.class, named(gatewaySettings)), new RouteTable(routes()));
        List<Route> own = List.of(Route.get("/own", Access.ANYONE, request -> Response.data(200, "own")));
        server = new HttpServer(load(HttpSettings.class, httpSettings), own, token -> Optional.empty(), gateway);
        port = server.start();
    }

    /** Starts with these gateway settings, short pauses, and deadlines that a busy machine can meet. */
    static Edge start(Map<String, String> settings) throws IOException {
        return start(settings, Map.of());
    }

    static Edge start(Map<String, String> settings, Map<String, String> http) throws IOException {
        Map<String, String> all =
                new HashMap<>(Map.of("pause", "5ms", "check-period", "100ms", "connect-deadline", "5s"));
        all.putAll(settings);
        Map<String, String> allHttp = new HashMap<>(Map.of("port", "0"));
        allHttp.putAll(http);
        return new Edge(all, allHttp);
    }

    /** A role's name, or {@code all}, as a key stands for its addresses in the setting {@code roles}. */
    private static Map<String, String> named(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>(settings);
        List<String> addresses = new ArrayList<>();
        for (String role : Stream.concat(ROLES.stream(), Stream.of("all")).toList()) {
            String hosts = named.remove(role);
            if (hosts != null) {
                Arrays.stream(hosts.split(",")).forEach(host -> addresses.add(role + "=" + host.strip()));
            }
        }
        named.put("roles", String.join(",", addresses));
        return named;
    }

    static <T extends Record> T load(Class<T> type, Map<String, String> settings) {
        return ConfigLoader.load(type, new ConfigSources(null, Map.of(), settings))
                .value();
    }

    private static List<RouteTable.Owned> routes() {
        return ROLES.stream()
                .flatMap(role -> Stream.of("GET", "POST", "PUT", "DELETE")
                        .flatMap(method -> Stream.of("/" + role, "/" + role + "/{id}")
                                .map(template -> new RouteTable.Owned(role, method, template, method.equals("GET")))))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}

package social.roost.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path by walking its segments down a tree: the cost does not grow with the number of routes. A
 * literal segment goes before a parameter.
 */
final class Router {
    private final Node root = new Node();

    Router(List<Route> routes) {
        routes.forEach(this::add);
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : route.template().substring(1).split("/", -1)) {
            if (segment.startsWith("{")) {
                node = node.parameter();
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new Node());
            }
        }
        if (node.routes.put(route.method(), route) != null) {
            throw new IllegalArgumentException("Two routes for " + route.method() + " " + route.template());
        }
    }

    /**
     * @param path as sent, undecoded
     */
    Match match(String method, String path) {
        List<String> parameters = new ArrayList<>(2);
        Node node = root;
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            Node next = node.literals.get(segment);
            if (next == null && node.parameter != null && !segment.isEmpty()) {
                next = node.parameter;
                parameters.add(segment);
            }
            if (next == null) {
                return new Match(null, List.of(), Set.of());
            }
            node = next;
            start = end + 1;
        }
        Route route = node.routes.get(method.equals("HEAD") ? "GET" : method);
        return new Match(route, parameters, node.routes.keySet());
    }

    /**
     * @param route null when the path has none for the method
     * @param parameters in the order they stand in the path, undecoded
     * @param methods those that the path has; empty when there is no such path
     */
    record Match(@Nullable Route route, List<String> parameters, Set<String> methods) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Route> routes = new TreeMap<>();
        private @Nullable Node parameter;

        Node parameter() {
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }
    }
}

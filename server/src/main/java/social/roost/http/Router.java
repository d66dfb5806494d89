package social.roost.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the target of a method and path by walking down a tree of path segments: the cost does not grow with the number
 * of templates. A literal segment takes precedence over a parameter.
 */
public final class Router<T> {
    private final Node<T> root = new Node<>();

    /**
     * Adds the target of a method and template.
     *
     * @throws IllegalArgumentException if there already is one
     */
    public void add(String method, String template, T target) {
        Node<T> node = root;
        for (String segment : template.substring(1).split("/", -1)) {
            if (segment.startsWith("{")) {
                node = node.parameter();
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new Node<>());
            }
        }
        if (node.targets.put(method, target) != null) {
            throw new IllegalArgumentException("Two routes for " + method + " " + template);
        }
    }

    /**
     * Finds the target of a method and path.
     *
     * @param path as sent, not decoded
     */
    public Match<T> match(String method, String path) {
        List<String> parameters = new ArrayList<>(2);
        Node<T> node = root;
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            Node<T> next = node.literals.get(segment);
            if (next == null && node.parameter != null && !segment.isEmpty()) {
                next = node.parameter;
                parameters.add(segment);
            }
            if (next == null) {
                return new Match<>(null, List.of(), Set.of());
            }
            node = next;
            start = end + 1;
        }
        T target = node.targets.get(method.equals("HEAD") ? "GET" : method);
        return new Match<>(target, parameters, node.targets.keySet());
    }

    /**
     * The result of a look-up.
     *
     * @param target null if the path does not support the method
     * @param parameters in the order of the path, not decoded
     * @param methods those that the path supports; empty if the path does not exist
     */
    public record Match<T>(@Nullable T target, List<String> parameters, Set<String> methods) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> literals = new HashMap<>();
        private final Map<String, T> targets = new TreeMap<>();
        private @Nullable Node<T> parameter;

        Node<T> parameter() {
            if (parameter == null) {
                parameter = new Node<>();
            }
            return parameter;
        }
    }
}

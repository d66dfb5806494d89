package social.roost.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a method on a path belongs to by walking its segments down a tree: the cost does not grow with the number of templates.
 * A literal segment goes before a parameter.
 */
public final class Router<T> {
    private final Node<T> root = new Node<>();

    /**
     * Adds what one method on one path belongs to.
     *
     * @throws IllegalArgumentException when they belong to something already
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
     * Finds what a method on a path belongs to.
     *
     * @param path as sent, undecoded
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
     * What was found.
     *
     * @param target null when the path has none for the method
     * @param parameters in the order they stand in the path, undecoded
     * @param methods those that the path has; empty when there is no such path
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

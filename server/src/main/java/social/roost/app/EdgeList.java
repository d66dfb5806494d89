package social.roost.app;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A follow graph from a file: lines {@code a b} (a follows b), plain or gzip; empty lines and {@code #} comments are
 * allowed.
 */
final class EdgeList {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,49}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private int[] ends = new int[1024];
    private int size;

    private EdgeList() {}

    /**
     * Reads the whole file.
     *
     * @throws StartupException if a line is malformed
     */
    static EdgeList read(Path file) throws IOException {
        EdgeList edges = new EdgeList();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                edges.add(line.strip(), file, number);
            }
        }
        return edges;
    }

    /** All users, once each. */
    List<String> names() {
        return names;
    }

    int size() {
        return size / 2;
    }

    String follower(int edge) {
        return names.get(ends[2 * edge]);
    }

    String followee(int edge) {
        return names.get(ends[2 * edge + 1]);
    }

    private void add(String line, Path file, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] parts = SPACE.split(line, -1);
        if (parts.length != 2
                || !NAME.matcher(parts[0]).matches()
                || !NAME.matcher(parts[1]).matches()) {
            throw new StartupException(file + ", line " + number
                    + ": expected 'a b' (a follows b), each up to 49 letters, digits or underscores.");
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = index(parts[0]);
        ends[size++] = index(parts[1]);
    }

    private int index(String name) {
        return indexes.computeIfAbsent(name, unknown -> {
            names.add(unknown);
            return names.size() - 1;
        });
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}

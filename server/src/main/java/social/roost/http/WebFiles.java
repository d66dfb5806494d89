package social.roost.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of the web client from the class path folder of its page, in a jar or not. */
final class WebFiles {
    private WebFiles() {}

    /**
     * Reads all files.
     *
     * @param index the location of {@code index.html}
     * @return each file by its path, such as {@code /assets/index-DGq6c1.js}
     */
    static Map<String, WebFile> read(URL index) throws IOException {
        Map<String, byte[]> contents = index.openConnection() instanceof JarURLConnection jar
                ? fromJar(jar)
                : fromFolder(Path.of(URI.create(index.toString())).resolveSibling(""));
        Map<String, WebFile> files = new HashMap<>();
        contents.keySet().stream()
                .filter(name -> encodingOf(name) == null)
                .forEach(name -> files.put("/" + name, new WebFile(name, variants(name, contents))));
        return Map.copyOf(files);
    }

    private static Map<String, byte[]> variants(String name, Map<String, byte[]> contents) {
        Map<String, byte[]> variants = new HashMap<>();
        variants.put(AcceptedEncodings.IDENTITY, contents.get(name));
        WebFile.ENCODINGS.forEach((end, encoding) -> {
            byte[] encoded = contents.get(name + end);
            if (encoded != null) {
                variants.put(encoding, encoded);
            }
        });
        return variants;
    }

    private static @Nullable String encodingOf(String name) {
        return WebFile.ENCODINGS.get(name.substring(Math.max(0, name.lastIndexOf('.'))));
    }

    private static Map<String, byte[]> fromJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String index = connection.getEntryName();
        String folder = index.substring(0, index.lastIndexOf('/') + 1);
        Map<String, byte[]> contents = new HashMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    contents.put(entry.getName().substring(folder.length()), bytes(jar, entry));
                }
            }
        }
        return contents;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static Map<String, byte[]> fromFolder(Path folder) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}

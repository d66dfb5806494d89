package social.roost.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import social.roost.app.DevelopmentCertificates;

/** Certificates of one authority for localhost. They are created once in a JVM, since each of them takes a process. */
public final class TestCertificates {
    private static final Map<Path, byte[]> FILES = create();

    private TestCertificates() {}

    /** Writes what {@link DevelopmentCertificates} does, readable for all. */
    public static void write(Path folder) {
        try {
            for (Map.Entry<Path, byte[]> file : FILES.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Path, byte[]> create() {
        Map<Path, byte[]> all = new HashMap<>();
        try {
            Path folder = Files.createTempDirectory("roost-test-certificates");
            var _ = new DevelopmentCertificates(folder, List.of("localhost", "127.0.0.1")).write();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    all.put(file.getFileName(), Files.readAllBytes(file));
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}

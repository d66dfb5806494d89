package social.roost.loadgen;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The locations of the measured programs, next to each other in the source tree. */
final class Jars {
    private Jars() {}

    static Path own() {
        try {
            return Path.of(Jars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path server() {
        Path root = own().resolve("../../..").normalize();
        return root.resolve("server/target/roost-server.jar");
    }
}

package social.roost.driver.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script of {@code db/sqlite}. They are listed in {@code scripts.txt} there, which spares a scan of the class path. */
final class MigrationScript extends LoadableResource {
    private static final String FOLDER = "/db/sqlite/";

    private final String name;
    private final String text;

    private MigrationScript(String name) {
        this.name = name;
        this.text = text(name);
    }

    static List<MigrationScript> all() {
        return text("scripts.txt").lines().map(MigrationScript::new).toList();
    }

    private static String text(String name) {
        try (InputStream resource = MigrationScript.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IllegalStateException("There is no " + FOLDER + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    @Override
    public Reader read() {
        return new StringReader(text);
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }

    @Override
    public String getAbsolutePath() {
        return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return FOLDER + name;
    }
}

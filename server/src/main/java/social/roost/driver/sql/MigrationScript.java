package social.roost.driver.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script of a folder on the class path. */
final class MigrationScript extends LoadableResource {
    private final String folder;
    private final String name;
    private final String text;

    MigrationScript(String folder, String name) {
        this.folder = folder;
        this.name = name;
        this.text = text(folder, name);
    }

    static String text(String folder, String name) {
        try (InputStream resource = MigrationScript.class.getResourceAsStream(folder + name)) {
            if (resource == null) {
                throw new IllegalStateException("There is no " + folder + name);
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
        return folder + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return folder + name;
    }
}

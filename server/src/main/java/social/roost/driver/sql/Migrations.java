package social.roost.driver.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import social.roost.driver.NewerSchemaException;

/**
 * The scripts that create a schema, run by Flyway. They are listed in {@code scripts.txt} of their folder, which avoids
 * scanning the class path.
 */
public final class Migrations {
    private final List<MigrationScript> scripts;

    private Migrations(List<MigrationScript> scripts) {
        this.scripts = scripts;
    }

    /**
     * Reads the scripts.
     *
     * @param name of the folder in {@code /db}
     */
    public static Migrations of(String name) {
        String folder = "/db/" + name + "/";
        return new Migrations(MigrationScript.text(folder, "scripts.txt")
                .lines()
                .map(script -> new MigrationScript(folder, script))
                .toList());
    }

    /**
     * Runs the scripts that have not run yet: all of them or none.
     *
     * @throws NewerSchemaException if unknown scripts have run, which belong to a newer version of this program
     */
    public void apply(DataSource source) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .loggers("slf4j")
                .group(true)
                .load();
        refuseNewer(flyway.info().applied());
        flyway.migrate();
    }

    private static void refuseNewer(MigrationInfo[] applied) {
        Arrays.stream(applied)
                .filter(script -> script.getState() == MigrationState.FUTURE_SUCCESS
                        || script.getState() == MigrationState.FUTURE_FAILED)
                .reduce((_, last) -> last)
                .ifPresent(script -> {
                    throw new NewerSchemaException(script.getVersion() + " (" + script.getDescription() + ")");
                });
    }

    public List<String> names() {
        return scripts.stream().map(MigrationScript::getFilename).toList();
    }

    /** Differs for different scripts. */
    public int checksum() {
        CRC32 checksum = new CRC32();
        for (MigrationScript script : scripts) {
            checksum.update((script.getFilename() + '\n' + script.text()).getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }

    private record Scripts(List<MigrationScript> scripts) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.getFilename().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .<LoadableResource>map(script -> script)
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }
}

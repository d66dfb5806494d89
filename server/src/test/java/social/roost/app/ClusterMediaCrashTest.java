package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.StackServers;
import social.roost.event.Await;
import social.roost.media.MediaCheck;
import social.roost.media.MediaLibrary;
import social.roost.media.MediaProcessingJob;
import social.roost.media.MediaRemoval;
import social.roost.media.MediaStore;
import social.roost.media.MediaUpkeep;
import social.roost.media.MediaWorkers;
import social.roost.media.ObjectStorage;

@Tag("stack")
@EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
@DisplayName("Media and kill -9, on Cassandra and S3 (I2)")
class ClusterMediaCrashTest extends MediaCrashContract {
    private static final long CACHE_BYTES = 1 << 20;

    @TempDir
    Path folder;

    private final Map<String, String> own = OwnCluster.settings();

    @Override
    Map<String, String> stores() {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("data", folder.toString());
        settings.put(
                "s3.bucket", Objects.requireNonNull(own.get("kafka.prefix")).replace('_', '-'));
        return settings;
    }

    /** Only what works on media has the later clock: other processes share the leases of these servers. */
    @Override
    void anHourLater(List<String> complete) throws Exception {
        Config config = ConfigLoader.load(Config.class, new ConfigSources(StackServers.file(), Map.of(), stores()))
                .value();
        try (Stores stores = Stores.open(config, InstantSource.system());
                MediaWorkers workers = workers(stores.media())) {
            workers.start(1);
            MediaStore rows = stores.media().rows();
            ObjectStorage objects = stores.media().objects();
            MediaCheck check = new MediaCheck(rows, objects, later());
            Await.until(() -> begun().stream().allMatch(id -> complete.contains(id) || isGone(rows, id)));
            Await.until(() -> check.run(false).equals(new MediaCheck.Result(List.of(), List.of())));
            assertThat(objects.list("files/", "", 1_000)).hasSize(complete.size() * FILES_EACH);
            assertThat(objects.list("uploads/", "", 1_000)).isEmpty();
        }
    }

    private static MediaWorkers workers(Stores.OfMedia media) {
        MediaLibrary library = new MediaLibrary(media.rows(), "/", CACHE_BYTES);
        MediaRemoval removal = new MediaRemoval(media.rows(), library, media.objects(), later());
        return new MediaWorkers(
                media.rows(),
                library,
                new MediaProcessingJob(library, removal, media.processing(), media.naming(), later()),
                new MediaUpkeep(library, removal, (medium, use) -> false, later()),
                later());
    }

    private static InstantSource later() {
        return InstantSource.offset(InstantSource.system(), Duration.ofMinutes(61));
    }
}

package social.roost.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import social.roost.api.Capability;
import social.roost.api.MediaCapability;
import social.roost.api.MediaFileRoutes;
import social.roost.api.MediaRoutes;
import social.roost.base.CacheUse;
import social.roost.event.EventConsumer;
import social.roost.http.Route;
import social.roost.media.ArrivingObjects;
import social.roost.media.LocalUploads;
import social.roost.media.MediaCapabilities;
import social.roost.media.MediaCheck;
import social.roost.media.MediaFiles;
import social.roost.media.MediaLibrary;
import social.roost.media.MediaRemoval;
import social.roost.media.MediaUploads;
import social.roost.media.MediaUses;
import social.roost.media.PrivateUrls;
import social.roost.media.UploadSignature;
import social.roost.media.UseChecks;

/** Uploads and delivery of media. {@link MediaProcessingFeature} processes them. */
final class MediaFeature implements Feature {
    final MediaLibrary library;
    final MediaUses uses;
    final MediaRemoval removal;
    final PrivateUrls privateUrls;
    final UseChecks useChecks = new UseChecks();

    private final Config config;
    private final Stores.OfMedia stores;
    private final Infrastructure infrastructure;

    MediaFeature(Config config, Stores all) {
        this.config = config;
        stores = all.media();
        infrastructure = all.infrastructure();
        MemorySettings memory = config.memory();
        library = new MediaLibrary(stores.rows(), config.media().fileBase(), memory.bytes(memory.media()));
        uses = new MediaUses(stores.rows(), library, infrastructure.clock());
        removal = new MediaRemoval(stores.rows(), library, stores.objects(), infrastructure.clock());
        privateUrls = new PrivateUrls(stores.naming().secret(), infrastructure.clock());
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.MEDIA
                ? Stream.of(new MediaRoutes(uploads()).routes(), fileRoutes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(MediaCapability.of(accepted()));
    }

    MediaCapabilities accepted() {
        return new MediaCapabilities(stores.processing()::kinds, config.media());
    }

    MediaUploads uploads() {
        return new MediaUploads(library, removal, accepted(), infrastructure.ids(), infrastructure.clock());
    }

    private List<Route> fileRoutes() {
        ArrivingObjects arriving = stores.arriving();
        LocalUploads uploads = arriving == null
                ? null
                : new LocalUploads(
                        library,
                        stores.objects(),
                        arriving,
                        new UploadSignature(stores.naming().secret()),
                        infrastructure.clock());
        return new MediaFileRoutes(
                        new MediaFiles(library, stores.objects(), privateUrls),
                        uploads,
                        config.media().cacheTime())
                .routes();
    }

    @Override
    public List<Route> operatorRoutes() {
        return new MediaOperatorRoutes(check()).routes();
    }

    MediaCheck check() {
        return new MediaCheck(stores.rows(), stores.objects(), infrastructure.clock());
    }

    @Override
    public List<EventConsumer> invalidations() {
        return List.of(new MediaInvalidation(library));
    }

    @Override
    public Map<String, CacheUse> caches() {
        return Map.of("media", library.cache());
    }
}
